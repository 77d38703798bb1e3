"""The unit a row of contacts, entries or ratings is about, by its code or by what it is called."""

from collections.abc import Iterator
from typing import TypeAlias

from rules.importing.contact_rows import ContactRow
from rules.importing.directory import Directory, Entered
from rules.importing.entry_rows import EntryRow
from rules.importing.known import Known, KnownUnit
from rules.importing.noting import Noting
from rules.importing.rating_rows import RatingRow
from rules.refused import Refused

_Row: TypeAlias = ContactRow | EntryRow | RatingRow


class RowUnits:
    """The units whose rows may be imported; rows about no such are noted."""

    def __init__(self, known: Known, noting: Noting) -> None:
        self._units = {unit.id: unit for unit in known.units}
        self._by_key = {unit.key: unit.id for unit in known.units if unit.key}
        self._directory = Directory(_entered(known))
        self._everything, self._wrong = known.everything, noting.wrong
        self._found: dict[str, list[str]] = {}

    def unit_of(self, row: _Row, *, column: str, day: str = "") -> str:
        """Return the id of the row's unit, of several so called the one of that day; "" if none."""
        unit = ""
        try:
            unit = self._with_key(row) if row.key else self._named(row.unit, day)
        except Refused as refused:
            # Without either the row has been found wanting already.
            if row.key or row.unit:
                where, said = ("key", row.key) if row.key else (column, row.unit)
                self._wrong(row, where, refused.reason, said, **refused.details)
            return ""
        if not self._everything and not self._units[unit].mine:
            self._wrong(row, column, "outside", row.unit or row.key)
            return ""
        return unit

    def _with_key(self, row: _Row) -> str:
        unit = self._by_key.get(row.key)
        if unit is None:
            raise Refused("unit-key")
        called = self._called(row.unit) if row.unit else []
        if called and unit not in called:
            raise Refused("unit-key-other", like=row.unit)
        return unit

    def _named(self, said: str, day: str) -> str:
        found = self._called(said)
        if len(found) > 1 and day:
            found = [unit for unit in found if _existed(self._units[unit], day)] or found
        if len(found) > 1:
            found = [unit for unit in found if self._units[unit].name] or found
        return found[0] if len(found) == 1 else self._directory.only(said)

    def _called(self, said: str) -> list[str]:
        if said not in self._found:
            self._found[said] = self._directory.find(said)
        return self._found[said]


def _entered(known: Known) -> Iterator[Entered]:
    for unit in known.units:
        for name in {unit.name: None, unit.short: None, **dict.fromkeys(_ever_called(unit))}:
            yield Entered(unit.id, name)


def _ever_called(unit: KnownUnit) -> Iterator[str]:
    for called in unit.called:
        yield called.name
        yield called.short


def _existed(unit: KnownUnit, day: str) -> bool:
    return any(called.holds_on(day) for called in unit.called)
