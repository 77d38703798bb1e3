"""What a register of earlier years would make of the register."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rules.importing.columns import Columns
from rules.importing.entry_rows import EntryRow
from rules.importing.entry_words import read_kind
from rules.importing.known import Known, KnownEntry
from rules.importing.noting import Noting
from rules.importing.plain import plain
from rules.importing.plan import Plan, PlannedEntry
from rules.importing.preview import Change
from rules.importing.row_units import RowUnits
from rules.programme import Programme
from rules.refused import Refused

_LAST_DAY = "12-31"
_COLUMNS = ("name", "kind", "address", "field", "content", "state", "received", "person")


def plan_entries(
    rows: Sequence[EntryRow], known: Known, columns: Columns, programme: Programme
) -> Plan:
    """Return what the rows make of what is known, of this programme."""
    plan = Plan("entries")
    noting = Noting(plan, columns)
    units = RowUnits(known, noting)
    before = {(e.round, e.unit, plain(e.name)): e for e in known.entries}
    first: dict[tuple[int, str, str], EntryRow] = {}
    for row in rows:
        unit = units.unit_of(row, column="unit", day=f"{row.year}-{_LAST_DAY}")
        if not unit:
            continue
        key = row.year, unit, plain(row.name)
        if first.setdefault(key, row) is not row:
            noting.wrong(row, "name", "twice", row.name, other=first[key].row)
        elif old := before.get(key):
            changes = list(_changes(row, old))
            plan.changes += changes
            columns_changed = frozenset(change.column for change in changes)
            plan.entries.append(
                PlannedEntry(row, old.id, unit, row.kind or old.kind, columns_changed)
            )
        else:
            plan.entries.append(PlannedEntry(row, "", unit, _kind(row, programme)))
    _count(plan, known, programme)
    return plan


def _changes(row: EntryRow, old: KnownEntry) -> Iterator[Change]:
    """Yield what a row says otherwise; what it does not say stays."""
    for column in _COLUMNS:
        said, kept = getattr(row, column) or "", getattr(old, column)
        if said and said != kept:
            yield Change(row.row, old.name, column, kept, said)


def _kind(row: EntryRow, programme: Programme) -> str:
    """Return the kind of a new entry; one that could not be read has its own problem."""
    try:
        return row.kind or read_kind("", programme, person=bool(row.person)).code
    except Refused:
        return ""


def _count(plan: Plan, known: Known, programme: Programme) -> None:
    kinds = {kind.code: kind.entry for kind in programme.kinds}
    counted: Counter[str] = Counter(kinds.get(entry.kind, "model") for entry in plan.entries)
    plan.by_type = dict(counted)
    there = {entry.id for entry in plan.entries}
    mine = {unit.id for unit in known.units if unit.mine}
    plan.untouched = sum(e.id not in there and e.unit in mine for e in known.entries)
