"""How people stand to what they ask for or act upon: the roles and places everything rests on."""

from collections.abc import Sequence
from typing import NamedTuple

from rules.permissions import Footing
from rules.roles import Held, holds, strongest
from rules.subjects import Kind, Subject
from storage.database import Transaction
from storage.scope import UNITS_SEEN, roles_over

# Each: the id asked for, the unit it belongs to, whose it is. No unit: a typed one that stands
# nowhere yet, or somebody without a unit; these are for an office.
_FOUND: dict[Kind, str] = {
    "unit": """SELECT id, CASE state WHEN 'asked' THEN '' ELSE id END, '' FROM units
               WHERE id IN :ids""",
    "entry": "SELECT id, unit, typed_by FROM entries WHERE id IN :ids",
    "membership": """SELECT m.id, CASE u.state WHEN 'asked' THEN '' ELSE u.id END, m.person
                     FROM memberships m JOIN units u ON u.id = m.unit WHERE m.id IN :ids""",
    "file": "SELECT id, '', person FROM files WHERE id IN :ids",
    "person": """SELECT p.id, COALESCE(m.unit, ''), p.id
                 FROM people p LEFT JOIN memberships m ON m.person = p.id
                      AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
                 WHERE p.id IN :ids""",
    "correction": """SELECT c.id, e.unit, c.person FROM corrections c
                     JOIN entries e ON e.id = c.entry WHERE c.id IN :ids""",
    "paper": "SELECT id, unit, person FROM papers WHERE id IN :ids",
    "summary": "SELECT id, unit, person FROM summaries WHERE id IN :ids",
    "meeting": "SELECT id, unit, '' FROM meetings WHERE id IN :ids",
    "series": "SELECT id, unit, '' FROM meeting_series WHERE id IN :ids",
    "announcement": "SELECT id, unit, '' FROM announcements WHERE id IN :ids",
    "sent": "SELECT id, unit, person FROM said_sent WHERE id IN :ids",
    "help": """SELECT h.id, CASE u.state WHEN 'known' THEN u.id ELSE '' END, h.person
               FROM help_requests h LEFT JOIN memberships m ON m.person = h.person
                    AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
               LEFT JOIN units u ON u.id = m.unit
               WHERE h.id IN :ids""",
}


class _Thing(NamedTuple):
    """A unit to which something belongs, and whose it is."""

    unit: str
    whose: str


async def footings(
    tx: Transaction, asked: Sequence[tuple[str, Subject]], *, today: str
) -> list[Footing]:
    """Return how each person stands to the subject; to what is not there, not at all."""
    things = await _things(tx, {subject for _, subject in asked}, today=today)
    people = sorted({person for person, _ in asked})
    pairs = sorted({(p, thing.unit) for p, s in asked for thing in things.get(s, ()) if thing.unit})
    roles = dict(zip(pairs, await roles_over(tx, pairs, today=today), strict=True))
    places, anywhere = await _places(tx, people, today=today)
    return [
        _footing(person, subject, things.get(subject, ()), roles, places, anywhere)
        for person, subject in asked
    ]


def _footing(
    person: str,
    subject: Subject,
    things: Sequence[_Thing],
    roles: dict[tuple[str, str], Held],
    places: set[tuple[str, str]],
    anywhere: dict[str, Held],
) -> Footing:
    widest = anywhere.get(person, "")
    if not subject.kind:
        return Footing(widest, place=True, typed=True)
    mine = any(thing.whose == person for thing in things)
    if subject.kind == "file":
        return Footing(widest if mine else "", typed=mine)
    unplaced: Held = widest if holds(widest, "office") else ""
    held = [roles[person, t.unit] if t.unit else unplaced for t in things]
    place = any((person, thing.unit) in places for thing in things)
    typed = mine and (place or subject.kind != "entry")
    return Footing(strongest(held), place, typed)


async def _things(
    tx: Transaction, subjects: set[Subject], *, today: str
) -> dict[Subject, list[_Thing]]:
    things: dict[Subject, list[_Thing]] = {}
    for kind, sql in _FOUND.items():
        ids = sorted(subject.id for subject in subjects if subject.kind == kind)
        if ids:
            for id_, *thing in await tx.rows(sql, {"ids": ids, "today": today}):
                things.setdefault(Subject(kind, id_), []).append(_Thing(*thing))
    return things


async def _places(
    tx: Transaction, people: Sequence[str], *, today: str
) -> tuple[set[tuple[str, str]], dict[str, Held]]:
    """Return the places people have, and the strongest role each holds anywhere."""
    params = {"people": people, "today": today}
    places = await tx.rows(
        f"WITH RECURSIVE {UNITS_SEEN} SELECT person, unit FROM places",  # noqa: S608 - ours
        params,
    )
    roles = await tx.rows(
        """SELECT person, role FROM memberships WHERE person IN :people AND state = 'confirmed'
           AND from_day <= :today AND (to_day = '' OR :today < to_day)""",
        params,
    )
    held: dict[str, list[Held]] = {}
    for person, role in roles:
        held.setdefault(person, []).append(role)
    widest = {person: strongest(all_) for person, all_ in held.items()}
    return {(person, unit) for person, unit in places}, widest
