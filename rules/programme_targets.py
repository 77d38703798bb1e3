"""What must hold of the targets in a programme: a day, and a measure that can be counted."""

import calendar
from collections.abc import Iterator

from rules.programme import Programme, Target

# How each measure is written; a number or a code stands behind some.
PLAIN = ("quota", "covered", "launched", "effective")
COUNTED = ("registered", "recognised")
ADOPTED = "adopted"
_MONTHS = range(1, 13)
_ANY_COMMON_YEAR = 2001
_HOW = "“{}” counts nothing; write one of quota, covered, launched, adopted:CODE, effective, "
_HOW += "registered:NUMBER, recognised:NUMBER, or leave it out where the office marks it."

_Broken = Iterator[tuple[str, str]]


def broken_targets(programme: Programme) -> _Broken:
    """Yield each rule the targets break, as (key in the file, sentence)."""
    for index, target in enumerate(programme.targets):
        key = f"targets[{index}]"
        if not target.label.strip():
            yield f"{key}.label", "This is empty; write the words people are to read."
        yield from _day(key, target)
        yield from _measure(key, target, programme)
        for number, code in enumerate(target.units):
            if code not in [known for known, _ in programme.unit_types]:
                message = f"“{code}” is no type of unit; write one of unit_types."
                yield f"{key}.units[{number}]", message


def _day(key: str, target: Target) -> _Broken:
    if target.month not in _MONTHS:
        yield f"{key}.month", f"There is no month {target.month}; write 1 to 12."
        return
    last = calendar.monthrange(_ANY_COMMON_YEAR, target.month)[1]
    if not 1 <= target.day <= last:
        message = f"Month {target.month} has no day {target.day} every year; write 1 to {last}."
        yield f"{key}.day", message


def _measure(key: str, target: Target, programme: Programme) -> _Broken:
    what, _, which = target.measure.partition(":")
    if what == ADOPTED:
        if which not in [model.code for model in programme.launched]:
            yield f"{key}.measure", f"“{which}” is no launched model; write the code of one."
    elif what in COUNTED:
        if not which.isdecimal() or not int(which):
            yield f"{key}.measure", f"“{which}” is no number; write {what}: and 1 or more."
    elif target.measure and target.measure not in PLAIN:
        yield f"{key}.measure", _HOW.format(target.measure)
    if target.units and what not in PLAIN:
        yield f"{key}.units", "This measure does not count units of one type; leave units out."
