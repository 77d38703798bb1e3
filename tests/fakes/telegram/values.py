"""The parameters of a call, brought from their form on the wire to what the contract says."""

import contextlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .contract import METHODS, TYPES, Field
from .entities import units
from .errors import ApiError, bad
from .prose import RULES

_ARRAY = "Array of "
_BOOLEANS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_NUMBER = re.compile(r"-?\d{1,19}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came in a part of a multipart body."""

    name: str
    content_type: str
    data: bytes


def read_call(method: str, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a call as Python values of the types of the contract.

    What came as text (forms, strings in JSON) is decoded as Telegram decodes it. Raises ApiError
    for whatever the contract does not allow.
    """
    fields = METHODS[method].fields
    given = {
        name: value
        for name, value in _attached(raw).items()
        if not _left_empty(value, fields.get(name))
    }
    told = {
        name: _decoded(value, fields[name], name) for name, value in given.items() if name in fields
    }
    read = _filled({**given, **told}, fields, method)
    if rule := RULES.get(method):
        rule(read, method)
    return read


def _attached(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Put the files named by attach:// where they are named."""
    given = dict(raw)
    for name, value in raw.items():
        if isinstance(value, str) and value.startswith("attach://"):
            attached = given.pop(value.removeprefix("attach://"), None)
            if not isinstance(attached, Upload):
                raise bad(f"{name} names a file that is not attached")
            given[name] = attached
    return given


def _left_empty(value: Any, field: Field | None) -> bool:
    return value == "" and field is not None and "String" not in field.types


def _decoded(value: Any, field: Field, name: str) -> Any:
    """Return what a text on the wire stands for; Telegram knows all parameters as text."""
    if not isinstance(value, str) or field.types in {("String",), ("InputFile", "String")}:
        return value
    if "Integer" in field.types:
        return int(value) if _NUMBER.fullmatch(value) else value
    if field.types == ("Boolean",):
        return _BOOLEANS.get(value.strip().lower(), value)
    with contextlib.suppress(json.JSONDecodeError):
        return json.loads(value)
    raise bad(f"can't parse {name} JSON object")


def _filled(given: Mapping[str, Any], fields: Mapping[str, Field], where: str) -> dict[str, Any]:
    for name in given:
        if name not in fields:
            raise bad(f"{where} has no parameter {name!r}")
    for name, field in fields.items():
        if field.required and name not in given:
            raise bad(f"{where}: parameter {name!r} is required")
    return {name: _checked(value, fields[name], f"{where}.{name}") for name, value in given.items()}


def _checked(value: Any, field: Field, where: str) -> Any:
    found = _one_of(value, field.types, where)
    if field.values and found not in field.values:
        raise bad(f"{where} is {found!r}, not one of {', '.join(field.values)}")
    if field.counted and field.counted != "parsed":
        size = _size(found, field.counted)
        if not field.least <= size <= field.most:
            unit = "" if field.counted == "value" else f" {field.counted}"
            raise bad(f"{where}: {size}{unit}, {field.least} to {field.most} are allowed")
    return found


def _size(value: Any, counted: str) -> int:
    match counted:
        case "value":
            return int(value)
        case "characters":
            return units(value)
        case "bytes":
            return len(value.encode())
    return len(value)


def _one_of(value: Any, names: tuple[str, ...], where: str) -> Any:
    problems: list[ApiError] = []
    for name in names:
        try:
            return _as(value, name, where)
        except ApiError as problem:
            problems.insert(0 if _meant(value, name) else len(problems), problem)
    raise problems[0]


def _meant(value: Any, name: str) -> bool:
    """Tell whether an object has what makes it this type: its mistakes are the ones to tell."""
    if not isinstance(value, dict) or name not in TYPES:
        return False
    return all(key in value for key, field in TYPES[name].fields.items() if field.required)


def _as(value: Any, name: str, where: str) -> Any:
    if name.startswith(_ARRAY):
        if not isinstance(value, list):
            raise bad(f"{where} must be an Array")
        item_name = name.removeprefix(_ARRAY)
        return [_as(item, item_name, f"{where}[{at}]") for at, item in enumerate(value)]
    if name == "KeyboardButton" and isinstance(value, str):
        return _as({"text": value}, name, where)
    return (
        _object(value, name, where)
        if name in TYPES and name != "InputFile"
        else _plain(value, name, where)
    )


def _object(value: Any, name: str, where: str) -> Any:
    if not isinstance(value, dict):
        raise bad(f"{where} must be an Object ({name})")
    shape = TYPES[name]
    if shape.one_of:
        return _one_of(value, shape.one_of, where)
    read = _filled(value, shape.fields, where)
    if rule := RULES.get(name):
        rule(read, where)
    return read


def _plain(value: Any, name: str, where: str) -> Any:
    match name:
        case "Integer" if isinstance(value, str) and _NUMBER.fullmatch(value):
            return int(value)
        case "Integer" if isinstance(value, int) and not isinstance(value, bool):
            return value
        case "Boolean" if isinstance(value, bool):
            return value
        case "True" if value is True:
            return value
        case "InputFile" if isinstance(value, Upload):
            return value
        case "String" if isinstance(value, str):
            return _utf8(value, where)
    raise bad(f"{where} must be of type {name}")


def _utf8(value: str, where: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise bad(f"{where}: strings must be encoded in UTF-8") from None
    return value
