"""The register as one person may read it; what is not theirs is as if it were not there."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from rules.entry import Entry
from rules.person import Unit
from rules.quotas import Standing
from storage.database import Transaction
from storage.scope import UNITS_SEEN

_MOST = 30
_NUMBER_DIGITS = 9

# What somebody typed is theirs while they have a place in its unit, if only one they asked for.
_VISIBLE = """(EXISTS (SELECT 1 FROM sees s WHERE s.person = g.person AND s.unit = e.unit)
    OR (e.typed_by = g.person AND EXISTS (
        SELECT 1 FROM places p WHERE p.person = g.person AND p.unit = e.unit)))"""
# What units that became this one registered is its own.
_WAS = """was (unit, part) AS (
    SELECT u.id, u.id FROM given g JOIN units u ON u.id = g.{unit}
    UNION
    SELECT w.unit, s.unit FROM was w JOIN unit_successors s ON s.successor = w.part
    WHERE s.day <= :today
)"""
# Nobody has confirmed yet that who typed it belongs to the unit, nor stood for it.
UNCLEAR = """(e.state = 'sent' AND EXISTS (
    SELECT 1 FROM memberships q
    WHERE q.person = e.typed_by AND q.unit = e.unit AND q.state = 'asked')
AND NOT EXISTS (
    SELECT 1 FROM memberships q WHERE q.person = e.typed_by AND q.state = 'confirmed'
    AND (q.unit = e.unit
         OR q.unit IN (SELECT x.successor FROM unit_successors x WHERE x.unit = e.unit))))"""
_BY_UNIT = f"""JOIN was w ON w.unit = g.key JOIN entries e ON e.unit = w.part
    WHERE e.state <> 'withdrawn' AND {_VISIBLE}"""
_BY_KEY = (
    f"JOIN entries e ON e.id = g.key OR e.code = g.code OR e.number = g.number WHERE {_VISIBLE}"
)
_BY_ID = f"JOIN entries e ON e.id = g.key WHERE {_VISIBLE}"
_BY_DIALOG = f"JOIN entries e ON e.dialog = g.key WHERE e.typed_by = g.person AND {_VISIBLE}"
# Joins what each of `given g` may see of the whole register.
MINE = """JOIN (
    SELECT t.typed_by AS person, t.id FROM entries t
    JOIN places p ON p.person = t.typed_by AND p.unit = t.unit
    UNION SELECT s.person, t.id FROM sees s JOIN entries t ON t.unit = s.unit
) m ON m.person = g.person JOIN entries e ON e.id = m.id"""


class Asked(NamedTuple):
    """Who asks, and for what: the id of a unit, entry or dialog, a code, a number, or nothing."""

    person: str
    key: str = ""


async def entries_of(
    tx: Transaction, asked: Sequence[Asked], *, today: str, zone: dt.tzinfo
) -> list[tuple[Entry, ...]]:
    """Return, for each who asks, the entries of the unit that they may see, newest first."""
    return await _entries(tx, asked, today=today, zone=zone, join=_BY_UNIT)


async def my_entries(
    tx: Transaction, asked: Sequence[Asked], *, today: str, zone: dt.tzinfo
) -> list[tuple[Entry, ...]]:
    """Return, for each who asks, the entries they typed or that are their units', newest first."""
    return await _entries(tx, asked, today=today, zone=zone, join=MINE)


async def entry_of(
    tx: Transaction, asked: Sequence[Asked], *, today: str, zone: dt.tzinfo
) -> list[Entry | None]:
    """Return, for each who asks, the entry with that id, code or number (the newest one's)."""
    found = await _entries(tx, asked, today=today, zone=zone, join=_BY_KEY)
    return [entries[0] if entries else None for entries in found]


async def entry_made_by(
    tx: Transaction, asked: Sequence[Asked], *, today: str, zone: dt.tzinfo
) -> list[Entry | None]:
    """Return, for each who asks, the entry that this dialog of theirs made."""
    found = await _entries(tx, asked, today=today, zone=zone, join=_BY_DIALOG)
    return [entries[0] if entries else None for entries in found]


async def these_entries(
    tx: Transaction, person: str, ids: Sequence[str], *, today: str, zone: dt.tzinfo
) -> tuple[Entry, ...]:
    """Return those of the entries with these ids that somebody may see, in this order."""
    asked = [Asked(person, key) for key in ids]
    found = await _entries(tx, asked, today=today, zone=zone, join=_BY_ID)
    return tuple(entry for entries in found for entry in entries)


