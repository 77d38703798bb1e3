"""The month's regular meetings of the units below committees, as registered and as agreed on."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import orjson

from rules.country_calendar import CountryCalendar
from rules.meeting_patterns import day_in, pattern_of
from rules.months import first_of
from rules.name_order import name_order
from rules.person import Human, Unit
from rules.scheduling import PlannedMeeting, Schedule, ScheduleLine
from storage.database import Row, Transaction
from storage.units import names_today

_TODAY = "{0}.from_day <= :today AND ({0}.to_day = '' OR :today < {0}.to_day)"
# A unit that others stand under has them meet, and no regular meeting of its own.
_BELOW = f"""
SELECT p.parent, u.id, n.name, u.type, u.place, u.members,
    COALESCE(h.person, ''), COALESCE(s.name, '')
FROM unit_parents p
JOIN units u ON u.id = p.unit AND u.state = 'known'
JOIN unit_names n ON n.unit = u.id AND {_TODAY.format("n")}
LEFT JOIN unit_humans h ON h.unit = u.id AND {_TODAY.format("h")}
LEFT JOIN people s ON s.id = h.person
WHERE {_TODAY.format("p")}
    AND NOT EXISTS (SELECT 1 FROM unit_parents c WHERE c.parent = u.id AND {_TODAY.format("c")})"""  # noqa: S608 - all of it is written here
_MEETINGS = """
SELECT unit, series, state, day, time, place, revision FROM meetings
WHERE unit IN :units AND kind = 'regular'
    AND (series <> '' AND month = :month OR series = '' AND substr(day, 1, 7) = :month)
ORDER BY day DESC, time DESC, id"""
_SERIES = """
SELECT id, unit, pattern, time, place, version, from_day, to_day FROM meeting_series
WHERE unit IN :units AND kind = 'regular' ORDER BY id"""
_OFFICERS = f"""
SELECT m.unit, p.name, p.phone, m.position FROM memberships m JOIN people p ON p.id = m.person
WHERE m.unit IN :units AND m.role = 'officer' AND m.state = 'confirmed' AND {_TODAY.format("m")}
ORDER BY m.from_day DESC, m.id DESC"""  # noqa: S608 - all of it is written here
_AGREED = """
SELECT s.unit, s.revision, s.agreed, s.at, COALESCE(p.name, '')
FROM schedules s LEFT JOIN people p ON p.id = s.by_person
WHERE s.month = :month AND s.unit IN :units"""


@dataclass(frozen=True, slots=True)
class MonthAsked:
    """Which month is asked for, and when: `today` is an ISO day; `types` of units, () all."""

    month: str
    today: str
    zone: dt.tzinfo
    calendar: CountryCalendar
    types: Collection[str] = ()


async def schedules(
    tx: Transaction, asked: MonthAsked, units: Sequence[str] = ()
) -> list[Schedule]:
    """Return the schedules of committees, or of all there are; who asks was looked at before."""
    found = await tx.rows(
        f"{_BELOW} AND p.parent IN :units" if units else _BELOW,
        {"today": asked.today, "units": units} if units else {"today": asked.today},
    )
    rows = [row for row in found if not asked.types or row[3] in asked.types]
    above, below = sorted({row[0] for row in rows}), [row[1] for row in rows]
    if not below:
        return []
    planned = await _planned(tx, below, asked)
    officers = await tx.rows(_OFFICERS, {"units": below, "today": asked.today})
    secretaries = {unit: Human(*rest) for unit, *rest in officers}
    names = await names_today(tx, above, today=asked.today)
    agreed = await tx.rows(_AGREED, {"units": above, "month": asked.month})
    kept = {row[0]: _Kept.of(row, asked.zone) for row in agreed}
    return [
        _schedule(
            Unit(unit, names.get(unit, "")),
            asked.month,
            [_line(row, planned, secretaries) for row in rows if row[0] == unit],
            kept.get(unit, _Kept()),
        )
        for unit in above
    ]


async def agreed_on(tx: Transaction, month: str) -> list[str]:
    """Return the committees that have agreed on a month."""
    found = await tx.rows("SELECT unit FROM schedules WHERE month = :month", {"month": month})
    return [unit for (unit,) in found]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was agreed on."""

    revision: int = 0
    lines: Mapping[str, PlannedMeeting] | None = None
    at: dt.datetime | None = None
    by: str = ""

    @classmethod
    def of(cls, row: Row, zone: dt.tzinfo) -> "_Kept":
        _, revision, told, at, by = row
        lines = {
            unit: PlannedMeeting(dt.date.fromisoformat(day), dt.time.fromisoformat(time), place)
            for unit, (day, time, place) in orjson.loads(told).items()
        }
        return cls(revision, lines, dt.datetime.fromtimestamp(at / 1000, zone), by)


