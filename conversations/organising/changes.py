"""A change to the organisation as one sentence: to read it back, to report it, to pass it on."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from conversations.moments import say_day
from dialog.turn import Translate
from rules import unit_commands
from rules.members import About
from rules.numbers import say_number
from rules.unit_commands import UnitChange

# What ids and codes of a command are called.
Names: TypeAlias = Mapping[str, str]


def say_change(command: UnitChange, names: Names, _: Translate) -> str:
    """Return what the command does, in a sentence that is true before it and after."""
    sentence = _SAID[type(command)](command, names, _)
    day = getattr(command, "day", "")
    if not day:
        return sentence
    text = _("From {day}: {change}")
    return text.format(day=say_day(dt.date.fromisoformat(day), _), change=sentence)


def say_members(members: int, _: Translate, *, about: About) -> str:
    """Return "128", or "hơn 4.600" and "khoảng 50" as it was written."""
    text = {About.OVER: _("more than {number}"), About.ROUGHLY: _("about {number}")}
    return text.get(about, "{number}").format(number=say_number(members))


def listed(names: Sequence[str], _: Translate) -> str:
    """Return "“A”, “B” và “C”"."""
    quoted = [f"“{name}”" for name in names]
    if len(quoted) == 1:
        return quoted[0]
    return _("{several} and {last}").format(several=", ".join(quoted[:-1]), last=quoted[-1])


def _rename(c: unit_commands.RenameUnit, names: Names, _: Translate) -> str:
    return _("“{unit}” is called “{name}”.").format(unit=names[c.unit], name=c.name)


def _retype(c: unit_commands.RetypeUnit, names: Names, _: Translate) -> str:
    return _("“{unit}” is of the type: {type}.").format(unit=names[c.unit], type=names[c.type])


def _move(c: unit_commands.MoveUnit, names: Names, _: Translate) -> str:
    text = _("“{unit}” belongs directly to “{parent}”.")
    return text.format(unit=names[c.unit], parent=names[c.parent])


def _merge(c: unit_commands.MergeUnits, names: Names, _: Translate) -> str:
    ending = [names[key] for key in (c.unit, *c.others) if key != c.into]
    text = _("{units} go into “{heir}”.") if c.into else _("{units} become “{heir}”.")
    return text.format(units=listed(ending, _), heir=names[c.into] if c.into else c.name)


def _split(c: unit_commands.SplitUnit, names: Names, _: Translate) -> str:
    text = _("“{unit}” is split into {heirs}.")
    return text.format(unit=names[c.unit], heirs=listed(c.names, _))


def _end(c: unit_commands.EndUnit, names: Names, _: Translate) -> str:
    if not c.successor:
        return _("“{unit}” is no more, nobody takes over.").format(unit=names[c.unit])
    text = _("“{unit}” is no more, “{heir}” takes over.")
    return text.format(unit=names[c.unit], heir=names[c.successor])


def _add(c: unit_commands.AddUnit, names: Names, _: Translate) -> str:
    text = _("“{unit}” is added, directly below “{parent}”.")
    return text.format(unit=c.name, parent=names[c.unit])


def _in_charge(c: unit_commands.PutInCharge, names: Names, _: Translate) -> str:
    text = _("In charge of “{unit}”: comrade {person}.")
    return text.format(unit=names[c.unit], person=names[c.person])


def _members(c: unit_commands.CountMembers, names: Names, _: Translate) -> str:
    text = _("“{unit}” has {members} members.")
    return text.format(unit=names[c.unit], members=say_members(c.members, _, about=c.about))


def _exempt(c: unit_commands.ExemptUnit, names: Names, _: Translate) -> str:
    text = _("“{unit}” need not register in {year}. Reason: {reason}.")
    return text.format(unit=names[c.unit], year=c.round, reason=c.reason.rstrip("."))


def _owing(c: unit_commands.LiftExemption, names: Names, _: Translate) -> str:
    text = _("“{unit}” registers in {year} like the others.")
    return text.format(unit=names[c.unit], year=c.round)


_SAID: Mapping[type, Callable[[Any, Names, Translate], str]] = {
    unit_commands.RenameUnit: _rename,
    unit_commands.RetypeUnit: _retype,
    unit_commands.MoveUnit: _move,
    unit_commands.MergeUnits: _merge,
    unit_commands.SplitUnit: _split,
    unit_commands.EndUnit: _end,
    unit_commands.AddUnit: _add,
    unit_commands.PutInCharge: _in_charge,
    unit_commands.CountMembers: _members,
    unit_commands.ExemptUnit: _exempt,
    unit_commands.LiftExemption: _owing,
}