async def _entries(
    tx: Transaction, asked: Sequence[Asked], *, today: str, zone: dt.tzinfo, join: str
) -> list[tuple[Entry, ...]]:
    found = await tx.rows(
        f"""WITH RECURSIVE given (n, person, key, code, number) AS (VALUES :rows), {UNITS_SEEN},
            {_WAS.format(unit="key")},
            chosen (n, id, place) AS (
                SELECT g.n, e.id,
                       row_number() OVER (PARTITION BY g.n ORDER BY e.created_at DESC, e.id DESC)
                FROM given g {join})
            SELECT c.n, e.id, e.code, e.number, u.id,
                   (SELECT n.name FROM unit_names n WHERE n.unit = u.id AND n.from_day <= :today
                    ORDER BY n.from_day DESC LIMIT 1),
                   u.type, u.place, e.programme, e.round, e.kind, e.name, e.address, e.field,
                   e.content, e.state, e.version, e.created_at, e.typed_by, e.person, e.source,
                   (SELECT count(*) FROM attachments t
                    WHERE t.entry = e.id AND t.state <> 'refused'),
                   e.more, CASE WHEN {UNCLEAR} THEN 1 ELSE 0 END,
                   COALESCE((SELECT max(a.original_day) FROM papers a
                             WHERE a.entry = e.id AND a.state = 'here'), ''), e.paper_day
            FROM chosen c JOIN entries e ON e.id = c.id JOIN units u ON u.id = e.unit
            WHERE c.place <= :most ORDER BY c.n, c.place""",  # noqa: S608 - all of it is written here
        {
            "rows": [(n, *row, row.key.upper(), number_of(row.key)) for n, row in enumerate(asked)],
            "people": sorted({row.person for row in asked}),
            "today": today,
            "most": _MOST,
        },
    )
    answers: list[list[Entry]] = [[] for _ in asked]
    for n, *columns in found:
        answers[n].append(_entry(columns, zone))
    return [tuple(entries) for entries in answers]


def number_of(key: str) -> int:
    """Return the number somebody may mean, -1 if it is none."""
    return int(key) if key.isdecimal() and len(key) <= _NUMBER_DIGITS else -1


def _entry(columns: Sequence[Any], zone: dt.tzinfo) -> Entry:
    key, code, number, unit, unit_name, unit_type, place, *rest = columns
    *boxes, received, typed_by, person, source, photos, more, unclear, original, paper_day = rest
    named = Unit(unit, unit_name or "", unit_type, place)
    time = dt.datetime.fromtimestamp(received / 1000, zone)
    last = (time, typed_by, person, source, photos, orjson.loads(more), bool(unclear))
    return Entry(*(key, code, number, named, *boxes, *last, original, paper_day))


@dataclass(frozen=True, slots=True)
class RoundOf:
    """Who asks for the standing of which unit in which round of which programme, "" any."""

    person: str
    unit: str
    round: int
    programme: str = ""


async def standings(
    tx: Transaction,
    asked: Sequence[RoundOf],
    *,
    today: str,
    quota: Callable[[str, str], int],
) -> list[Standing]:
    """Return, for each who asks, how the unit stands as far as they may see it.

    `quota` tells what a unit owes, by programme and type of unit.
    Somebody not confirmed yet sees the quota and what they typed; a stranger to the unit nothing.
    What somebody sent of whom nobody knows whether they belong counts only for themselves.
    """
    found = await tx.rows(
        f"""WITH RECURSIVE given (n, person, unit, round, programme) AS (VALUES :rows),
            {UNITS_SEEN}, {_WAS.format(unit="unit")}, known (person, unit) AS (
                SELECT person, unit FROM sees
                UNION SELECT person, unit FROM memberships
                WHERE person IN :people AND from_day <= :today AND (to_day = '' OR :today < to_day))
            SELECT g.n, u.type, count(e.id), COALESCE(x.reason, '')
            FROM given g JOIN known k ON k.person = g.person AND k.unit = g.unit
            JOIN units u ON u.id = g.unit
            LEFT JOIN exemptions x
                 ON x.unit = g.unit AND x.programme = g.programme AND x.round = g.round
            LEFT JOIN was w ON w.unit = g.unit
            LEFT JOIN entries e ON e.unit = w.part
                 AND e.round = g.round AND e.counts = 1 AND e.state <> 'withdrawn' AND {_VISIBLE}
                 AND (g.programme = '' OR e.programme = g.programme)
                 AND (e.typed_by = g.person OR NOT {UNCLEAR})
            GROUP BY g.n, u.type, x.reason""",  # noqa: S608 - all of it is written here
        {
            "rows": [(n, r.person, r.unit, r.round, r.programme) for n, r in enumerate(asked)],
            "people": sorted({row.person for row in asked}),
            "today": today,
        },
    )
    answers = {n: Standing(quota(asked[n].programme, t), done, why) for n, t, done, why in found}
    return [answers.get(n, Standing(0, 0)) for n, _ in enumerate(asked)]
