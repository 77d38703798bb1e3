"""People: what they do in their chats with the bot, told to it as updates."""

import itertools
import re
from dataclasses import dataclass
from typing import Any

from .bubbles import Bubble
from .chats import Chat
from .entities import units
from .files import File
from .screen import Screen
from .updates import Lane
from .world import BOT, Query, World

_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(@\w+)?")
_LONGEST = 4096
_SAID = ("text", "entities", "caption")


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person did: the update it became (0 if the bot did not ask for such), the message."""

    update_id: int
    message_id: int
    query_id: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A group the bot was added to."""

    chat: Chat

    @property
    def id(self) -> int:
        """The chat_id."""
        return self.chat.id


class Person(Screen):
    """Somebody with Telegram on a phone, and a private chat with the bot."""

    def __init__(self, world: World, user: dict[str, Any]) -> None:
        info = {"id": user["id"], "type": "private", "first_name": user["first_name"]}
        super().__init__(Chat(info), world.watch)
        self.user = user
        self._world = world
        self._numbers = itertools.count(user["id"] * 1000)

    @property
    def id(self) -> int:
        """The user_id, which is the chat_id of the private chat as well."""
        return self.chat.id

    async def says(self, text: str) -> Sent:
        """Write a message; one that begins with a slash is a command."""
        return await self._write(self.chat, _text(text))

    async def says_in_group(self, group: Group, text: str) -> Sent:
        """Write a message in a group."""
        return await self._write(group.chat, _text(text))

    async def edits(self, text: str, *, message_id: int = 0) -> Sent:
        """Change a message of one's own, the last one if none is named."""
        own = [one for one in self.chat.messages.values() if not one.by_bot]
        message = self.chat.messages[message_id] if message_id else own[-1]
        kept = {name: value for name, value in message.body.items() if name not in _SAID}
        said = _text(text) if "text" in message.body else {"caption": text}
        message.body = {**kept, **said, "edit_date": int(self._world.clock().timestamp())}
        return await self._tell("edited_message", message.body, ("chat", self.id))

    async def presses(self, label: str, *, bubble: Bubble | None = None) -> Sent:
        """Press a button: on the bubble given, as it looked then, else the newest one visible.

        If no button has exactly this label, it is taken as a regular expression. Buttons of the
        reply keyboard come last. Raises LookupError if there is no such button to press.
        """
        button, pressed = self.finds(label, bubble)
        if button.kind == "text":
            return await self.says(button.label)
        if button.kind != "callback_data" or pressed is None:
            raise LookupError(f"{button.label!r} is a {button.kind} button: act it out")
        chat = self._world.chats[pressed.chat_id]
        query_id = str(next(self._numbers))
        body = {
            "id": query_id,
            "from": self.user,
            "message": chat.messages[pressed.message_id].body,
            "chat_instance": str(-chat.id * 7919),
            "data": button.data,
        }
        self._world.queries[query_id] = Query(body, chat.id, self._world.clock())
        return await self._press(body)

    async def presses_again(self, press: Sent) -> Sent:
        """Let the app send an unanswered press once more: the same query in a new update."""
        return await self._press(self._world.queries[press.query_id].body)

    async def sends_photo(self, data: bytes, *, caption: str = "", album: str = "") -> Sent:
        """Send a picture."""
        file = self._world.files.add("photos", data, name="photo.jpg", mime="image/jpeg")
        content: dict[str, Any] = {"photo": self._world.files.sizes(file)}
        content |= {"caption": caption} if caption else {}
        content |= {"media_group_id": album} if album else {}
        return await self._write(self.chat, content, file)

    async def sends_album(self, pictures: list[bytes], *, caption: str = "") -> list[Sent]:
        """Send several pictures at once; the caption is the first one's."""
        album = str(next(self._numbers))
        first, *others = pictures
        sent = [await self.sends_photo(first, caption=caption, album=album)]
        return sent + [await self.sends_photo(picture, album=album) for picture in others]

    async def sends_document(self, name: str, mime: str, data: bytes = b"document") -> Sent:
        """Send a file."""
        file = self._world.files.add("documents", data, name=name, mime=mime)
        document = {**file.ids, "file_name": name, "mime_type": mime}
        return await self._write(self.chat, {"document": document}, file)

    async def sends_voice(self) -> Sent:
        """Send a voice message."""
        file = self._world.files.add("voice", b"OggS", name="voice.oga", mime="audio/ogg")
        voice = {**file.ids, "duration": 3, "mime_type": file.mime}
        return await self._write(self.chat, {"voice": voice}, file)

    async def sends_sticker(self) -> Sent:
        """Send a sticker."""
        file = self._world.files.add("stickers", b"RIFF", name="sticker.webp", mime="image/webp")
        sticker = {**file.ids, "type": "regular", "width": 512, "height": 512, "emoji": "👍"}
        sticker |= {"is_animated": False, "is_video": False}
        return await self._write(self.chat, {"sticker": sticker}, file)

    async def shares_contact(self, phone: str, *, own: bool = True) -> Sent:
        """Share one's own phone number, or the card of somebody else."""
        owner = self.user if own else {"id": self.id + 1, "first_name": "Bình"}
        contact = {"phone_number": phone, "first_name": owner["first_name"], "user_id": owner["id"]}
        return await self._write(self.chat, {"contact": contact})

    async def shares_place(self, latitude: float, longitude: float) -> Sent:
        """Share a place on the map."""
        place = {"latitude": latitude, "longitude": longitude}
        return await self._write(self.chat, {"location": place})

    async def blocks(self) -> Sent:
        """Block the bot: it is told so, and nothing it sends arrives."""
        self.chat.blocked = True
        return await self._member("member", "kicked")

    async def unblocks(self) -> Sent:
        """Let the bot write again."""
        self.chat.blocked = False
        return await self._member("kicked", "member")

    async def _press(self, body: dict[str, Any]) -> Sent:
        return await self._tell("callback_query", body, ("press", self.id))

    async def _member(self, old: str, new: str) -> Sent:
        states = {"member": {}, "kicked": {"until_date": 0}}
        body = {
            "chat": self.chat.info,
            "from": self.user,
            "date": int(self._world.clock().timestamp()),
            "old_chat_member": {"user": BOT, "status": old, **states[old]},
            "new_chat_member": {"user": BOT, "status": new, **states[new]},
        }
        return await self._tell("my_chat_member", body, ("member", self.id))

    async def _write(self, chat: Chat, content: dict[str, Any], file: File | None = None) -> Sent:
        chat.known = True
        message = self._world.write(chat, self.user, content, file=file)
        return await self._tell("message", message.body, ("chat", chat.id))

    async def _tell(self, kind: str, body: dict[str, Any], lane: Lane) -> Sent:
        update_id = self._world.updates.add(kind, body, lane)
        await self._world.watch.changed()
        message = body.get("message", body)
        return Sent(update_id, message.get("message_id", 0), body.get("id", ""))


def _text(text: str) -> dict[str, Any]:
    """Return what a text becomes in a message; Telegram carries no halves of characters."""
    text.encode()
    if units(text) > _LONGEST:
        raise ValueError(f"the app sends a text of more than {_LONGEST} characters in parts")
    if command := _COMMAND.match(text):
        entity = {"type": "bot_command", "offset": 0, "length": units(command[0])}
        return {"text": text, "entities": [entity]}
    return {"text": text}
