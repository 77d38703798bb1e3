"""The text or caption of a call, as it is read once sent."""

import re
from dataclasses import dataclass, field
from typing import Any

from .contract import METHODS
from .entities import Entity, parse_html, units
from .errors import bad


@dataclass(frozen=True, slots=True)
class Content:
    """A text without its markup, and its entities."""

    text: str
    entities: list[Entity] = field(default_factory=list)


def read_text(call: dict[str, Any]) -> Content:
    """Return the text of a message; raises ApiError if it is empty, too long or not well-formed."""
    content = _trimmed(_parsed(call, "text", "entities"))
    if not content.text:
        raise bad("message text is empty")
    if units(content.text) > METHODS["sendMessage"].fields["text"].most:
        raise bad("message is too long")
    return content


def read_caption(call: dict[str, Any]) -> Content:
    """Return the caption of a photo or document, which may be empty."""
    content = _trimmed(_parsed(call, "caption", "caption_entities"))
    if units(content.text) > METHODS["sendPhoto"].fields["caption"].most:
        raise bad("message caption is too long")
    return content


def _parsed(call: dict[str, Any], name: str, entities: str) -> Content:
    text, mode = call.get(name, ""), call.get("parse_mode", "").lower()
    if mode and entities in call:
        raise bad(f"parse_mode and {entities} exclude each other")
    if mode == "html":
        return Content(*parse_html(text))
    if mode:
        raise bad(f"unsupported parse_mode {mode!r}: this bot writes HTML or entities")
    for entity in call.get(entities, ()):
        if entity["offset"] < 0 or entity["length"] < 1 or _end(entity) > units(text):
            raise bad(f"{entities}: entity outside of the text at offset {entity['offset']}")
    return Content(text, call.get(entities, []))


def _end(entity: Entity) -> int:
    return int(entity["offset"] + entity["length"])


def _trimmed(content: Content) -> Content:
    """Cut the white space around a text, and its entities with it, as Telegram does."""
    text = content.text.strip()
    cut = units(re.match(r"\s*", content.text)[0])  # type: ignore[index]  # it always matches
    kept = []
    for entity in content.entities:
        begin, end = max(entity["offset"] - cut, 0), min(_end(entity) - cut, units(text))
        if begin < end:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return Content(text, kept)
