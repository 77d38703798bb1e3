"""The methods and types of the Bot API that calls are checked against: `contract.json`, read."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One parameter of a method or one field of a type, with the limits its description tells.

    `counted` says what lies between `least` and `most`: the characters, the bytes, the items, the
    value itself, or (parsed) the characters left when the markup is parsed away.
    """

    types: tuple[str, ...]
    required: bool
    least: int = 0
    most: int = 0
    counted: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of an object, or the names of the types it is one of."""

    fields: dict[str, Field]
    one_of: tuple[str, ...]


def _shape(found: dict[str, Any]) -> Shape:
    fields = {name: _field(**told) for name, told in found.get("fields", {}).items()}
    return Shape(fields, tuple(found.get("one_of", ())))


def _field(*, types: list[str], values: list[str] | None = None, **told: Any) -> Field:
    return Field(types=tuple(types), values=tuple(values or ()), **told)


_FOUND = json.loads((Path(__file__).parent / "contract.json").read_text(encoding="utf-8"))

VERSION: str = _FOUND["version"]
METHODS: dict[str, Shape] = {name: _shape(found) for name, found in _FOUND["methods"].items()}
TYPES: dict[str, Shape] = {name: _shape(found) for name, found in _FOUND["types"].items()}
UPDATES = frozenset[str](_FOUND["updates"])
