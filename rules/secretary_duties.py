"""What a cell's officers are reminded of: by Hướng dẫn 42-HD/BTCTW, and at the end of the year."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rules.country_calendar import CountryCalendar
from rules.guidance_42 import UPLOADED_DAYS_AFTER
from rules.meeting import Kind
from rules.meeting_patterns import Pattern, day_in
from rules.months import OF_A_QUARTER, after, ends_quarter, first_of, month_of, quarter_number
from rules.months import day_in as day_of
from rules.occurrences import Due, Key
from rules.person import Unit
from rules.utc_ms import day_begins

RULE = "duties:"
PLANNED_BY = 25  # the day by which the next month's regular meeting is planned
REMEMBERED = dt.timedelta(days=12)  # of meetings longer ago nothing is said
# Members have the opinion of the committee where they live by the end of the year.
RESIDENCE_MONTH, RESIDENCE_AGAIN = 12, 20


@dataclass(frozen=True, slots=True)
class OnCalendar:
    """A meeting that was held or is planned; `month` ("2027-03") is the one it is for."""

    id: str
    kind: Kind
    day: dt.date
    month: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A unit that keeps its meetings here: what is on its calendar, and what comes by itself.

    said  whether something is so, by the duty it is of and its occasion
    """

    unit: Unit
    meetings: Sequence[OnCalendar] = ()
    series: Sequence[tuple[Kind, Pattern]] = ()
    said: Mapping[tuple[str, str], bool] = field(default_factory=dict)

    def meets(self, kind: Kind, month: str, calendar: CountryCalendar) -> bool:
        """Return whether there is such a meeting for a month."""
        if any(one.kind == kind and one.month == month for one in self.meetings):
            return True
        first = first_of(month)
        return any(
            each == kind and day_in(pattern, first.year, first.month, calendar)
            for each, pattern in self.series
        )


@dataclass(frozen=True, slots=True)
class ToUpload:
    """Minutes and result of a meeting of a day are to be uploaded by the end of another."""

    unit: Unit
    day: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class ThematicMissing:
    """A quarter (1 to 4) of a year has no thematic meeting yet."""

    unit: Unit
    year: int
    quarter: int


@dataclass(frozen=True, slots=True)
class RegularMissing:
    """A month has no regular meeting yet."""

    unit: Unit
    month: str


@dataclass(frozen=True, slots=True)
class ResidenceAsked:
    """Whether the members of a unit have a year's opinion of the committee where they live."""

    unit: Unit
    year: int


@dataclass(frozen=True, slots=True)
class Today:
    """The local day things are due on, and the days off."""

    day: dt.date
    calendar: CountryCalendar
    zone: dt.tzinfo

    def starts(self, day: dt.date) -> int:
        """Return the moment a local day begins, in UTC milliseconds."""
        return day_begins(day, self.zone)


def dues_of(cell: Cell, officers: Sequence[str], today: Today) -> Iterator[Due]:
    """Yield what each officer of a cell is due to hear about this day, and what is settled."""
    for person in officers:
        yield from _uploads(cell, person, today)
        yield from _thematic(cell, person, today)
        yield from _regular(cell, person, today)
        yield from _residence(cell, person, today)


def _uploads(cell: Cell, person: str, today: Today) -> Iterator[Due]:
    for one in cell.meetings:
        if one.kind in {"regular", "thematic"} and one.day > today.day - REMEMBERED:
            last = one.day + dt.timedelta(days=UPLOADED_DAYS_AFTER)
            yield Due(
                Key(f"{RULE}{cell.unit.id}", f"{cell.unit.id}/{person}", one.id, "upload"),
                person,
                cell.unit.id,
                f"duty-upload:{cell.unit.id}",
                today.starts(last + dt.timedelta(days=1)),
                ToUpload(cell.unit, one.day, last),
                day=one.day + dt.timedelta(days=1),
                urgent=True,  # a day off does not lengthen the two days
                why="met" if cell.said.get(("notebook", "")) else "",
            )


def _thematic(cell: Cell, person: str, today: Today) -> Iterator[Due]:
    month = month_of(today.day)
    if not ends_quarter(month):
        return
    year, quarter = today.day.year, quarter_number(month)
    months = [after(month, -away) for away in range(OF_A_QUARTER)]
    met = any(cell.meets("thematic", one, today.calendar) for one in months)
    yield Due(
        Key(f"{RULE}{cell.unit.id}", f"{cell.unit.id}/{person}", f"{year}-Q{quarter}", "thematic"),
        person,
        cell.unit.id,
        f"duty-thematic:{cell.unit.id}",
        today.starts(first_of(after(month))),
        ThematicMissing(cell.unit, year, quarter),
        day=today.calendar.working_day_after(first_of(month)),
        why="met" if met else "",
    )


def _regular(cell: Cell, person: str, today: Today) -> Iterator[Due]:
    month = after(month_of(today.day))
    yield Due(
        Key(f"{RULE}{cell.unit.id}", f"{cell.unit.id}/{person}", month, "regular"),
        person,
        cell.unit.id,
        f"duty-regular:{cell.unit.id}",
        today.starts(first_of(month)),
        RegularMissing(cell.unit, month),
        day=day_of(month_of(today.day), PLANNED_BY),
        why="met" if cell.meets("regular", month, today.calendar) else "",
    )


def _residence(cell: Cell, person: str, today: Today) -> Iterator[Due]:
    """Yield the question of December, and the same once more where nobody has said yes."""
    if today.day.month != RESIDENCE_MONTH:
        return
    year = today.day.year
    begins = today.calendar.working_day_after(dt.date(year, RESIDENCE_MONTH, 1))
    again = dt.date(year, RESIDENCE_MONTH, RESIDENCE_AGAIN)
    for step, day in (("residence", begins), ("residence-again", again)):
        yield Due(
            Key(f"{RULE}{cell.unit.id}", f"{cell.unit.id}/{person}", str(year), step),
            person,
            cell.unit.id,
            f"duty-residence:{cell.unit.id}",
            today.starts(dt.date(year + 1, 1, 1)),
            ResidenceAsked(cell.unit, year),
            day=day,
            why="met" if cell.said.get(("residence", str(year))) else "",
        )
