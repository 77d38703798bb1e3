"""Meetings of units: made once, moved and cancelled by whoever knew the revision there was."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from rules.meeting import Meeting, When
from rules.person import Unit
from storage.database import Row, Transaction

_MEETINGS = """
SELECT m.id, u.id, n.name, u.type, u.place, m.kind, m.day, m.time, m.zone, m.place, m.starts_at,
       m.revision, m.state, m.why, m.series, m.month, m.by_person, m.said_at,
       m.was_day, m.was_time, m.was_place, COALESCE(d.yes, 0)
FROM meetings m JOIN units u ON u.id = m.unit JOIN unit_names n ON n.unit = u.id
    AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
LEFT JOIN duties_said d ON d.unit = u.id AND d.duty = 'notebook'"""


async def keep(tx: Transaction, new: Meeting, *, dialog: str, at: int) -> bool:
    """Keep a meeting; return False where that dialog, or the series for that month, has one."""
    made = await tx.rows(
        """INSERT INTO meetings (id, unit, series, month, kind, day, time, zone, starts_at, place,
                                 state, why, revision, said_at, was_day, was_time, was_place,
                                 by_person, dialog, at)
           VALUES :rows ON CONFLICT DO NOTHING RETURNING id""",
        {"rows": [_row(new, dialog, at)]},
    )
    return bool(made)


async def change(tx: Transaction, changed: Meeting) -> bool:
    """Keep a meeting as it was changed; return False where somebody changed it before."""
    was = _when(changed.was)
    kept = await tx.rows(
        """UPDATE meetings SET day = :day, time = :time, starts_at = :starts_at, place = :place,
               state = :state, why = :why, revision = :revision, said_at = :said_at,
               by_person = :by_person, was_day = :was_day, was_time = :was_time,
               was_place = :was_place
           WHERE id = :id AND revision = :before AND state = 'planned' RETURNING id""",
        {
            "id": changed.id,
            "before": changed.revision - 1,
            "day": changed.when.day.isoformat(),
            "time": _clock(changed.when.time),
            "starts_at": changed.starts_at,
            "place": changed.place,
            "state": changed.state,
            "why": changed.why,
            "revision": changed.revision,
            "said_at": changed.said_at,
            "by_person": changed.by_person,
            "was_day": was[0],
            "was_time": was[1],
            "was_place": changed.was_place,
        },
    )
    return bool(kept)


async def meeting_of(tx: Transaction, id_: str, *, today: str) -> Meeting | None:
    """Return a meeting, None where there is none; whoever asks has been looked at before."""
    found = await tx.rows(f"{_MEETINGS} WHERE m.id = :id", {"id": id_, "today": today})
    return _read(found[0]) if found else None


async def made_by(tx: Transaction, dialog: str, *, today: str) -> Meeting | None:
    """Return the meeting a dialog made, None where it made none."""
    found = await tx.rows(
        f"{_MEETINGS} WHERE m.dialog = :dialog", {"dialog": dialog, "today": today}
    )
    return _read(found[0]) if found else None


async def meetings_of(
    tx: Transaction, units: Sequence[str], *, since: int, until: int, today: str
) -> list[Meeting]:
    """Return the meetings of units that start in a span of time (UTC ms, half-open), soonest first.

    Cancelled ones too.
    """
    found = await tx.rows(
        f"""{_MEETINGS} WHERE m.unit IN :units AND m.starts_at >= :since AND m.starts_at < :until
            ORDER BY m.starts_at, m.id""",
        {"units": units, "since": since, "until": until, "today": today},
    )
    return [_read(row) for row in found]


async def starting(tx: Transaction, *, since: int, today: str) -> list[Meeting]:
    """Return all meetings that start at a moment (UTC ms) or after it, soonest first."""
    found = await tx.rows(
        f"{_MEETINGS} WHERE m.starts_at >= :since ORDER BY m.starts_at, m.id",
        {"since": since, "today": today},
    )
    return [_read(row) for row in found]


async def months_of(tx: Transaction, series: Sequence[str]) -> set[tuple[str, str]]:
    """Return for which months series have a meeting, planned or called off: (series, month)."""
    found = await tx.rows(
        "SELECT series, month FROM meetings WHERE series IN :series", {"series": series}
    )
    return {(key, month) for key, month in found}


async def last_place(tx: Transaction, unit: str) -> str:
    """Return where the unit met last, or meets next; "" where it never did."""
    found = await tx.rows(
        "SELECT place FROM meetings WHERE unit = :unit ORDER BY starts_at DESC, id DESC LIMIT 1",
        {"unit": unit},
    )
    return found[0][0] if found else ""


def _row(new: Meeting, dialog: str, at: int) -> tuple[Any, ...]:
    return (
        *(new.id, new.unit.id, new.series, new.month, new.kind, *_when(new.when), new.zone),
        *(new.starts_at, new.place, new.state, new.why, new.revision, new.said_at),
        *(*_when(new.was), new.was_place, new.by_person, dialog, at),
    )


def _when(when: When | None) -> tuple[str, str]:
    return (when.day.isoformat(), _clock(when.time)) if when else ("", "")


def _clock(time: dt.time) -> str:
    return time.isoformat("minutes")


def _read(row: Row) -> Meeting:
    key, *unit, kind, day, time, zone, place, starts_at, revision, state = row[:13]
    why, series, month, by_person, said_at, was_day, was_time, was_place, notebook = row[13:]
    was = _read_when(was_day, was_time) if was_day else None
    return Meeting(
        key, Unit(*unit), kind, _read_when(day, time), zone, place, starts_at, revision, state, why,
        series, month, by_person, said_at, was, was_place, bool(notebook),
    )  # fmt: skip


def _read_when(day: str, time: str) -> When:
    return When(dt.date.fromisoformat(day), dt.time.fromisoformat(time))
