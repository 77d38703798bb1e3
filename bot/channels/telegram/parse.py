"""What an update brings: something said, somebody gone or back, a call from a group, or nothing."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import TypeAlias

from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update

from bot.channels import Incoming
from bot.channels.telegram.content import picture_in, said_in, table_in
from conversations.said import File, Photo, Press, Said, Text
from rules.clean import clean
from rules.secrecy import looks_secret


@dataclass(frozen=True, slots=True)
class Membership:
    """A person has blocked the bot, or let it write again."""

    chat: str
    blocked: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody calls the bot in a group, where it does not talk."""

    chat: str


Arrival: TypeAlias = Incoming | Membership | Elsewhere
KINDS = ("message", "edited_message", "callback_query", "my_chat_member")


def parse(update: Update, *, bot: str, name: str, now: int) -> tuple[Arrival, ...]:
    """Return what an update brings, in order: nothing, one thing, or a photo and its caption.

    `name` is the bot's user name; `now` UTC milliseconds, which nothing is later than.
    """
    if update.message:
        return _message(update.message, bot=bot, name=name, now=now)
    if update.edited_message:
        return _edit(update.edited_message, bot=bot, now=now)
    if update.callback_query:
        return _press(update.callback_query, bot=bot, now=now)
    if update.my_chat_member:
        return _membership(update.my_chat_member)
    return ()


def _message(message: Message, *, bot: str, name: str, now: int) -> tuple[Arrival, ...]:
    if not _by_a_person(message):
        return ()
    if message.chat.type != Chat.PRIVATE:
        return (Elsewhere(str(message.chat_id)),) if _calls(message, name) else ()
    said = said_in(message)
    if said is None:
        return ()
    number, at = message.message_id, _at(message.date, now)
    first = _heard(message, said, bot=bot, external=f"m:{number}", at=at)
    caption = clean(message.caption or "")
    if not caption:
        return (first,)
    words = _heard(
        message, Text(caption, message=str(number)), bot=bot, external=f"c:{number}", at=at
    )
    # What lies under a stamp of secrecy is not even fetched.
    return (words,) if looks_secret(caption) else (first, words)


def _edit(message: Message, *, bot: str, now: int) -> tuple[Arrival, ...]:
    text = clean(message.text or message.caption or "")
    if not text or message.chat.type != Chat.PRIVATE or not _by_a_person(message):
        return ()
    number, edited = message.message_id, message.edit_date or message.date
    words = Text(text, message=str(number), edited=True)
    external = f"e:{number}:{int(edited.timestamp())}"
    return (_heard(message, words, bot=bot, external=external, at=_at(edited, now)),)


def _heard(message: Message, said: Said, *, bot: str, external: str, at: int) -> Incoming:
    sender = message.from_user
    return Incoming(
        channel="telegram",
        bot=bot,
        chat=str(message.chat_id),
        external=external,
        said=said,
        at=at,
        language=(sender.language_code if sender else None) or "",
        picture=picture_in(message) if isinstance(said, Photo) else None,
        file=table_in(message) if isinstance(said, File) else None,
    )


def _at(date: dt.datetime, now: int) -> int:
    return min(int(date.timestamp()) * 1000, now)


def _press(query: CallbackQuery, *, bot: str, now: int) -> tuple[Arrival, ...]:
    """Go by the query's id: an app that gets no answer sends it again in another update."""
    bubble = query.message
    if bubble is None or bubble.chat.type != Chat.PRIVATE or query.data is None:
        return ()
    return (
        Incoming(
            channel="telegram",
            bot=bot,
            chat=str(bubble.chat.id),
            external=f"q:{query.id}",
            said=Press(clean(query.data)),
            at=now,
            language=query.from_user.language_code or "",
            message=str(bubble.message_id),
            label=_label(query),
        ),
    )


def _label(query: CallbackQuery) -> str:
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    rows = markup.inline_keyboard if markup else ()
    buttons = (button for row in rows for button in row)
    return next((button.text for button in buttons if button.callback_data == query.data), "")


def _membership(change: ChatMemberUpdated) -> tuple[Arrival, ...]:
    if change.chat.type != Chat.PRIVATE:
        return ()
    gone = change.new_chat_member.status == ChatMember.BANNED
    return (Membership(str(change.chat.id), blocked=gone),)


def _by_a_person(message: Message) -> bool:
    return message.from_user is not None and not message.from_user.is_bot


def _calls(message: Message, name: str) -> bool:
    """Tell whether a message in a group is for the bot: a mention, or a command for any bot."""
    words = message.text or message.caption or ""
    mentioned = re.search(rf"@{re.escape(name)}\b", words, re.IGNORECASE)
    return bool(mentioned or re.match(r"/\w+(?![\w@])", words))
