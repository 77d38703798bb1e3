"""Making the office's table of what its units and their entries are."""

import datetime as dt
from collections.abc import Mapping, Sequence

from rules.adopting import adopted_all, adoption
from rules.duties import owed
from rules.person import Unit
from rules.programme import Programme
from rules.progress import Progress, progress
from rules.summary import EntryNow, Line, Summary, UnitNow


def summarise(
    programme: Programme,
    *,
    office: Unit,
    year: int,
    at: dt.datetime,
    units: Sequence[UnitNow],
    entries: Sequence[EntryNow],
) -> Summary:
    """Return the table of an office over the units below it; its own unit owes nothing there."""
    below = [now for now in units if now.unit.id != office.id and not now.ended]
    parents = {now.unit.id: now.parent for now in units if now.unit.id != office.id}
    counted = tuple(entry for entry in entries if entry.counts and not entry.unclear)
    lines = _lines(programme, below, counted, parents)
    launched = [model for model in programme.launched if model.open]
    return Summary(
        office=office,
        programme=programme.code,
        year=year,
        at=at,
        lines=lines,
        entries=counted,
        unclear=sum(entry.counts and entry.unclear for entry in entries),
        fields=tuple(field.code for field in programme.fields),
        adoption=tuple(adoption(model, below) for model in launched),
        adopted_all=adopted_all(programme, below),
        coverage=tuple((type_, _covered(type_, lines)) for type_ in programme.covered),
    )


def _lines(
    programme: Programme,
    below: Sequence[UnitNow],
    counted: Sequence[EntryNow],
    parents: Mapping[str, str],
) -> tuple[Line, ...]:
    own: dict[str, dict[str, EntryNow]] = {}
    for entry in counted:
        for unit in entry.units:
            own.setdefault(unit, {})[entry.id] = entry
    rolled = _rolled_up(own, parents)
    lines = []
    for now in below:
        what = owed(programme, now.unit.type)
        mine = (rolled if what.duty in {"effective", "covered"} else own).get(now.unit.id, {})
        recognised = sum(entry.model and entry.state == "recognised" for entry in mine.values())
        if what.duty:
            lines.append(Line(now, what, len(mine), recognised))
    return tuple(lines)


def _rolled_up(
    own: Mapping[str, Mapping[str, EntryNow]], parents: Mapping[str, str]
) -> dict[str, dict[str, EntryNow]]:
    """Return the entries of each unit and of all below it, each once."""
    rolled: dict[str, dict[str, EntryNow]] = {}
    for unit, entries in own.items():
        at, seen = unit, set[str]()
        while at and at not in seen:
            rolled.setdefault(at, {}).update(entries)
            seen.add(at)
            at = parents.get(at, "")
    return rolled


def _covered(unit_type: str, lines: Sequence[Line]) -> Progress:
    of_type = [line for line in lines if line.now.unit.type == unit_type]
    exempt = {line.now.unit.id for line in of_type if line.now.exempt}
    have = {line.now.unit.id: line.registered > 0 for line in of_type}
    return progress(have, exempt=exempt)
