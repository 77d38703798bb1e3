"""Words that wait for a human: whose they are, whom they go to, whether somebody saw to them."""

import datetime as dt
from dataclasses import dataclass

from rules.office_requests import HelpAsked
from storage import humans, memberships
from storage.database import Transaction
from storage.humans import Officer
from storage.scope import UNITS_SEEN

_HELD = """m.state = 'confirmed' AND m.role IN ('office', 'admin')
    AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)"""
# Nearest first: who of an office over the unit is in charge of it or of one above it, else who is
# of the office nearest above. Whom nobody knows the unit of, an office that nothing stands above.
_HELPING = f"""
WITH RECURSIVE above (unit, steps) AS (
    SELECT u.id, 0 FROM units u WHERE u.id = :unit AND u.state = 'known'
    UNION
    SELECT p.parent, a.steps + 1 FROM above a JOIN unit_parents p ON p.unit = a.unit
    WHERE a.steps < 9 AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
), offices (person, steps) AS (
    SELECT m.person, a.steps FROM above a JOIN memberships m ON m.unit = a.unit WHERE {_HELD}
), found (person, distance) AS (
    SELECT h.person, a.steps FROM above a JOIN unit_humans h ON h.unit = a.unit
    WHERE h.from_day <= :today AND (h.to_day = '' OR :today < h.to_day)
      AND h.person IN (SELECT person FROM offices)
    UNION SELECT person, 10 + steps FROM offices
    UNION SELECT m.person, 20 FROM memberships m
    WHERE {_HELD} AND NOT EXISTS (SELECT 1 FROM above) AND NOT EXISTS (
        SELECT 1 FROM unit_parents p WHERE p.unit = m.unit
        AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day))
)
SELECT person FROM found ORDER BY distance, person"""  # noqa: S608 - all of it is written here
_HERE = """SELECT 1 FROM memberships m JOIN units u ON u.id = m.unit
    WHERE m.person = h.person AND u.state = 'known'
      AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)"""
_OPEN = f"""
WITH RECURSIVE {UNITS_SEEN}, office (unit) AS (
    SELECT unit FROM below WHERE role IN ('office', 'admin')
)
SELECT h.id, h.person, p.name, p.phone, h.words, h.at
FROM help_requests h JOIN people p ON p.id = h.person
WHERE h.state = 'open' AND EXISTS (SELECT 1 FROM office)
  AND (EXISTS ({_HERE} AND m.unit IN (SELECT unit FROM office)) OR NOT EXISTS ({_HERE}))
ORDER BY h.at, h.id"""  # noqa: S608 - all of it is written here


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """What a person said, when (UTC ms), and the person it went to ("" for nobody yet)."""

    id: str
    person: str
    words: str
    at: int
    human: str = ""


async def ask(tx: Transaction, request: HelpRequest) -> None:
    """Keep a request for help until a human has seen to it."""
    await tx.run(
        """INSERT INTO help_requests (id, person, words, human, state, at)
           VALUES (:id, :person, :words, :human, 'open', :at)""",
        {
            "id": request.id,
            "person": request.person,
            "words": request.words,
            "human": request.human,
            "at": request.at,
        },
    )


async def who_helps(tx: Transaction, unit: str, *, today: str, but: str) -> Officer | None:
    """Return who of the office helps people of a unit and can be told, but one; None for nobody.

    `unit` is "" for people of whom nobody knows one.
    """
    found = await tx.rows(_HELPING, {"unit": unit, "today": today})
    ranked = list(dict.fromkeys(person for (person,) in found if person != but))
    known = await humans.with_chats(tx, ranked)
    reached = (known[person] for person in ranked if person in known)
    return next((one for one in reached if one.chats), None)


async def settle(tx: Transaction, key: str) -> str:
    """Note that somebody was helped; return who, "" where that was noted before."""
    found = await tx.rows(
        """UPDATE help_requests SET state = 'done'
           WHERE id = :id AND state = 'open' RETURNING person""",
        {"id": key},
    )
    return str(found[0][0]) if found else ""


async def open_help(
    tx: Transaction, person: str, *, today: str, zone: dt.tzinfo
) -> tuple[HelpAsked, ...]:
    """Return what nobody of the person's offices has seen to yet, the longest waiting first."""
    found = await tx.rows(_OPEN, {"people": [person], "today": today})
    if not found:
        return ()
    places = await memberships.of_people(tx, sorted({row[1] for row in found}), today=today)
    units = {who: next((place.unit.name for place in of), "") for who, of in places.items()}
    return tuple(
        HelpAsked(
            id=key,
            person=who,
            name=name,
            unit=units.get(who, ""),
            phone=phone,
            words=words,
            at=dt.datetime.fromtimestamp(at / 1000, zone),
        )
        for key, who, name, phone, words, at in found
    )
