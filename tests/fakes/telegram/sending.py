"""The methods that put messages of the bot into chats, or change them."""

from typing import Any

from .chats import Chat, Message
from .content import Content, read_caption, read_text
from .errors import bad, missed
from .files import File
from .values import Upload
from .world import BOT, World

_MOST_IN_PHOTO = 10 * 2**20
_MOST_IN_DOCUMENT = 50 * 2**20
_REPLACED = {"text", "entities", "caption", "caption_entities", "reply_markup"}
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")


async def send_message(world: World, call: dict[str, Any]) -> dict[str, Any]:
    """Send a text."""
    chat = world.chat(call["chat_id"])
    return _sent(world, chat, call, _shown(read_text(call), "text", "entities"))


async def send_photo(world: World, call: dict[str, Any]) -> dict[str, Any]:
    """Send a picture, uploaded or known by its id."""
    chat = world.chat(call["chat_id"])
    caption = _shown(read_caption(call), "caption", "caption_entities")
    file = _file(world, call["photo"], folder="photos", most=_MOST_IN_PHOTO)
    if not file.data.startswith(_PICTURES):
        raise bad("IMAGE_PROCESS_FAILED")
    return _sent(world, chat, call, {"photo": world.files.sizes(file), **caption}, file)


async def send_document(world: World, call: dict[str, Any]) -> dict[str, Any]:
    """Send a file, uploaded or known by its id."""
    chat = world.chat(call["chat_id"])
    caption = _shown(read_caption(call), "caption", "caption_entities")
    file = _file(world, call["document"], folder="documents", most=_MOST_IN_DOCUMENT)
    document = {**file.ids, "file_name": file.name, "mime_type": file.mime}
    return _sent(world, chat, call, {"document": document, **caption}, file)


async def edit_message_text(world: World, call: dict[str, Any]) -> dict[str, Any]:
    """Change a text and its buttons; buttons not given again are gone."""
    content = _shown(read_text(call), "text", "entities")
    message = _editable(world, call)
    if "text" not in message.body:
        raise bad("there is no text in the message to edit")
    return _edited(world, message, content, call)


async def edit_message_reply_markup(world: World, call: dict[str, Any]) -> dict[str, Any]:
    """Change the buttons of a message only."""
    message = _editable(world, call)
    kept = ("text", "entities", "caption", "caption_entities")
    content = {name: message.body[name] for name in kept if name in message.body}
    return _edited(world, message, content, call)


def _sent(
    world: World,
    chat: Chat,
    call: dict[str, Any],
    content: dict[str, Any],
    file: File | None = None,
) -> dict[str, Any]:
    replied = _replied(chat, call.get("reply_parameters"))
    message = world.write(
        chat, BOT, {**replied, **content}, markup=call.get("reply_markup"), file=file
    )
    return message.body


def _replied(chat: Chat, reply: dict[str, Any] | None) -> dict[str, Any]:
    if reply is None:
        return {}
    message = chat.messages.get(reply.get("message_id", 0))
    if message is not None:
        return {"reply_to_message": message.body}
    if reply.get("allow_sending_without_reply"):
        return {}
    raise bad("message to be replied not found")


def _shown(content: Content, text: str, entities: str) -> dict[str, Any]:
    """Return what was read under the names it has in messages; what is empty has none."""
    told = {text: content.text, entities: content.entities}
    return {name: value for name, value in told.items() if value}


def _file(world: World, given: str | Upload, *, folder: str, most: int) -> File:
    if isinstance(given, str):
        return world.files.get(given)
    if not given.data:
        raise bad("file must be non-empty")
    if len(given.data) > most:
        raise bad(f"file of size {len(given.data)} bytes is too big, the maximum is {most} bytes")
    return world.files.add(folder, given.data, name=given.name, mime=given.content_type)


def _editable(world: World, call: dict[str, Any]) -> Message:
    message = world.chat(call["chat_id"]).messages.get(call["message_id"])
    if message is None:
        raise bad("message to edit not found")
    if not message.by_bot or (message.markup and "inline_keyboard" not in message.markup):
        raise bad("message can't be edited")
    return message


def _edited(
    world: World, message: Message, content: dict[str, Any], call: dict[str, Any]
) -> dict[str, Any]:
    markup = call.get("reply_markup")
    body = {name: value for name, value in message.body.items() if name not in _REPLACED} | content
    if markup and markup["inline_keyboard"]:
        body["reply_markup"] = markup
    if all(body.get(name) == message.body.get(name) for name in _REPLACED):
        raise missed(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    message.body = {**body, "edit_date": int(world.clock().timestamp())}
    message.markup = body.get("reply_markup")
    return message.body
