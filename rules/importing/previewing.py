"""Counts a plan for people, before it is carried out and after."""

from collections.abc import Sequence
from typing import TypeAlias

from rules.importing.columns import Columns
from rules.importing.plan import Plan, PlannedEntry, PlannedPerson, PlannedRating, PlannedUnit
from rules.importing.preview import Preview
from rules.importing.read import Row
from rules.table import Encoding

_FIRST = 3
_Planned: TypeAlias = PlannedUnit | PlannedPerson | PlannedEntry | PlannedRating


def preview(
    rows: Sequence[Row],
    plan: Plan,
    columns: Columns,
    *,
    encoding: Encoding = "",
    sample: tuple[str, str] = ("", ""),
    control: str = "",
) -> Preview:
    """Return what a plan made of these rows would do."""
    new, changed, same = counts(plan)
    return Preview(
        kind=plan.kind,
        columns=columns,
        rows=len(rows),
        new=new,
        changed=changed,
        same=same,
        untouched=plan.untouched,
        by_type=tuple(plan.by_type.items()),
        first=tuple(row.cells() for row in rows[:_FIRST]),
        changes=tuple(plan.changes),
        problems=tuple(plan.problems),
        encoding=encoding,
        sample=sample,
        control=control,
    )


def counts(plan: Plan) -> tuple[int, int, int]:
    """Return how many units, people, entries or ratings are new, changed and the same."""
    planned: list[_Planned] = [*plan.units, *plan.people, *plan.entries, *plan.ratings]
    new = sum(_is_new(one) for one in planned)
    changed = sum(not _is_new(one) and _is_changed(one) for one in planned)
    return new, changed, len(planned) - new - changed


def _is_new(one: _Planned) -> bool:
    return not one.id if isinstance(one, PlannedEntry) else one.new


def _is_changed(one: _Planned) -> bool:
    if isinstance(one, PlannedPerson):
        return bool(one.changed) or any(place.changed for place in one.places)
    return bool(one.changed)
