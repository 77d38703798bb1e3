"""Papers as an office lists them: forms that wait to be typed in, entries without an original."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rules.entry import Entry
from rules.office_requests import Form, Gaps
from rules.person import Unit
from storage.database import Transaction
from storage.register import these_entries
from storage.scope import LINE, UNITS_SEEN
from storage.unit_cards import NAME_TODAY

# What is below :unit, itself too, with what that came of; and of it what is the person's office's.
_BELOW = f"""{UNITS_SEEN}, {LINE}, office (unit) AS (
    SELECT part FROM line WHERE part IN (
        SELECT unit FROM below WHERE role IN ('office', 'admin'))
)"""  # noqa: S608 - all of it is written here
_FORMS = f"""
SELECT p.id, u.id, {NAME_TODAY}, u.type, u.place, p.at, p.original_day, COALESCE(n.name, ''),
       p.programme, p.round
FROM papers p JOIN units u ON u.id = p.unit LEFT JOIN people n ON n.id = p.person
WHERE p.state = 'here' AND p.entry = ''"""  # noqa: S608 - all of it is written here


@dataclass(frozen=True, slots=True)
class Looking:
    """Who of an office looks at which round of what is below it, on which day, in which zone."""

    person: str
    unit: str
    programme: str
    round: int
    today: str
    zone: dt.tzinfo


async def waiting_forms(tx: Transaction, looking: Looking) -> tuple[Form, ...]:
    """Return the forms below somebody's office that wait to be typed in, the oldest first.

    Those of the round looked at, and of the rounds before.
    """
    found = await tx.rows(
        f"""WITH RECURSIVE {_BELOW} {_FORMS}
            AND p.programme = :programme AND p.round <= :round
            AND p.unit IN (SELECT unit FROM office) ORDER BY p.at, p.id""",  # noqa: S608 - ours
        _params(looking),
    )
    return await _forms(tx, found, looking.zone)


async def form_of(tx: Transaction, paper: str, *, today: str, zone: dt.tzinfo) -> Form | None:
    """Return the form with this id, None for one that does not wait to be typed in."""
    found = await tx.rows(f"{_FORMS} AND p.id = :paper", {"paper": paper, "today": today})
    return next(iter(await _forms(tx, found, zone)), None)


async def _without_paper(tx: Transaction, looking: Looking) -> tuple[Entry, ...]:
    """Return the entries below an office of which no signed original is here, by number."""
    found = await tx.rows(
        f"""WITH RECURSIVE {_BELOW}
            SELECT e.id FROM entries e
            WHERE e.programme = :programme AND e.round = :round AND e.state <> 'withdrawn'
              AND e.unit IN (SELECT unit FROM office) AND NOT EXISTS (
                  SELECT 1 FROM papers p
                  WHERE p.entry = e.id AND p.state = 'here' AND p.original_day <> '')
            ORDER BY e.number""",  # noqa: S608 - ours
        _params(looking),
    )
    keys = [key for (key,) in found]
    if not keys:
        return ()
    person, today, zone = looking.person, looking.today, looking.zone
    return await these_entries(tx, person, keys, today=today, zone=zone)


async def gaps(tx: Transaction, looking: Looking) -> Gaps:
    """Return where screen and paper differ below an office."""
    return Gaps(await _without_paper(tx, looking), await waiting_forms(tx, looking))


def _params(looking: Looking) -> dict[str, Any]:
    return {
        "people": [looking.person],
        "unit": looking.unit,
        "programme": looking.programme,
        "round": looking.round,
        "today": looking.today,
    }


async def _forms(
    tx: Transaction, found: Sequence[Sequence[Any]], zone: dt.tzinfo
) -> tuple[Form, ...]:
    if not found:
        return ()
    rows = await tx.rows(
        """SELECT paper, id FROM attachments
           WHERE paper IN :papers AND state <> 'refused' ORDER BY created_at, id""",
        {"papers": [row[0] for row in found]},
    )
    return tuple(
        Form(
            id=key,
            unit=Unit(*unit),
            at=dt.datetime.fromtimestamp(at / 1000, zone),
            photos=tuple(photo for paper, photo in rows if paper == key),
            original=bool(original),
            by=by,
            programme=programme,
            round=round_,
        )
        for key, *unit, at, original, by, programme, round_ in found
    )
