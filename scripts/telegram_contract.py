"""Extract the part of a Bot API schema that our tests' Telegram checks calls against.

Usage: ``python scripts/telegram_contract.py SCHEMA.json``, the schema in the layout of
PaulSonOfLars/telegram-bot-api-spec.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONTRACT = Path(__file__).parents[1] / "tests/fakes/telegram/contract.json"

METHODS = (
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
    "setMyCommands",
    "sendMessage",
    "editMessageText",
    "editMessageReplyMarkup",
    "answerCallbackQuery",
    "sendChatAction",
    "getFile",
    "sendPhoto",
    "sendDocument",
)

# Nothing here sends these, and they would pull in most of the schema: a call with one is refused.
LEFT_OUT = {"EphemeralMessageParameters", "InputRichMessage", "SuggestedPostParameters"}

_LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)( after entit)?")
_RANGE = re.compile(r"\b(\d+)-(\d+)\b(?!-bit)")
_ITEMS = re.compile(r"[Aa]t most (\d+) ")
_MUST_BE = re.compile(r"must be ([a-z_]+)$")
_ONE_OF = re.compile(r"(?:Must be one of|Currently, can be) (.*)")
_CHOOSE = re.compile(r"Choose one, [^:]*: (.*)")


def main() -> None:
    """Read the schema named on the command line and write the contract."""
    schema = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    CONTRACT.write_text(_written(extract(schema)) + "\n", encoding="utf-8")


def extract(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the methods used and the types they take, with the limits their descriptions tell."""
    methods = {name: schema["methods"][name] for name in METHODS}
    types = _reached(schema["types"], methods)
    return {
        "version": schema["version"],
        "date": schema["release_date"],
        "methods": {name: _shape(method) for name, method in methods.items()},
        "types": {name: _shape(found) for name, found in sorted(types.items())},
        "updates": [field["name"] for field in schema["types"]["Update"]["fields"][1:]],
    }


def _reached(types: dict[str, Any], methods: dict[str, Any]) -> dict[str, Any]:
    """Return every type that a parameter of the methods can hold, at any depth."""
    found: dict[str, Any] = {}
    names = [name for method in methods.values() for name in _named(method)]
    while names:
        name = names.pop()
        if name in types and name not in found and name not in LEFT_OUT:
            found[name] = types[name]
            names += [*types[name].get("subtypes", ()), *_named(types[name])]
    return found


def _named(owner: dict[str, Any]) -> Iterator[str]:
    for field in owner.get("fields", ()):
        for name in field["types"]:
            yield name.removeprefix("Array of ").removeprefix("Array of ")


def _shape(owner: dict[str, Any]) -> dict[str, Any]:
    if "subtypes" in owner:
        return {"one_of": owner["subtypes"]}
    fields = {
        field["name"]: {"types": field["types"], "required": field["required"]} | _limits(field)
        for field in owner.get("fields", ())
        if not LEFT_OUT.intersection(field["types"])
    }
    return {"fields": fields}


def _limits(field: dict[str, Any]) -> dict[str, Any]:
    """Return what the prose of a field says about its size or its values."""
    prose = field["description"]
    if field["types"] == ["Integer"] and (found := _RANGE.search(prose)):
        return {"least": int(found[1]), "most": int(found[2]), "counted": "value"}
    if field["types"][0].startswith("Array") and (found := _ITEMS.search(prose)):
        return {"least": 0, "most": int(found[1]), "counted": "items"}
    if field["types"] == ["String"] and (found := _LENGTH.search(prose)):
        counted = "parsed" if found[4] else found[3]
        return {"least": int(found[1]), "most": int(found[2]), "counted": counted}
    if values := _values(prose):
        return {"values": values}
    return {}


def _values(prose: str) -> list[str]:
    if found := _MUST_BE.search(prose):
        return [found[1]]
    if found := _ONE_OF.search(prose):
        return re.findall(r"'([a-z_]+)'", found[1])
    if found := _CHOOSE.search(prose):
        return re.findall(r"\b([a-z_]+) (?:for|or) ", found[1])
    return []


def _written(value: Any, *, levels: int = 4, indent: int = 0) -> str:
    """Return JSON with one field a line, so that a newer schema reads as a short difference."""
    if not levels or not value or not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    margin = "\n" + " " * indent
    items = [
        f"{margin} {json.dumps(key)}: {_written(item, levels=levels - 1, indent=indent + 1)}"
        for key, item in value.items()
    ]
    return "{" + ",".join(items) + margin + "}"


if __name__ == "__main__":
    main()
