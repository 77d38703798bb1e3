"""What the office says of single days, over the calendar of the country."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rules.country_calendar import SaidDay
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class NewSaidDay:
    """What somebody of the office says of a day; `at` in UTC milliseconds."""

    day: dt.date
    kind: Literal["off", "working"]
    label: str
    by_person: str
    at: int


async def said(tx: Transaction) -> Mapping[dt.date, SaidDay]:
    """Return what is said of each day, in the order of the days."""
    found = await tx.rows("SELECT day, kind, label FROM calendar_days ORDER BY day")
    return {dt.date.fromisoformat(day): SaidDay(kind, label) for day, kind, label in found}


async def say(tx: Transaction, new: NewSaidDay) -> bool:
    """Keep what is said of a day, instead of what was said before; False where that is the same."""
    kept = await tx.rows(
        """INSERT INTO calendar_days (day, kind, label, by_person, at) VALUES :rows
           ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, label = excluded.label,
               by_person = excluded.by_person, at = excluded.at
           WHERE calendar_days.kind <> excluded.kind OR calendar_days.label <> excluded.label
           RETURNING day""",
        {"rows": [(new.day.isoformat(), new.kind, new.label, new.by_person, new.at)]},
    )
    return bool(kept)


async def unsay(tx: Transaction, day: dt.date) -> bool:
    """Let a day be as the country's calendar has it; return whether anything was said of it."""
    gone = await tx.rows(
        "DELETE FROM calendar_days WHERE day = :day RETURNING day", {"day": day.isoformat()}
    )
    return bool(gone)
