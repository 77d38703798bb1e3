"""What a message says, whatever it consists of."""

import re

from telegram import Message, PhotoSize

from bot.channels import PictureSent
from bot.channels.telegram.api import MOST_DOWNLOADED
from conversations.said import Contact, Photo, Place, Said, Start, Text, Unreadable
from rules.clean import clean

_START = re.compile(r"/start(?:@\w+)?(?:\s+(?P<code>.*))?", re.IGNORECASE | re.DOTALL)
_LONGEST_CODE = 64
_PICTURES = {"image/jpeg", "image/png", "image/webp"}
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
