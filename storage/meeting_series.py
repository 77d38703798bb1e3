"""Series of meetings: on which day of each month or quarter a unit meets."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from rules.meeting import Kind
from rules.meeting_patterns import Pattern, pattern_of
from storage.database import Row, Transaction


@dataclass(frozen=True, slots=True)
class Series:
    """A series of a unit; `id` is that of the dialog that made it.

    `zone` is IANA; `to_day` is the day from which it is no more, None while it goes on; `at` is
    UTC milliseconds.
    """

    id: str
    unit: str
    kind: Kind
    pattern: Pattern
    time: dt.time
    zone: str
    place: str
    from_day: dt.date
    by_person: str
    at: int
    version: int = 1
    to_day: dt.date | None = None


_COLUMNS = (
    """id, unit, kind, pattern, time, zone, place, from_day, by_person, at, version, to_day"""
)


async def keep(tx: Transaction, new: Series) -> bool:
    """Keep a series; return False where that dialog has made one."""
    row = (
        *(new.id, new.unit, new.kind, new.pattern.code, new.time.isoformat("minutes"), new.zone),
        *(new.place, new.from_day.isoformat(), new.by_person, new.at, new.version, ""),
    )
    made = await tx.rows(
        f"""INSERT INTO meeting_series ({_COLUMNS}) VALUES :rows
            ON CONFLICT (id) DO NOTHING RETURNING id""",  # noqa: S608 - ours
        {"rows": [row]},
    )
    return bool(made)


async def change(tx: Transaction, new: Series) -> bool:
    """Let a series of its unit go on otherwise; return False where it has ended."""
    changed = await tx.rows(
        """UPDATE meeting_series SET kind = :kind, pattern = :pattern, time = :time,
                  place = :place, by_person = :by_person, version = version + 1
           WHERE id = :id AND unit = :unit AND to_day = '' RETURNING id""",
        {
            "id": new.id,
            "unit": new.unit,
            "kind": new.kind,
            "pattern": new.pattern.code,
            "time": new.time.isoformat("minutes"),
            "place": new.place,
            "by_person": new.by_person,
        },
    )
    return bool(changed)


async def end(tx: Transaction, id_: str, *, day: str) -> bool:
    """End a series with a day (ISO); return False where it has ended."""
    ended = await tx.rows(
        """UPDATE meeting_series SET to_day = :day, version = version + 1
           WHERE id = :id AND to_day = '' RETURNING id""",
        {"id": id_, "day": day},
    )
    return bool(ended)


async def series_of(tx: Transaction, units: Sequence[str]) -> list[Series]:
    """Return the series of units that go on."""
    found = await tx.rows(
        f"""SELECT {_COLUMNS} FROM meeting_series
            WHERE unit IN :units AND to_day = '' ORDER BY unit, id""",  # noqa: S608 - ours
        {"units": units},
    )
    return [_read(row) for row in found]


async def going_on(tx: Transaction) -> list[Series]:
    """Return all series that go on, of units that are there."""
    found = await tx.rows(
        """SELECT s.id, s.unit, s.kind, s.pattern, s.time, s.zone, s.place, s.from_day,
                  s.by_person, s.at, s.version, s.to_day
           FROM meeting_series s JOIN units u ON u.id = s.unit AND u.state = 'known'
           WHERE s.to_day = '' ORDER BY s.id"""
    )
    return [_read(row) for row in found]


async def one(tx: Transaction, id_: str) -> Series | None:
    """Return a series, None where there is none."""
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM meeting_series WHERE id = :id",  # noqa: S608 - ours
        {"id": id_},
    )
    return _read(found[0]) if found else None


def _read(row: Row) -> Series:
    key, unit, kind, pattern, time, zone, place, from_day, by_person, at, version, to_day = row
    return Series(
        key, unit, kind, pattern_of(pattern), dt.time.fromisoformat(time), zone, place,
        dt.date.fromisoformat(from_day), by_person, at, version,
        dt.date.fromisoformat(to_day) if to_day else None,
    )  # fmt: skip
