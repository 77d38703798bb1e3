"""The calendar of source 002 against a table written by hand, and its rules over many years."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Literal, TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.country_calendar import CountryCalendar
from rules.deadline_changes import DeadlineChange
from rules.programme import Programme, Reminding
from rules.programme_file import read_programme
from rules.reminding_days import reminder_days
from rules.rounds import deadline

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
FILE = Path(__file__).parents[2] / "programmes/can-tho-khoi.toml"
SOURCE = read_programme(FILE.read_text("utf-8"), file=FILE.name)
CALENDAR = CountryCalendar()
Shift: TypeAlias = Literal["none", "earlier", "later"]

# Written from wall calendars: the last day, and the days of the reminders with their weekdays.
TABLE = """
2024 register  28/3 Thu | 21/3 Thu  25/3 Mon  27/3 Wed  29/3 Fri
2024 recognise 30/9 Mon | 24/9 Tue  27/9 Fri  30/9 Mon   1/10 Tue
2024 propose   9/10 Wed | 3/10 Thu  7/10 Mon  9/10 Wed  10/10 Thu
2025 register  19/3 Wed | 12/3 Wed  14/3 Fri  18/3 Tue  20/3 Thu
2025 recognise 30/9 Tue | 24/9 Wed  26/9 Fri  30/9 Tue   1/10 Wed
2025 propose   9/10 Thu | 3/10 Fri  7/10 Tue  9/10 Thu  10/10 Fri
2026 register  19/3 Thu | 12/3 Thu  16/3 Mon  18/3 Wed  20/3 Fri
2026 recognise 30/9 Wed | 24/9 Thu  28/9 Mon  30/9 Wed   1/10 Thu
2026 propose   9/10 Fri | 2/10 Fri  7/10 Wed  9/10 Fri  12/10 Mon
2027 register  19/3 Fri | 12/3 Fri  16/3 Tue  18/3 Thu  22/3 Mon
2027 recognise 30/9 Thu | 24/9 Fri  28/9 Tue  30/9 Thu   1/10 Fri
2027 propose   9/10 Sat | 1/10 Fri  7/10 Thu  8/10 Fri  11/10 Mon
2028 register  19/3 Sun | 10/3 Fri  16/3 Thu  17/3 Fri  20/3 Mon
2028 recognise 30/9 Sat | 22/9 Fri  28/9 Thu  29/9 Fri   2/10 Mon
2028 propose   9/10 Mon | 3/10 Tue  6/10 Fri  9/10 Mon  10/10 Tue
"""
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TET = [dt.date(2024, 2, 10), dt.date(2025, 1, 29), dt.date(2026, 2, 17)]
TET += [dt.date(2027, 2, 6), dt.date(2028, 1, 26)]


def on(text: str, year: int) -> dt.date:
    day, month = text.split("/")
    return dt.date(year, int(month), int(day))


def said(line: str) -> tuple[int, str, list[str], list[str]]:
    head, reminders = line.split("|")
    year, stage, *last = head.split()
    words = reminders.split()
    days = [f"{day} {weekday}" for day, weekday in zip(words[::2], words[1::2], strict=True)]
    return int(year), stage, last, days


def plain(day: dt.date) -> str:
    return f"{day.day}/{day.month} {NAMES[day.weekday()]}"


def reminders(programme: Programme, stage: str, year: int) -> tuple[tuple[str, dt.date], ...]:
    end = deadline(programme, stage, year, ZONE)
    return reminder_days(
        programme.stage(stage), end, calendar=programme.calendar, programme=programme
    )


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_rows_2_18_to_2_21_every_day_of_the_source_is_that_of_the_table(line: str) -> None:
    year, stage, last, days = said(line)

    end = deadline(SOURCE, stage, year, ZONE)

    assert f"{plain(end.last.date())} {end.last:%H:%M}" == f"{' '.join(last)} 17:00"
    assert [plain(day) for _, day in reminders(SOURCE, stage, year)] == days


def test_row_2_20_before_the_first_of_october_contacts_are_reminded_on_these_days() -> None:
    steps = dict(reminders(SOURCE, "recognise", 2026))

    assert [steps[step] for step in ("6", "2", "0")] == [
        on("24/9", 2026),
        on("28/9", 2026),
        on("30/9", 2026),
    ]


@pytest.mark.parametrize("first", TET)
def test_nobody_works_in_the_first_days_of_tet(first: dt.date) -> None:
    days = [first + dt.timedelta(days=n) for n in range(-1, 4)]

    assert not any(map(CALENDAR.works, days))
    assert CALENDAR.working_day_after(first) > days[-2]


def test_a_day_swapped_for_a_saturday_is_off_and_the_saturday_is_worked() -> None:
    assert not CALENDAR.works(dt.date(2026, 8, 31))
    assert CALENDAR.works(dt.date(2026, 8, 22))
    assert CALENDAR.holiday(dt.date(2026, 8, 22)) == ""


@pytest.mark.parametrize(
    ("inclusive", "shift", "day", "last"),
    [
        (True, "later", (2027, 3, 20), (2027, 3, 22)),  # a Saturday
        (True, "earlier", (2027, 10, 10), (2027, 10, 8)),  # a Sunday
        (True, "later", (2026, 8, 31), (2026, 9, 3)),  # swapped, then the national days
        (True, "earlier", (2027, 2, 8), (2027, 2, 3)),  # Tết
        (True, "later", (2026, 8, 22), (2026, 8, 22)),  # a Saturday that is worked
    ],
)
def test_a_last_day_on_a_day_off_is_shifted_to_one_that_is_worked(
    *, inclusive: bool, shift: Shift, day: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    programme = of_one_stage(dt.date(*day), inclusive=inclusive, shift=shift)

    assert deadline(programme, "register", day[0], ZONE).last.date() == dt.date(*last)


def of_one_stage(day: dt.date, *, inclusive: bool, shift: Shift) -> Programme:
    stage = replace(
        SOURCE.stage("register"),
        month=day.month,
        day=day.day,
        inclusive=inclusive,
        shift=shift,
        exceptions=(),
    )
    return replace(SOURCE, stages=(stage,))


days = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)).filter(lambda day: day.day <= 28)
shifts: st.SearchStrategy[Shift] = st.sampled_from(["none", "earlier", "later"])


@given(day=days, inclusive=st.booleans(), shift=shifts)
def test_a_last_day_lies_on_a_working_day_on_the_side_it_is_shifted_to(
    *, day: dt.date, inclusive: bool, shift: Shift
) -> None:
    last = deadline(
        of_one_stage(day, inclusive=inclusive, shift=shift), "register", day.year, ZONE
    ).last.date()
    unshifted = day if inclusive else day - dt.timedelta(days=1)

    assert shift == "none" or CALENDAR.works(last)
    assert {"none": last == unshifted, "earlier": last <= unshifted, "later": last >= unshifted}[
        shift
    ]


@given(
    day=days,
    steps=st.sets(st.integers(0, 60)),
    after=st.integers(0, 30),
    weekends=st.booleans(),
)
def test_reminders_go_before_the_end_each_on_a_day_of_its_own(
    *, day: dt.date, steps: set[int], after: int, weekends: bool
) -> None:
    programme = of_one_stage(day, inclusive=True, shift="none")
    stage = replace(programme.stages[0], remind=tuple(steps), remind_after=after)
    programme = replace(programme, stages=(stage,), reminding=Reminding(weekends=weekends))

    found = reminders(programme, "register", day.year)

    assert all(one < other for (_, one), (_, other) in pairwise(found))
    assert all((each > day) == (step == "after") for step, each in found)
    assert weekends or all(CALENDAR.works(each) for _, each in found)
    assert len({step for step, _ in found}) == len(found)


changes = st.builds(
    DeadlineChange,
    id=st.uuids().map(str),
    programme=st.just(SOURCE.code),
    stage=st.just("register"),
    round=st.sampled_from([2026, 2027]),
    units=st.frozensets(st.sampled_from(["a", "b"])),
    kind=st.just("moved"),
    day=st.dates(dt.date(2027, 1, 1), dt.date(2027, 6, 1)),
    until=st.just(dt.time(17)),
    reason=st.just(""),
    basis=st.just(""),
    at=st.integers(0, 3),
)


@given(
    st.lists(changes, max_size=5).flatmap(
        lambda said: st.tuples(st.just(said), st.permutations(said))
    )
)
def test_in_whatever_order_changes_are_read_the_same_deadline_holds(
    both: tuple[list[DeadlineChange], list[DeadlineChange]],
) -> None:
    one, other = (replace(SOURCE, changes=tuple(changes)).of("a") for changes in both)

    assert deadline(one, "register", 2027, ZONE) == deadline(other, "register", 2027, ZONE)
    assert reminders(one, "register", 2027) == reminders(other, "register", 2027)
