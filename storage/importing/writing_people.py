"""Writes the people of a plan: their names, phones, chats and places in units; no consent."""

from collections.abc import Sequence

from rules.fold import fold
from rules.importing.plan import PlannedPerson, PlannedPlace
from rules.people_sort import sort_key
from storage import contacts, memberships
from storage.contacts import Contact
from storage.database import Transaction
from storage.importing.by import By
from storage.memberships import Joining


async def write_people(tx: Transaction, planned: Sequence[PlannedPerson], by: By) -> None:
    """Write the people; a place that another one follows ends on the day that one begins."""
    new = [Contact(one.id, one.name, one.phone, by.now) for one in planned if one.new]
    await contacts.add_contacts(tx, new)
    await _facts(tx, [one for one in planned if one.changed & {"name", "phone"}])
    await _chats(tx, planned, by)
    places = [(one.id, place) for one in planned for place in one.places if place.changed]
    await _correct(tx, [place for _, place in places if place.before and not place.succeeds])
    await _end(tx, [place for _, place in places if place.succeeds])
    fresh = [(one, place) for one, place in places if not place.before or place.succeeds]
    await memberships.join(tx, [_joining(one, place, by) for one, place in fresh])


async def _facts(tx: Transaction, planned: Sequence[PlannedPerson]) -> None:
    rows = [(one.id, one.name, fold(one.name), sort_key(one.name), one.phone) for one in planned]
    await tx.run(
        """WITH given (person, name, folded, sort_key, phone) AS (VALUES :rows)
           UPDATE people SET name = given.name, folded = given.folded,
               sort_key = given.sort_key, phone = given.phone
           FROM given WHERE people.id = given.person""",
        {"rows": rows},
    )


async def _chats(tx: Transaction, planned: Sequence[PlannedPerson], by: By) -> None:
    rows = [
        (by.new_id(), "telegram", by.bot, chat, one.id, "open", 0, by.now)
        for one in planned
        for chat in one.chats
    ]
    await tx.run(
        """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
           VALUES :rows""",
        {"rows": rows},
    )


async def _correct(tx: Transaction, places: Sequence[PlannedPlace]) -> None:
    rows = [(place.before, place.position, place.role, place.since) for place in places]
    await tx.run(
        """WITH given (id, position, role, since) AS (VALUES :rows)
           UPDATE memberships SET position = given.position, role = given.role,
               from_day = given.since, state = 'confirmed'
           FROM given WHERE memberships.id = given.id""",
        {"rows": rows},
    )


async def _end(tx: Transaction, places: Sequence[PlannedPlace]) -> None:
    await tx.run(
        """WITH given (id, since) AS (VALUES :rows)
           UPDATE memberships SET to_day = given.since
           FROM given WHERE memberships.id = given.id""",
        {"rows": [(place.before, place.since) for place in places]},
    )


def _joining(person: str, place: PlannedPlace, by: By) -> Joining:
    return Joining(
        by.new_id(), person, place.unit, place.since, place.position, place.role, confirmed=True
    )
