"""Totals a document declares: "84 = 45 đảng bộ + 39 chi bộ"; what does not add up is refused."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rules.fold import fold
from rules.importing.columns import Kind
from rules.importing.problems import Problem, details
from rules.importing.unit_types import read_type
from rules.numbers import read_number
from rules.programme import Programme
from rules.refused import Refused

_PART = re.compile(r"([0-9][0-9. ]*)\s*(.*)")
_ENTRIES = {"mo hinh": "model", "dien hinh": "exemplar"}


@dataclass(frozen=True, slots=True)
class Control:
    """How many rows there must be in all, and of which type how many: (code, number)."""

    total: int
    by_type: tuple[tuple[str, int], ...] = ()


def read_control(said: str, kind: Kind, programme: Programme) -> Control:
    """Return the totals in these words; `by_type` is by unit type, or by model and exemplar.

    Refused "control-words" when they are none, "control-sum" when they do not add up themselves.
    """
    left, equals, right = fold(said).partition("=")
    total = _counted(left)[0]
    if not equals:
        return Control(total)
    parts = [_counted(part) for part in re.split(r"\+|,|;| va ", right)]
    if not all(words for _, words in parts):
        raise Refused("control-words")
    found = tuple((_type(words, kind, programme), number) for number, words in parts)
    if sum(number for _, number in found) != total:
        raise Refused("control-sum", total=total, parts=sum(number for _, number in found))
    return Control(total, found)


def _counted(part: str) -> tuple[int, str]:
    """Return number and words of "45 đảng bộ"."""
    match = _PART.fullmatch(part.strip())
    if not match:
        raise Refused("control-words")
    try:
        return read_number(match[1].strip()), match[2].strip()
    except Refused:
        raise Refused("control-words") from None


def _type(words: str, kind: Kind, programme: Programme) -> str:
    if kind == "entries" and words in _ENTRIES:
        return _ENTRIES[words]
    try:
        return read_type(words, programme)
    except Refused:
        raise Refused("control-words") from None


def differences(control: Control, types: Sequence[str], labels: Mapping[str, str]) -> list[Problem]:
    """Return what the control and the types of the rows that count differ in, both figures said."""
    counts = Counter(types)
    wrong = [
        _difference(labels.get(code, code), declared, counts[code])
        for code, declared in control.by_type
        if counts[code] != declared
    ]
    if len(types) != control.total:
        wrong.insert(0, _difference("", control.total, len(types)))
    return wrong


def _difference(label: str, declared: int, found: int) -> Problem:
    reason = "control-type" if label else "control-total"
    return Problem(0, "", "", reason, "", details(label=label, declared=declared, found=found))
