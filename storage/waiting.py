"""What waits for an office to look at it: of a round, and what is left of those before."""

import datetime as dt
from typing import NamedTuple

from rules.life import states_for
from rules.office_requests import Waiting
from storage import corrections, papers, register, said_sent
from storage import help as help_
from storage.database import Transaction
from storage.scope import UNITS_SEEN
from storage.unit_history import LINES

# Also what units that became those below the office registered, which is theirs now.
_ENTRIES = f"""
WITH RECURSIVE given (person, unit) AS (VALUES :rows), {UNITS_SEEN}, {LINES}
SELECT e.id FROM entries e
WHERE e.unit IN (SELECT unit FROM line)
  AND e.unit IN (SELECT unit FROM below WHERE role IN ('office', 'admin'))
  AND e.programme = :programme AND e.round <= :round
  AND (e.state IN :states
       OR e.state = 'accepted' AND EXISTS (
           SELECT 1 FROM corrections c WHERE c.entry = e.id AND c.state = 'open'))
ORDER BY e.created_at, e.id"""  # noqa: S608 - all of it is written here


class WaitingAsked(NamedTuple):
    """Who asks what waits for which office, up to which round of which programme."""

    person: str
    unit: str
    programme: str
    round: int


async def waiting_for(
    tx: Transaction, asked: WaitingAsked, *, today: str, zone: dt.tzinfo
) -> Waiting:
    """Return what waits below an office, as far as who asks is of it; the longest waiting first."""
    states = states_for("accept")
    found = await tx.rows(
        _ENTRIES,
        {
            "rows": [asked[:2]],
            "people": [asked.person],
            "today": today,
            "programme": asked.programme,
            "round": asked.round,
            "states": sorted(states),
        },
    )
    keys = [key for (key,) in found]
    known = await register.these_entries(tx, asked.person, keys, today=today, zone=zone)
    entries = tuple(entry for entry in known if entry.state in states)
    others = {entry.id: entry for entry in known}
    wanted = await corrections.open_ones(tx, others, zone=zone) if others else []
    forms = await papers.waiting_forms(tx, papers.Looking(*asked, today, zone))
    open_help = await help_.open_help(tx, asked.person, today=today, zone=zone)
    sent = await said_sent.waiting_sent(tx, said_sent.Looking(*asked, today, zone))
    return Waiting(entries, tuple(wanted), forms, open_help, sent)
