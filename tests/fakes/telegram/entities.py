"""Telegram's HTML: what is left to read once the tags are parsed away, and where they were.

Follows TDLib's parser: few tags, no end tag left out, four named references, offsets in UTF-16.
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from .errors import ApiError, bad

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_REFERENCE = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6})\b;?")
_MARK = re.compile(_REFERENCE.pattern + "|<")
_END = re.compile(r"</([^\s>]*)\s*>")
_START = re.compile(r"<([^\s>]*)((?:\s+[^\s=>]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[\w.-]+))?)*)\s*>")
_ATTRIBUTE = re.compile(r"([^\s=>]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[\w.-]+))?")

Entity = dict[str, Any]


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    begins: int


@dataclass(slots=True)
class _Reading:
    source: str
    text: str = ""
    at: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def fail(self, reason: str) -> ApiError:
        return bad(
            f"can't parse entities: {reason} at byte offset {len(self.source[: self.at].encode())}"
        )


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return the text people read and its entities, sorted; raises ApiError if not well-formed."""
    reading = _Reading(source)
    while mark := _MARK.search(source, reading.at):
        reading.text += source[reading.at : mark.start()]
        reading.at = mark.start()
        if mark[0] != "<":
            reading.text += _referred(mark)
            reading.at = mark.end()
        elif source.startswith("</", reading.at):
            _close(reading)
        else:
            _open(reading)
    reading.text += source[reading.at :]
    if reading.opened:
        tag = reading.opened[-1].tag
        raise bad(f"can't parse entities: can't find end tag corresponding to start tag \"{tag}\"")
    return reading.text, sorted(
        reading.entities, key=lambda entity: (entity["offset"], -entity["length"])
    )


def _referred(mark: re.Match[str]) -> str:
    return html.unescape(mark[0].removesuffix(";") + ";")


def _open(reading: _Reading) -> None:
    found = _START.match(reading.source, reading.at)
    if not found:
        raise reading.fail("unclosed or malformed start tag")
    tag = found[1].lower()
    if tag not in _KINDS:
        raise reading.fail(f'unsupported start tag "{tag}"')
    attributes = {
        name: _REFERENCE.sub(_referred, value.strip("\"'"))
        for name, value in _ATTRIBUTE.findall(found[2])
    }
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise reading.fail('tag "span" must have class "tg-spoiler"')
    reading.opened.append(_Open(tag, attributes, units(reading.text), len(reading.text)))
    reading.at = found.end()


def _close(reading: _Reading) -> None:
    found = _END.match(reading.source, reading.at)
    if not found:
        raise reading.fail("unclosed end tag")
    if not reading.opened:
        raise reading.fail("unexpected end tag")
    opened = reading.opened.pop()
    if found[1] and found[1].lower() != opened.tag:
        raise reading.fail(f'unmatched end tag, expected "</{opened.tag}>", found "</{found[1]}>"')
    if length := units(reading.text) - opened.offset:
        _add(
            reading, opened, {"type": _KINDS[opened.tag], "offset": opened.offset, "length": length}
        )
    reading.at = found.end()


def _add(reading: _Reading, opened: _Open, entity: Entity) -> None:
    attributes = opened.attributes
    match opened.tag:
        case "a":
            entity["url"] = attributes.get("href") or reading.text[opened.begins :]
        case "tg-emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
        case "blockquote" if "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        case "code" if attributes.get("class", "").startswith("language-"):
            entity["language"] = attributes["class"].removeprefix("language-")
        case "pre":
            _take_code(reading, entity)
    reading.entities.append(entity)


def _take_code(reading: _Reading, entity: Entity) -> None:
    """Make one entity of a pre around a code that names its language."""
    last = reading.entities[-1] if reading.entities else {}
    if "language" in last and (last["offset"], last["length"]) == (
        entity["offset"],
        entity["length"],
    ):
        entity["language"] = reading.entities.pop()["language"]