def _schedule(unit: Unit, month: str, lines: Sequence[ScheduleLine], kept: _Kept) -> Schedule:
    agreed = kept.lines or {}
    ordered = sorted(lines, key=lambda line: (name_order(line.unit.name), line.unit.id))
    told = tuple(replace(line, agreed=agreed.get(line.unit.id)) for line in ordered)
    return Schedule(unit, month, told, kept.revision, kept.by, kept.at)


def _line(
    row: Row, planned: Mapping[str, PlannedMeeting], secretaries: Mapping[str, Human]
) -> ScheduleLine:
    _, key, name, type_, place, members, staff, staff_name = row
    return ScheduleLine(
        Unit(key, name, type_, place),
        planned.get(key),
        None,
        members,
        secretaries.get(key),
        staff,
        staff_name,
    )


async def _planned(
    tx: Transaction, units: Sequence[str], asked: MonthAsked
) -> Mapping[str, PlannedMeeting]:
    """Return when each unit meets: as its series says, over that what was made or moved."""
    rows = await tx.rows(_MEETINGS, {"units": units, "month": asked.month})
    made = {(unit, series) for unit, series, *_ in rows}
    found = {}
    for key, unit, pattern, time, place, version, from_day, to_day in await tx.rows(
        _SERIES, {"units": units}
    ):
        first = first_of(asked.month)
        day = day_in(pattern_of(pattern), first.year, first.month, asked.calendar)
        goes = day and from_day <= day.isoformat() and (not to_day or day.isoformat() < to_day)
        if day and goes and (unit, key) not in made:
            found[unit] = PlannedMeeting(day, dt.time.fromisoformat(time), place, version)
    for unit, _, state, day, time, place, revision in rows:  # the earliest comes last
        if state == "planned":
            found[unit] = PlannedMeeting(
                dt.date.fromisoformat(day), dt.time.fromisoformat(time), place, revision
            )
    return found


async def agree(tx: Transaction, schedule: Schedule, *, person: str, at: int) -> bool:
    """Keep what is agreed on; return False where somebody else was first.

    `schedule` is as it was looked at, `at` in UTC milliseconds.
    """
    lines = {
        line.unit.id: (
            line.planned.day.isoformat(),
            line.planned.time.isoformat("minutes"),
            line.planned.place,
        )
        for line in schedule.lines
        if line.planned
    }
    told = orjson.dumps(lines, option=orjson.OPT_SORT_KEYS).decode()
    row = (schedule.unit.id, schedule.month, person, at, schedule.revision + 1, told)
    won = await tx.rows(
        """INSERT INTO schedules (unit, month, by_person, at, revision, agreed) VALUES :rows
           ON CONFLICT (unit, month) DO UPDATE SET by_person = excluded.by_person,
               at = excluded.at, revision = excluded.revision, agreed = excluded.agreed
           WHERE schedules.revision = :seen
           RETURNING revision""",
        {"rows": [row], "seen": schedule.revision},
    )
    return bool(won)
