"""The month's schedule of a committee: how each cell stands, what clashes, when to act."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.country_calendar import CountryCalendar
from rules.months import after, day_in, ends_quarter, first_of, month_of
from rules.person import Unit
from rules.programme import Scheduling
from rules.scheduling import PlannedMeeting, Schedule, ScheduleLine, clashes, in_order
from rules.scheduling_days import committee_days, month_meant, reminder_days

SCHEDULING = Scheduling(20, 25)
AT = dt.datetime(2027, 3, 25, 9, tzinfo=dt.UTC)
SUNDAY = PlannedMeeting(dt.date(2027, 4, 4), dt.time(19), "nhà văn hóa", 1)
LATER = PlannedMeeting(dt.date(2027, 4, 11), dt.time(19), "nhà văn hóa", 2)
MONTHS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31)).map(month_of)


def line(
    planned: PlannedMeeting | None = None,
    agreed: PlannedMeeting | None = None,
    *,
    staff: str = "",
    key: str = "u",
) -> ScheduleLine:
    return ScheduleLine(Unit(key, f"Chi bộ {key}"), planned, agreed, staff=staff, staff_name=staff)


def schedule(*lines: ScheduleLine, revision: int = 0) -> Schedule:
    return Schedule(Unit("k", "Đảng ủy bộ phận"), "2027-04", lines, revision, "Tám", AT)


@pytest.mark.parametrize(
    ("planned", "agreed", "revision", "state"),
    [
        (None, None, 0, "waiting"),
        (SUNDAY, None, 0, "registered"),
        (SUNDAY, SUNDAY, 1, "agreed"),
        (LATER, SUNDAY, 1, "changed"),
        (None, SUNDAY, 1, "changed"),
        (SUNDAY, None, 1, "changed"),
        (None, None, 1, "waiting"),
    ],
)
def test_a_cell_stands_as_it_has_registered_and_the_committee_agreed(
    planned: PlannedMeeting | None, agreed: PlannedMeeting | None, revision: int, state: str
) -> None:
    one = line(planned, agreed)

    assert schedule(one, revision=revision).state(one) == state


def test_there_is_nothing_to_agree_on_before_anybody_registers_or_without_a_change() -> None:
    assert not schedule(line()).may_agree
    assert schedule(line(), line(SUNDAY)).may_agree
    assert not schedule(line(SUNDAY, SUNDAY), revision=1).may_agree
    assert schedule(line(LATER, SUNDAY), revision=1).may_agree


def test_a_meeting_of_the_same_hour_and_place_is_no_change_whatever_its_revision() -> None:
    again = PlannedMeeting(SUNDAY.day, SUNDAY.time, SUNDAY.place, 7)

    assert schedule(line(again, SUNDAY), revision=1).in_state("changed") == ()


def test_two_meetings_clash_that_one_supervisor_cannot_both_attend() -> None:
    near = PlannedMeeting(SUNDAY.day, dt.time(20), "xã")
    far = PlannedMeeting(SUNDAY.day, dt.time(20, 30), "xã")
    told = schedule(
        line(SUNDAY, staff="tam", key="a"),
        line(near, staff="tam", key="b"),
        line(far, staff="tam", key="c"),
        line(SUNDAY, staff="chin", key="d"),
        line(SUNDAY, key="e"),
    )

    found = [(one.unit.id, other.unit.id) for one, other in clashes(told)]

    assert found == [("a", "b"), ("b", "c")]


def test_cells_without_a_meeting_come_first() -> None:
    lines = (line(LATER, key="a"), line(SUNDAY, key="b"), line(key="c"))

    assert [one.unit.id for one in in_order(lines)] == ["c", "b", "a"]


def test_cells_are_reminded_three_days_and_one_day_before_the_20th() -> None:
    march = dict(reminder_days(SCHEDULING, "2027-04", calendar=CountryCalendar()))

    assert march == {"3": dt.date(2027, 3, 17), "1": dt.date(2027, 3, 19)}
    assert committee_days(SCHEDULING, "2027-04") == (dt.date(2027, 3, 20), dt.date(2027, 3, 25))


def test_of_two_reminders_that_fall_on_one_day_the_nearer_one_is_left() -> None:
    days = dict(reminder_days(SCHEDULING, "2027-07", calendar=CountryCalendar()))

    assert days == {"3": dt.date(2027, 6, 17), "1": dt.date(2027, 6, 18)}  # the 19th is a Saturday
    tet = dict(reminder_days(Scheduling(10, 15), "2027-03", calendar=CountryCalendar()))
    assert tet == {"1": dt.date(2027, 2, 3)}  # Tết is from 4 to 10 February


@pytest.mark.parametrize(("day", "month"), [(9, "2027-03"), (10, "2027-04"), (31, "2027-04")])
def test_from_ten_days_before_the_next_month_is_meant(day: int, month: str) -> None:
    assert month_meant(SCHEDULING, dt.date(2027, 3, day)) == month
    assert month_meant(Scheduling(), dt.date(2027, 3, day)) == month


@given(MONTHS)
def test_reminders_go_on_working_days_before_the_day_and_each_day_once(month: str) -> None:
    calendar = CountryCalendar()
    before, agree = committee_days(SCHEDULING, month)

    days = [day for _, day in reminder_days(SCHEDULING, month, calendar=calendar)]

    assert len(set(days)) == len(days)
    assert all(calendar.works(day) and day < before < agree < first_of(month) for day in days)


@given(MONTHS, st.integers(-400, 400))
def test_months_are_counted_forth_and_back(month: str, away: int) -> None:
    assert after(after(month, away), -away) == month
    assert month_of(day_in(month, 31)) == month
    assert sum(ends_quarter(after(month, n)) for n in range(12)) == 4
