"""What is shown of the things a search found: looked at anew, as far as whoever asks sees them."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from rules.findings import PAGE, Finding, Findings, FoundPerson, FoundUnit
from storage.database import Row, Transaction
from storage.register import Asked, entry_of
from storage.scope import UNITS_SEEN
from storage.search import OVER, PEOPLE, search


async def found(
    tx: Transaction, person: str, words: str, *, today: str, zone: dt.tzinfo
) -> Findings:
    """Return what somebody's words found among what they may see."""
    total, keys = await search(tx, person, words, today=today)
    shown = await findings(tx, person, keys[:PAGE], today=today, zone=zone)
    return Findings(total, keys, shown)


async def findings(
    tx: Transaction, person: str, keys: Sequence[str], *, today: str, zone: dt.tzinfo
) -> tuple[Finding, ...]:
    """Return what the keys stand for, in their order; what is not theirs is left out."""
    known: dict[str, Any] = {"rows": [(person,)], "people": [person], "today": today}
    asked = [Asked(person, key[1:]) for key in keys if key[:1] == "e"]
    entries = await entry_of(tx, asked, today=today, zone=zone)
    there: dict[str, Finding] = {f"e{one.id}": one for one in entries if one}
    there |= {f"u{one.id}": one for one in await _units(tx, known, _ids("u", keys))}
    there |= {f"p{one.id}": one for one in await _people(tx, known, _ids("p", keys))}
    return tuple(there[key] for key in keys if key in there)


def _ids(kind: str, keys: Sequence[str]) -> list[str]:
    return [key[1:] for key in keys if key[:1] == kind]


async def _units(tx: Transaction, known: dict[str, Any], ids: Sequence[str]) -> list[FoundUnit]:
    if not ids:
        return []
    found = await tx.rows(
        f"""WITH RECURSIVE given (person) AS (VALUES :rows), {UNITS_SEEN}
            SELECT s.unit, n.name, n.to_day FROM given g JOIN sees s ON s.person = g.person
            JOIN unit_names n ON n.unit = s.unit
            WHERE s.unit IN :units AND n.from_day <= :today
            ORDER BY n.from_day DESC""",  # noqa: S608 - all of it is written here
        {**known, "units": ids},
    )
    called: dict[str, list[tuple[str, str]]] = {}
    for unit, *name in found:
        called.setdefault(unit, []).append((name[0], name[1]))
    return [_unit(unit, names, known["today"]) for unit, names in called.items()]


def _unit(unit: str, names: Sequence[tuple[str, str]], today: str) -> FoundUnit:
    (name, until), *former = names
    others = dict.fromkeys(old for old, _ in former if old != name)
    ended = until and until <= today
    last = dt.date.fromisoformat(until) - dt.timedelta(days=1) if ended else ""
    return FoundUnit(unit, name, tuple(others), str(last))


async def _people(tx: Transaction, known: dict[str, Any], ids: Sequence[str]) -> list[FoundPerson]:
    if not ids:
        return []
    found = await tx.rows(
        f"""WITH RECURSIVE given (person) AS (VALUES :rows), {UNITS_SEEN}
            SELECT DISTINCT p.id, p.name, m.position, m.from_day, m.id,
                   (SELECT n.name FROM unit_names n WHERE n.unit = m.unit AND n.from_day <= :today
                    ORDER BY n.from_day DESC LIMIT 1),
                   CASE WHEN {OVER} THEN p.phone ELSE '' END
            FROM {PEOPLE} WHERE p.id IN :ids ORDER BY m.from_day, m.id""",  # noqa: S608 - the same
        {**known, "ids": ids},
    )
    rows: dict[str, list[Row]] = {}
    for row in found:
        rows.setdefault(row[0], []).append(row)
    return [_person(of_one) for of_one in rows.values()]


def _person(rows: Sequence[Row]) -> FoundPerson:
    key, name, *_ = rows[0]
    places = tuple((position, unit or "") for _, _, position, _, _, unit, _ in rows)
    return FoundPerson(key, name, places, max(row[-1] for row in rows))
