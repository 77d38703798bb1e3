"""What a list of units would make of the units there are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rules.importing.columns import Columns
from rules.importing.known import Known, KnownUnit
from rules.importing.noting import Noting
from rules.importing.plain import plain
from rules.importing.plan import Plan, PlannedUnit
from rules.importing.preview import Change
from rules.importing.unit_checks import check_units
from rules.importing.unit_identity import Identities
from rules.importing.unit_rows import UnitRow
from rules.importing.unit_types import type_in_name
from rules.members import show_members
from rules.phones import phone_if_any
from rules.programme import Programme
from rules.refused import Refused


def plan_units(
    rows: Sequence[UnitRow],
    known: Known,
    columns: Columns,
    programme: Programme,
    *,
    new_id: Callable[[], str],
) -> Plan:
    """Return what the rows make of what is known."""
    planning = _Planning(known, columns, programme)
    identities = Identities(rows, known, new_id)
    for n, row in enumerate(rows):
        if n in identities.refused:
            planning.refuse(row, identities.refused[n])
        else:
            planning.take(row, identities.ids[n], identities.parents[n])
    planning.finish(known)
    return planning.plan


class _Planning:
    """A plan in the making."""

    def __init__(self, known: Known, columns: Columns, programme: Programme) -> None:
        self.plan = Plan("units")
        self._units = {unit.id: unit for unit in known.units}
        self._noting, self._programme = Noting(self.plan, columns), programme
        self._staff: dict[str, list[str]] = defaultdict(list)
        self._fresh: dict[str, str] = {}
        self._names = {person.id: person.name for person in known.people}
        for person in known.people:
            for called in {plain(person.name), person.phone} - {""}:
                self._staff[called].append(person.id)

    def refuse(self, row: UnitRow, refused: Refused) -> None:
        """Note why a row cannot be told from others, or stands under nothing."""
        column = "name" if refused.reason == "unit-several" else "parent"
        if refused.reason != "parent-wrong":
            value = row.name if column == "name" else row.parent
            self._noting.wrong(row, column, refused.reason, value, **refused.details)

    def take(self, row: UnitRow, unit: str, parent: str) -> None:
        """Plan the unit of a row."""
        before = self._units.get(unit)
        self._fresh[unit] = row.name
        planned = PlannedUnit(
            row=row,
            id=unit,
            new=before is None,
            type=self._type(row, before),
            parent=parent,
            staff=self._in_charge(row, before),
        )
        # What is known of a unit of somebody else is not told by saying what would change.
        told = before and before.mine
        changed = frozenset(self._changes(planned, before)) if before and told else frozenset[str]()
        self.plan.units.append(replace(planned, changed=changed))

    def _type(self, row: UnitRow, before: KnownUnit | None) -> str:
        told = row.type or (before.type if before else "")
        found = told or type_in_name(row.name, self._programme)
        # A cell that could not be read has its own problem.
        if not found and self._programme.unit_types and row.name:
            self._noting.wrong(row, "type", "type-missing", row.name)
        return found

    def _in_charge(self, row: UnitRow, before: KnownUnit | None) -> str:
        if not row.staff:
            return before.staff if before else ""
        found = self._staff.get(plain(row.staff)) or self._staff.get(phone_if_any(row.staff), [])
        if len(found) != 1:
            reason = "staff-several" if found else "staff-unknown"
            self._noting.wrong(row, "staff", reason, row.staff)
        return found[0] if len(found) == 1 else ""

    def _changes(self, planned: PlannedUnit, before: KnownUnit) -> Iterator[str]:
        """Yield the columns that are other than before, each noted as a change."""
        row = planned.row
        pairs = [
            ("key", before.key, row.key),
            ("name", before.name, row.name),
            ("short", before.short, row.short),
            ("type", self._label(before.type), self._label(planned.type)),
            ("parent", self._called(before.parent), self._called(planned.parent)),
            ("place", before.place, row.place),
            ("members", show_members(before.members, before.about), row.counted()),
            ("staff", self._names.get(before.staff, ""), self._names.get(planned.staff, "")),
        ]
        for column, old, new in pairs:
            moved = column == "parent" and before.parent != planned.parent
            if moved or (new and old != new):
                self.plan.changes.append(Change(row.row, before.name, column, old, new))
                yield column

    def finish(self, known: Known) -> None:
        """Look at the whole, and count."""
        check_units(self.plan, known, self._programme, self._noting)
        counted = Counter(planned.type for planned in self.plan.units)
        self.plan.by_type = {self._label(code): n for code, n in counted.items() if code}
        there = {planned.id for planned in self.plan.units}
        self.plan.untouched = sum(unit.mine and unit.id not in there for unit in known.units)

    def _label(self, code: str) -> str:
        return dict(self._programme.unit_types).get(code, code)

    def _called(self, unit: str) -> str:
        return self._units[unit].name if unit in self._units else self._fresh.get(unit, "")
