"""Reading a programme from the TOML text an office edits, every mistake in it named by line."""

import datetime as dt
import difflib
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from typing import Any, Literal, get_args, get_origin, get_type_hints

from rules.phones import read_phone
from rules.programme import Programme
from rules.programme_checks import broken_rules
from rules.toml_lines import TomlLines, around, joined

# What a value is called in a problem's sentence, and what stands for a bad one until all is read.
_PLAIN: dict[type, tuple[str, object]] = {
    str: ("a text in quotes", ""),
    int: ("a whole number without quotes", 0),
    bool: ("true or false without quotes", False),
    dt.time: ("a time such as 17:00:00 without quotes", dt.time()),
    dt.date: ("a date such as 2024-03-29 without quotes", dt.date.min),
}
_MANY: dict[type, str] = {
    str: "texts",
    int: "whole numbers without quotes",
    dt.time: "times such as 06:45:00 without quotes",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: its line (from 1, 0 if unknown), its key, and what to write instead."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.message}"


class ProgrammeError(Exception):
    """A programme's file cannot be taken; `problems` is all that is wrong with it, by line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def read_programme(text: str, *, file: str) -> Programme:
    """Return the programme written in this TOML text; `file` names it in problems.

    Raises ProgrammeError.
    """
    # Notepad puts a mark before the text, and some keyboards and files take letters apart.
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProgrammeError((_not_toml(str(error), text, file),)) from None
    reading = _Reading()
    programme: Programme = reading.table(Programme, data, "")
    if wrong := [*reading.wrong, *reading.unknown_of(broken_rules(programme))]:
        lines = TomlLines(text)
        problems = (Problem(file, lines.line(key), key, message) for key, message in wrong)
        raise ProgrammeError(tuple(sorted(problems, key=lambda problem: problem.line)))
    office = replace(programme.office, phone=read_phone(programme.office.phone))
    return replace(programme, office=office)


def _not_toml(error: str, text: str, file: str) -> Problem:
    line = re.search(r"at line (\d+)", error)
    hint = "write texts in quotes, times as 17:00:00 and dates as 2024-03-29"
    message = f"This line is not TOML ({error}); {hint}."
    return Problem(file, int(line[1]) if line else text.count("\n") + 1, "", message)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of a file; the dataclasses say what belongs where, `wrong` is what does not."""

    wrong: list[tuple[str, str]] = field(default_factory=list)

    def table(self, shape: Any, value: object, key: str) -> Any:
        if not isinstance(value, dict):
            self._note(key, f"This is {_shown(value)}; write a section with its own keys.")
            return _empty(shape)
        written = [each for each in fields(shape) if not each.metadata.get("of_the_moment")]
        hints = get_type_hints(shape)
        shapes = {each.name: hints[each.name] for each in written}
        for name in [name for name in value if name not in shapes]:
            self._note(joined(key, name), _unknown(name, list(shapes)))
        given = {}
        for each in written:
            place = joined(key, each.name)
            if each.name in value:
                given[each.name] = self._shaped(shapes[each.name], value[each.name], place)
            elif each.default is MISSING:
                self._note(place, f"{each.name} is missing; write {_wanted(shapes[each.name])}.")
                given[each.name] = _empty(shapes[each.name])
        return shape(**given)

    def unknown_of(self, broken: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Yield the broken rules that are not just what a problem noted before leads to."""
        noted = {key for key, _ in self.wrong}
        return ((key, words) for key, words in broken if noted.isdisjoint(around(key)))

    def _note(self, key: str, message: str) -> None:
        self.wrong.append((key, message))

    def _shaped(self, shape: Any, value: object, key: str) -> Any:
        if is_dataclass(shape):
            return self.table(shape, value, key)
        if get_origin(shape) is tuple:
            item = get_args(shape)[0]
            read = self._pairs if get_origin(item) is tuple else self._items
            return read(item, value, key)
        if _is(shape, value):
            return value
        self._note(key, f"This is {_shown(value)}; write {_wanted(shape)}.")
        return _empty(shape)

    def _items(self, item: Any, value: object, key: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            self._note(key, f"This is {_shown(value)}; write {_wanted(tuple[item, ...])}.")
            return ()
        return tuple(self._shaped(item, each, f"{key}[{n}]") for n, each in enumerate(value))

    def _pairs(self, item: Any, value: object, key: str) -> tuple[tuple[Any, Any], ...]:
        left, right = get_args(item)
        if not isinstance(value, dict):
            self._note(key, f"This is {_shown(value)}; write {_wanted(tuple[item, ...])}.")
            return ()
        pairs = []
        for name, each in value.items():
            if left is int and not re.fullmatch(r"[1-9]\d{3}", name):
                self._note(joined(key, name), f"{name} is no year; write one such as 2024.")
                continue
            pairs.append((left(name), self._shaped(right, each, joined(key, name))))
        return tuple(pairs)


def _is(shape: Any, value: object) -> bool:
    if get_origin(shape) is Literal:
        return value in get_args(shape)
    return type(value) is shape  # True is an int too, and a date with a time is a date


def _empty(shape: Any) -> Any:
    if is_dataclass(shape):
        return _Reading().table(shape, {}, "")
    if get_origin(shape) is tuple:
        return ()
    return "" if get_origin(shape) is Literal else _PLAIN[shape][1]


def _wanted(shape: Any) -> str:
    if is_dataclass(shape):
        return "a section with its own keys"
    if get_origin(shape) is Literal:
        return "one of " + ", ".join(f"“{word}”" for word in get_args(shape))
    if get_origin(shape) is not tuple:
        return _PLAIN[shape][0]
    item = get_args(shape)[0]
    if get_origin(item) is tuple:
        return f"a section of names, = and {_wanted(get_args(item)[1])}"
    if is_dataclass(item):
        return "sections, each headed by its name in [[ ]]"
    return f"a list of {_MANY[item]} in [ ]"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a section"
    if isinstance(value, list):
        return "a list"
    return f"“{value}”" if isinstance(value, str) else str(value).lower()


def _unknown(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    instead = f"write {close[0]} instead" if close else f"the keys here are {', '.join(known)}"
    return f"There is no key {name} here; {instead}."
