"""A bubble as calls of Zalo's Bot API: plain texts with numbered answers, files as links."""

import unicodedata
from dataclasses import dataclass, replace

from bot.channels import Outgoing
from bot.channels.cutting import parts, units
from bot.links.signing import Links
from conversations.numbered import listed
from conversations.say import Say, SentFile

MOST = 2000
_PICTURES = (".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class Call:
    """A method and its parameters; `instead` is what is said where a picture is refused."""

    method: str
    params: dict[str, str]
    instead: "Call | None" = None


def render(outgoing: Outgoing, links: Links, *, now: int) -> list[Call]:
    """Return the calls in order: one, or more where the text is too long for one.

    No markup: a star in the name of a model is a star. A picture is shown with its words below it;
    words too long for that go before it. `now` is UTC milliseconds.
    """
    say, chat = outgoing.say, outgoing.chat
    if say.file is None:
        return _messages(chat, say)
    linked = _linked(say, links.to(say.file, person=outgoing.person, now=now))
    if not _is_picture(say.file):
        return _messages(chat, linked)
    photo = links.to_picture(say.file, person=outgoing.person, now=now)
    words = _words(linked)
    if units(words) > MOST:
        only_link = _message(chat, photo)
        return [*_messages(chat, say), _photo(chat, photo, instead=only_link)]
    return [_photo(chat, photo, caption=_words(say), instead=_message(chat, words))]


def _linked(say: Say, link: str) -> Say:
    return replace(say, text=f"{say.text}\n{link}".lstrip())


def _is_picture(file: SentFile) -> bool:
    return file.name.lower().endswith(_PICTURES)


def _words(say: Say) -> str:
    return unicodedata.normalize("NFC", listed(say)).strip()


def _messages(chat: str, say: Say) -> list[Call]:
    return [_message(chat, text) for text in parts(_words(say), MOST)]


def _message(chat: str, text: str) -> Call:
    return Call("sendMessage", {"chat_id": chat, "text": text})


def _photo(chat: str, photo: str, *, caption: str = "", instead: Call) -> Call:
    below = {"caption": caption} if caption else {}
    return Call("sendPhoto", {"chat_id": chat, "photo": photo, **below}, instead)
