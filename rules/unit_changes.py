"""What a change to the organisation may be: no circles, no strange parents, nothing backwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.fold import fold
from rules.members import About
from rules.programme import Programme
from rules.refused import Refused


@dataclass(frozen=True, slots=True)
class Child:
    """A unit directly below another, as far as changes of that other ask for it."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class UnitState:
    """A unit as changes find it; days are ISO text.

    first    the first day it had a name
    changed  the last day from which its name or the unit above it is another
    ended    the first day it is no more, "" while it is
    parent   the unit above it in the end, "" for none; `above` are all above it at any time
    beside   the units below the same one
    """

    id: str
    name: str
    type: str
    first: str
    changed: str
    ended: str = ""
    place: str = ""
    parent: str = ""
    above: tuple[str, ...] = ()
    below: tuple[Child, ...] = ()
    beside: tuple[Child, ...] = ()
    members: int = 0
    about: About = About.EXACT


def check_day(unit: UnitState, day: str) -> None:
    """Let pass a day from which the unit may be another.

    Refused "unit-ended", "before-first-day" or "changed-later".
    """
    if unit.ended:
        raise Refused("unit-ended", unit=unit.name)
    if day < unit.first:
        raise Refused("before-first-day", unit=unit.name, day=unit.first)
    if day < unit.changed:
        raise Refused("changed-later", unit=unit.name, day=unit.changed)


def check_last_day(unit: UnitState, day: str) -> None:
    """Let pass a day from which the unit may be no more: as `check_day`, and not its first."""
    check_day(unit, day)
    if day == unit.first:
        raise Refused("before-first-day", unit=unit.name, day=unit.first)


def check_parent(programme: Programme, unit: UnitState, parent: UnitState, *, day: str) -> None:
    """Let pass a unit that may stand above another from a day on.

    Refused "unit-below-itself", "wrong-parent", or as `check_there`.
    """
    check_there(parent, day)
    if unit.id in {parent.id, *parent.above}:
        raise Refused("unit-below-itself", unit=unit.name, parent=parent.name)
    check_type(programme, unit.name, unit.type, parent)


def check_type(programme: Programme, name: str, type_: str, parent: UnitState) -> None:
    """Let pass a type that may stand under that unit; one not known yet may. Or "wrong-parent"."""
    known = type_ and parent.type
    if known and not programme.may_stand_under(type_, parent.type):
        raise Refused("wrong-parent", unit=name, parent=parent.name)


def check_there(unit: UnitState, day: str) -> None:
    """Let pass a unit that is there from that day on; Refused "unit-ended", "before-first-day"."""
    if unit.ended:
        raise Refused("unit-ended", unit=unit.name)
    if day < unit.first:
        raise Refused("before-first-day", unit=unit.name, day=unit.first)


def check_name(name: str, beside: Iterable[Child], *, own: Sequence[str] = ()) -> None:
    """Let pass a name that no other unit below the same one has; `own` are ids that do not count.

    Refused "name-taken".
    """
    taken = {fold(child.name) for child in beside if child.id not in own}
    if fold(name) in taken:
        raise Refused("name-taken", unit=name)


def check_heirs(programme: Programme, unit: UnitState, heirs: Sequence[UnitState]) -> None:
    """Let pass who takes over from a unit that ends: what is below it must have where to go.

    Refused "units-below", "unit-below-itself" or "wrong-parent".
    """
    if unit.id in {heir.id for heir in heirs}:
        raise Refused("unit-below-itself", unit=unit.name, parent=unit.name)
    if any(unit.id in heir.above for heir in heirs):
        raise Refused("heir-below", unit=unit.name)
    if unit.below and len(heirs) != 1:
        raise Refused("units-below", unit=unit.name, count=len(unit.below))
    for heir in heirs:
        for child in unit.below:
            check_type(programme, child.name, child.type, heir)


def members_together(units: Iterable[UnitState]) -> tuple[int, About]:
    """Return how many belong to all of them and how exact that is: more, when one is unknown."""
    counted = [(unit.members, unit.about if unit.members else About.OVER) for unit in units]
    total = sum(members for members, _ in counted)
    return total, max(about for _, about in counted) if total else About.EXACT
