"""Writes the entries of a plan: new ones with the next numbers, changed ones as a new version."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rules.importing.plan import PlannedEntry
from rules.programme import Programme
from rules.rounds import is_on_time
from storage import contacts, deadline_changes, entries, settings
from storage.contacts import Contact
from storage.database import Transaction
from storage.entries import NewEntry
from storage.importing.by import By
from storage.importing.changing_entries import change_entries

_NOON = 12
_OPERATOR = "operator"  # the setting that says in whose name the terminal types


async def write_entries(
    tx: Transaction, planned: Sequence[PlannedEntry], by: By
) -> list[tuple[str, str]]:
    """Write the entries, numbered in their order; return the ids touched and what changed."""
    new = [entry for entry in planned if not entry.id]
    old = [entry for entry in planned if entry.changed]
    if not new and not old:
        return []
    typist = by.person or await _operator(tx, by)
    by = replace(by, programme=await _as_of_now(tx, by))
    first = await entries.take_numbers(tx, Counter(_counter(entry, by) for entry in new))
    rows = [_numbered(entry, first, typist, by) for entry in new]
    await entries.add(tx, rows)
    await change_entries(tx, old, typist, by)
    changed = [(entry.id, ",".join(sorted(entry.changed))) for entry in old]
    return [*((row.id, "new") for row in rows), *changed]


async def _as_of_now(tx: Transaction, by: By) -> Programme:
    """Return the programme with the deadlines as the office changed them."""
    return replace(by.programme, changes=await deadline_changes.changes(tx, today=by.today))


async def _operator(tx: Transaction, by: By) -> str:
    """Return the person that stands for whoever sits at the terminal; they have no chat."""
    mine = by.new_id()
    person = await settings.put_if_missing(tx, _OPERATOR, mine)
    if person == mine:
        await contacts.add_contacts(tx, [Contact(person, "", "", by.now)])
    return person


def _counter(entry: PlannedEntry, by: By) -> str:
    return f"{by.programme.prefix}-{entry.row.year}"


def _numbered(entry: PlannedEntry, first: dict[str, int], typist: str, by: By) -> NewEntry:
    counter = _counter(entry, by)
    number = first[counter]
    first[counter] += 1
    row, kind, programme = entry.row, by.programme.kind(entry.kind), by.programme.of(entry.unit)
    # Without a day it comes before all that has one.
    received = by.moment_of(row.received or f"{row.year}-01-01", _NOON if row.received else 0)
    return NewEntry(
        id=by.new_id(),
        code=f"{counter}-{number:04d}",
        number=number,
        dialog=by.new_id(),
        unit=entry.unit,
        typed_by=typist,
        programme=by.programme.code,
        programme_version=by.version,
        round=row.year,
        kind=kind.code,
        entry_kind=kind.entry,
        subject=kind.subject,
        origin=kind.origin,
        counts=kind.counts,
        name=row.name,
        address=row.address,
        field=row.field,
        content=row.content,
        state=row.state or "accepted",
        on_time=not row.received or is_on_time(programme, row.year, received),
        channel="import",
        created_at=int(received.timestamp() * 1000),
        person=row.person,
    )
