"""Writes a plan: units, people, entries or ratings, with an event for everything touched."""

from collections.abc import Iterable, Iterator

from rules.importing.plan import Plan, PlannedRating
from storage import events, ratings, settings
from storage.database import Transaction
from storage.events import Event
from storage.importing.by import By
from storage.importing.writing_entries import write_entries
from storage.importing.writing_people import write_people
from storage.importing.writing_units import write_units
from storage.ratings import Rating

_LOCK = "importing"


async def one_at_a_time(tx: Transaction) -> None:
    """Let no two imports run beside each other: neither would see what the other one adds."""
    await settings.put_if_missing(tx, _LOCK, "")
    await tx.rows("SELECT value FROM settings WHERE name = :name FOR UPDATE", {"name": _LOCK})


async def write_import(tx: Transaction, plan: Plan, by: By) -> None:
    """Write all of a plan without problems, made in this transaction after `one_at_a_time`."""
    await write_units(tx, plan.units, by)
    await write_people(tx, plan.people, by)
    entries = await write_entries(tx, plan.entries, by)
    new = [Rating(r.unit, r.row.year, r.rating, by.person, by.now) for r in _rated(plan)]
    await ratings.keep(tx, new)
    await events.add(tx, [_event(by, *touched) for touched in (*_touched(plan), *entries)])


def _rated(plan: Plan) -> list[PlannedRating]:
    """Return the ratings that are other than before."""
    return [rating for rating in plan.ratings if rating.new or rating.changed]


def _touched(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield ids with what became of them, in words of columns: never what people are called."""
    for unit in plan.units:
        if unit.new or unit.changed:
            yield unit.id, "new" if unit.new else _listed(unit.changed)
    for person in plan.people:
        changed = person.changed | {"unit" for place in person.places if place.changed}
        if person.new or changed:
            yield person.id, "new" if person.new else _listed(changed)
    for rating in _rated(plan):
        yield rating.unit, f"rating {rating.row.year}"


def _listed(columns: Iterable[str]) -> str:
    return ",".join(sorted(columns))


def _event(by: By, subject: str, after: str) -> Event:
    return Event(by.new_id(), by.now, by.person, by.address, "import", subject, after=after)
