"""Compares what an import would make with the totals declared for it, or in the programme."""

from collections.abc import Sequence
from typing import TypeAlias

from rules.importing.control import Control, differences
from rules.importing.known import Known
from rules.importing.plan import Plan
from rules.importing.problems import Problem
from rules.programme import Programme

_TOTAL = "total"
_Unit: TypeAlias = tuple[str, str, str]  # id, type, the unit above


def check_rows(plan: Plan, control: Control, programme: Programme) -> list[Problem]:
    """Return what the rows of a table and the totals declared for it differ in."""
    if plan.kind == "units":
        units = [(unit.id, unit.type, unit.parent) for unit in plan.units]
        return _differences(units, control, programme)
    kinds = {kind.code: kind.entry for kind in programme.kinds}
    types = [str(kinds.get(entry.kind, "")) for entry in plan.entries]
    return differences(control, types or [""] * len(plan.people or plan.ratings), {})


def check_all(plan: Plan, known: Known, programme: Programme) -> list[Problem]:
    """Return what all units there would be and the totals of the programme's document differ in."""
    declared = dict(programme.controls)
    parts = tuple((code, number) for code, number in declared.items() if code != _TOTAL)
    if not declared or plan.kind != "units":
        return []
    control = Control(declared.get(_TOTAL, sum(number for _, number in parts)), parts)
    there = {unit.id: (unit.id, unit.type, unit.parent) for unit in known.units}
    there |= {unit.id: (unit.id, unit.type, unit.parent) for unit in plan.units}
    # Beside those it counts there may be units of other types; it says nothing of them.
    counted = [unit for unit in there.values() if not parts or unit[1] in dict(parts)]
    return _differences(counted, control, programme)


def _differences(units: Sequence[_Unit], control: Control, programme: Programme) -> list[Problem]:
    """Return in what the units and the totals differ; whoever declares them may stand there too.

    That is a unit above others of a type the totals do not name, or the one above all others.
    """
    named = {code for code, _ in control.by_type}
    ids = {id_ for id_, _, _ in units}
    above = {parent for _, _, parent in units}
    tops = {id_ for id_, _, parent in units if parent not in ids}
    declaring = tops if len(tops) == 1 and tops <= above else set()
    counted = [unit for unit in units if unit[1] in named or unit[0] not in above]
    below = [unit for unit in counted if unit[0] not in declaring]
    labels = dict(programme.unit_types)
    found, without = (
        differences(control, [type_ for _, type_, _ in some], labels) for some in (counted, below)
    )
    return found and without and found
