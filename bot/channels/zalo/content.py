"""What a message says, whatever it consists of."""

from collections.abc import Mapping
from typing import Any

from bot.channels import PictureSent
from conversations.said import Photo, Said, Text, Unreadable
from rules.clean import clean
from rules.secrecy import looks_secret

_PICTURE = ("photo_url", "photo")  # as it is, and as it is documented
_KINDS = {"sticker": "sticker", "voice": "voice"}


def parts_of(
    message: Mapping[str, Any], *, event: str, number: str
) -> list[tuple[str, Said, PictureSent | None]]:
    """Return what a message says in order, each with its id: one thing, or a photo and its words.

    What lies under a stamp of secrecy is not even fetched. What Zalo does not hand on, files,
    cards, places, is "unsupported".
    """
    said_in_words = dict.fromkeys(word(message.get(name)) for name in ("text", "caption"))
    words = "\n".join(filter(None, said_in_words))
    picture = _picture(message)
    if not words:
        said = Photo("") if picture else Unreadable(_kind(message, event))
        return [(f"m:{number}", said, picture)]
    text = Text(words, message=number)
    if picture is None:
        return [(f"m:{number}", text, None)]
    below = (f"c:{number}", text, None)
    return [below] if looks_secret(words) else [(f"m:{number}", Photo(""), picture), below]


def word(value: object) -> str:
    """Return a text or a number as a clean text, "" for anything else."""
    known = isinstance(value, str | int) and not isinstance(value, bool)
    return clean(str(value)) if known else ""


def _picture(message: Mapping[str, Any]) -> PictureSent | None:
    links = (word(message.get(name)) for name in _PICTURE)
    link = next((link for link in links if link), "")
    return PictureSent(link, kind="image/jpeg") if link else None


def _kind(message: Mapping[str, Any], event: str) -> str:
    found = (kind for name, kind in _KINDS.items() if f".{name}." in event or _has(message, name))
    return next(found, "unsupported")


def _has(message: Mapping[str, Any], name: str) -> bool:
    return bool(message.get(name) or message.get(f"{name}_url"))
