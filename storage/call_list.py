"""Which units the office has to call: whom it calls there, and what came of it the last time."""

import datetime as dt
from collections.abc import Mapping, Sequence

from rules.office_requests import Called, ToCall
from rules.people_sort import sort_key
from rules.person import Human
from rules.summary import Line, Summary
from storage.database import Transaction
from storage.last_reminders import last_reminders
from storage.reachable import OPEN
from storage.scope import LINE

_CONTACTS = f"""
SELECT m.unit, p.name, p.phone, m.position, CASE WHEN EXISTS (
    SELECT 1 FROM addresses a WHERE a.person = p.id AND {OPEN}
    AND (SELECT c.answer FROM consents c WHERE c.person = p.id
         ORDER BY c.at DESC, c.id DESC LIMIT 1) = 'given') THEN 1 ELSE 0 END
FROM memberships m JOIN people p ON p.id = m.person
WHERE m.unit IN :units AND m.role = 'officer' AND m.state = 'confirmed'
  AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
ORDER BY m.from_day, m.id"""  # noqa: S608 - all of it is written here
_CALLS = f"""
WITH RECURSIVE {LINE}
SELECT l.unit, c.words, COALESCE(p.name, ''), c.at
FROM line l JOIN calls c ON c.unit = l.part LEFT JOIN people p ON p.id = c.by_person
WHERE c.programme = :programme AND c.round = :round ORDER BY c.at, c.id"""  # noqa: S608 - all of it is written here


async def call_list(tx: Transaction, summary: Summary) -> tuple[ToCall, ...]:
    """Return the units of a table that are short, those of one staff member together.

    Those with nothing come first; whoever is in nobody's charge comes last.
    """
    lines = sorted((line for line in summary.lines if line.missing), key=_order)
    units = [line.now.unit.id for line in lines]
    contacts = await _contacts(tx, units, today=summary.at.date().isoformat())
    calls = await _calls(tx, summary)
    reminded = await last_reminders(tx, summary, units)
    return tuple(
        ToCall(
            number,
            line.now.unit,
            line.now.staff_name,
            line.missing,
            line.state == "none",
            tuple(human for human, _ in contacts.get(line.now.unit.id, ())),
            sum(joined for _, joined in contacts.get(line.now.unit.id, ())),
            line.now.papers,
            calls.get(line.now.unit.id),
            reminded.get(line.now.unit.id),
        )
        for number, line in enumerate(lines, 1)
    )


def _order(line: Line) -> tuple[bool, str, str, bool]:
    now = line.now
    return not now.staff_name, sort_key(now.staff_name), now.staff, line.state != "none"


async def _contacts(
    tx: Transaction, units: Sequence[str], *, today: str
) -> Mapping[str, Sequence[tuple[Human, int]]]:
    contacts: dict[str, list[tuple[Human, int]]] = {}
    found = await tx.rows(_CONTACTS, {"units": units, "today": today})
    for unit, name, phone, position, joined in found:
        contacts.setdefault(unit, []).append((Human(name, phone, position), joined))
    return contacts


async def _calls(tx: Transaction, summary: Summary) -> Mapping[str, Called]:
    """Return the last call to each unit, or to one that is part of it since."""
    found = await tx.rows(
        _CALLS,
        {
            "unit": summary.office.id,
            "programme": summary.programme,
            "round": summary.year,
            "today": summary.at.date().isoformat(),
        },
    )
    zone = summary.at.tzinfo
    return {
        unit: Called(words, by, dt.datetime.fromtimestamp(at / 1000, zone))
        for unit, words, by, at in found
    }
