"""What a message says, whatever it consists of."""

import re

from telegram import Document, Message, PhotoSize

from bot.channels import FileSent, PictureSent
from bot.channels.telegram.api import MOST_DOWNLOADED
from conversations.said import Contact, File, Photo, Place, Said, Start, Text, Unreadable
from rules.clean import clean
from rules.file_names import file_name
from rules.table import ENDINGS

_START = re.compile(r"/start(?:@\w+)?(?:\s+(?P<code>.*))?", re.IGNORECASE | re.DOTALL)
_LONGEST_CODE = 64
_PICTURES = {"image/jpeg", "image/png", "image/webp"}
_TABLES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-excel",
    "application/vnd.oasis.opendocument.spreadsheet",
    "text/csv",
    "text/tab-separated-values",
}
_UNREADABLE = {
    "voice": "voice",
    "audio": "voice",
    "video_note": "voice",
    "sticker": "sticker",
    "animation": "sticker",  # before document, which it is as well
    "document": "file",
}
_NOT_SAID = (  # Telegram's own notes in a private chat
    "pinned_message",
    "message_auto_delete_timer_changed",
    "chat_background_set",
    "write_access_allowed",
    "connected_website",
    "gift",
    "unique_gift",
)


def said_in(message: Message) -> Said | None:
    """Return what a private message says, without a photo's caption; None if nobody said it."""
    if message.text is not None:
        return _words(message, message.text)
    if message.contact:
        return _contact(message)
    if message.location:
        return _place(message)
    if picture_in(message):
        return Photo("")
    return _other(message)


def _other(message: Message) -> Said | None:
    if file := table_in(message):
        return File("", _name(message), file.size)
    if any(getattr(message, note) for note in _NOT_SAID):
        return None
    kinds = (what for kind, what in _UNREADABLE.items() if getattr(message, kind))
    return Unreadable(next(kinds, "other"))


def picture_in(message: Message) -> PictureSent | None:
    """Return where the picture of a message is, sent as a photo or as a file."""
    if message.photo:
        photo = _largest(message.photo)
        return PictureSent(photo.file_id, kind="image/jpeg", size=photo.file_size or 0)
    file = message.document
    if file and file.mime_type in _PICTURES:
        return PictureSent(file.file_id, kind=file.mime_type, size=file.file_size or 0)
    return None


def table_in(message: Message) -> FileSent | None:
    """Return where the table of a message is, told by its name or its kind."""
    file = message.document
    if file is None or message.animation or not _is_table(file):
        return None
    return FileSent(file.file_id, size=file.file_size or 0)


def _is_table(file: Document) -> bool:
    ending = (file.file_name or "").rpartition(".")[2].lower()
    return ending in ENDINGS or (file.mime_type or "") in _TABLES


def _name(message: Message) -> str:
    name = message.document.file_name if message.document else ""
    return file_name(name or "")


def _words(message: Message, text: str) -> Said:
    words = clean(text)
    own_words = message.forward_origin is None
    if own_words and (start := _START.fullmatch(words)):
        return Start((start["code"] or "").strip()[:_LONGEST_CODE])
    return Text(words, message=str(message.message_id)) if words else Unreadable("other")


def _contact(message: Message) -> Said:
    """Return the sender's own number: Telegram vouches for it, not for a card passed on."""
    contact, sender = message.contact, message.from_user
    own = contact and sender and contact.user_id == sender.id and message.forward_origin is None
    return Contact(contact.phone_number) if contact and own else Unreadable("other")


def _place(message: Message) -> Said:
    venue, location = message.venue, message.location
    assert location is not None  # noqa: S101 - the caller has looked; for the types
    named = (clean(venue.title), clean(venue.address)) if venue else ()
    title = ", ".join(part for part in named if part)
    return Place(location.latitude, location.longitude, title)


def _largest(sizes: tuple[PhotoSize, ...]) -> PhotoSize:
    can_be_had = [size for size in sizes if (size.file_size or 0) <= MOST_DOWNLOADED]
    return max(can_be_had or sizes, key=lambda size: size.width * size.height)
