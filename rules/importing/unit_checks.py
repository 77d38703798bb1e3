"""What no row of a list of units shows by itself: rows twice, circles, strange parents, rights."""

from collections.abc import Mapping

from rules.importing.known import Known
from rules.importing.noting import Noting
from rules.importing.plain import plain
from rules.importing.plan import Plan, PlannedUnit
from rules.importing.problems import Problem, details
from rules.programme import Programme


def check_units(plan: Plan, known: Known, programme: Programme, noting: Noting) -> None:
    """Note all of it."""
    checks = _Checks(plan, known, programme, noting)
    checks.twice()
    checks.namesakes()
    checks.circles()
    checks.committees()
    for planned in plan.units:
        checks.parent(planned)
        if not known.everything:
            checks.rights(planned)
    if known.everything and (count := checks.on_top()):
        plan.problems.append(Problem(0, "", "", "on-top", details=details(count=count)))


class _Checks:
    """The plan beside what is known."""

    def __init__(self, plan: Plan, known: Known, programme: Programme, noting: Noting) -> None:
        self._plan, self._wrong = plan.units, noting.wrong
        self._units = {unit.id: unit for unit in known.units}
        self._types = {unit.id: unit.type for unit in known.units}
        self._types |= {planned.id: planned.type for planned in plan.units}
        self._fresh = {planned.id for planned in plan.units if planned.new}
        self._programme = programme

    def twice(self) -> None:
        """Note rows that are one unit, or would be two of one name in one place without codes."""
        first: dict[str, PlannedUnit] = {}
        by_name: dict[tuple[str, str], PlannedUnit] = {}
        for planned in self._plan:
            row = planned.row
            place = planned.parent, plain(row.name)
            other = first.get(planned.id) or by_name.get(place)
            if other and (planned.id in first or not (other.row.key and row.key)):
                self._wrong(row, "name", "twice", row.name, other=other.row.row)
            first.setdefault(planned.id, planned)
            by_name.setdefault(place, planned)

    def namesakes(self) -> None:
        """Say of which new units another one, not in the table, has the name already."""
        there = {planned.id for planned in self._plan}
        others = {plain(unit.name): unit for unit in self._units.values() if unit.id not in there}
        for planned in self._plan:
            row = planned.row
            other = others.get(plain(row.name)) if planned.new and row.name else None
            if other:
                above = self._units.get(other.parent)
                self._wrong(row, "name", "namesake", row.name, above=above.name if above else "–")

    def committees(self) -> None:
        """Say of what looks like a committee of its own which unit it would stand below."""
        above = {planned.parent for planned in self._plan}
        tops = {type_ for type_, parents in self._programme.unit_parents if not parents}
        heads = [planned for planned in self._plan if not planned.row.parent]
        for planned in heads:
            row, there = planned.row, self._units.get(planned.parent)
            above_all = len(heads) == 1 and planned.id in above
            if planned.new and there and (above_all or planned.type in tops):
                self._wrong(row, "name", "goes-below", row.name, above=there.name)

    def circles(self) -> None:
        """Note units that would stand under themselves."""
        parents = {unit.id: unit.parent for unit in self._units.values()}
        lost = _in_circles(parents | {planned.id: planned.parent for planned in self._plan})
        for planned in self._plan:
            if planned.id in lost:
                self._wrong(planned.row, "parent", "parent-circle", planned.row.parent)

    def parent(self, planned: PlannedUnit) -> None:
        """Note a unit of a type that may not stand there."""
        touched = planned.new or planned.changed & {"type", "parent"}
        above = self._types.get(planned.parent, "")
        fits = self._programme.may_stand_under(planned.type, above)
        if touched and planned.type and above and not fits:
            labels = dict(self._programme.unit_types)
            kinds = {"type": labels.get(planned.type, ""), "parent": labels.get(above, "")}
            self._wrong(planned.row, "parent", "parent-type", planned.row.parent, **kinds)

    def on_top(self) -> int:
        """Return how many new units nothing would stand above, where they are not the only one."""
        new = [planned for planned in self._plan if planned.new and not planned.parent]
        there = any(unit.name and not unit.parent for unit in self._units.values())
        return len(new) if len({planned.id for planned in new}) + there > 1 else 0

    def rights(self, planned: PlannedUnit) -> None:
        """Note a unit that whoever imports may not change, or not put there."""
        before, above = self._units.get(planned.id), self._units.get(planned.parent)
        theirs = above is not None and not above.mine
        if before is None and not planned.parent:
            self._wrong(planned.row, "name", "parent-missing", planned.row.name)
        elif (before is None and theirs) or (before is not None and not before.mine):
            self._wrong(planned.row, "name", "outside", planned.row.name)
        elif "parent" in planned.changed and theirs:
            self._wrong(planned.row, "parent", "outside", planned.row.parent)


def _in_circles(parents: Mapping[str, str]) -> set[str]:
    """Return the units from which the way up never ends."""
    safe: set[str] = set()
    lost: set[str] = set()
    for unit in parents:
        way: dict[str, None] = {}
        here = unit
        while here and here not in safe and here not in lost and here not in way:
            way[here] = None
            here = parents.get(here, "")
        (lost if here in way or here in lost else safe).update(way)
    return lost
