"""What reminders are of, when they are put off to, and that a moved end is another occasion."""

import dataclasses
import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.country_calendar import CountryCalendar
from rules.deadline_changes import DeadlineChange
from rules.duties import Owed
from rules.matters import Matter, check_matter, read_matter
from rules.programme import Reminding
from rules.refused import Refused
from rules.reminding import Short, why_not
from rules.reminding_hours import again_at, later_is
from rules.reminding_steps import Round, occasion_of, steps_by, steps_of
from rules.summary import Line
from tests.hamlet import ZONE, programme
from tests.summarised import unit

PROGRAMME = programme()
DAYS = st.dates(dt.date(2027, 3, 1), dt.date(2027, 4, 30))


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


def moved_to(day: dt.date, number: int) -> DeadlineChange:
    made = int(at("2027-03-01T08:00").timestamp() * 1000) + number
    return DeadlineChange(
        f"c{number}", PROGRAMME.code, "register", 2027, {"u1"}, "moved", day, dt.time(17), "", "",
        made,
    )  # fmt: skip


def round_with(*days: dt.date) -> Round:
    changes = tuple(moved_to(day, number) for number, day in enumerate(days))
    changed = dataclasses.replace(PROGRAMME, changes=changes)
    return Round(changed, PROGRAMME.stage("register"), 2027, ZONE, CountryCalendar())


def test_a_matter_is_read_back_from_its_name() -> None:
    matter = Matter("register", "can-tho-khoi", 2027, "u1")

    assert read_matter(matter.name) == matter
    assert read_matter("meeting:m1") is None


@pytest.mark.parametrize("name", ["", "x", "register:", "a:b:c:d:e", "register:x y", "R:1"])
def test_what_comes_from_outside_is_no_matter(name: str) -> None:
    with pytest.raises(Refused):
        check_matter(name)


@pytest.mark.parametrize(
    ("now", "again"),
    [
        ("2027-03-12T06:50", "2027-03-12T19:00"),
        ("2027-03-12T17:59", "2027-03-12T19:00"),
        ("2027-03-12T18:01", "2027-03-13T06:45"),
        ("2027-03-12T23:00", "2027-03-13T06:45"),
    ],
)
def test_again_is_tonight_and_in_the_evening_the_next_morning(now: str, again: str) -> None:
    assert again_at(at(now), Reminding()) == at(again)
    assert (later_is(at(now), Reminding()) == "tonight") == (now[:10] == again[:10])


@given(st.lists(DAYS, max_size=3))
def test_no_two_reminders_of_one_unit_are_the_same_occasion_on_other_days(
    days: list[dt.date],
) -> None:
    seen: dict[tuple[str, str], dt.date] = {}
    for count in range(len(days) + 1):
        round_ = round_with(*days[:count])
        for step, day in steps_of(round_, "u1"):
            key = (occasion_of(round_, "u1", step, day), step)
            assert seen.setdefault(key, day) == day


@given(st.lists(DAYS, max_size=2), DAYS)
def test_a_step_is_of_use_from_its_day_on_and_not_beyond_the_next(
    days: list[dt.date], day: dt.date
) -> None:
    steps = [one for one in steps_by(round_with(*days), day) if one.units]

    for one in steps:
        assert one.day <= day
        assert one.until.date() >= one.day
    for one, after in itertools.pairwise(steps):
        assert one.until <= dt.datetime.combine(after.day, dt.time.max, ZONE)


def test_who_has_met_the_quota_is_not_reminded_of_a_launched_model_by_the_deadline() -> None:
    stage = programme("can-tho-khoi").stage("register")
    line = Line(unit(1), Owed("quota", 1), 1, 0)

    assert why_not(stage, line, Short(0, 1, 1, ("Hạnh phúc",)), on_paper=False) == "met"
    assert why_not(stage, line, Short(1, 0, 1, ("Hạnh phúc",)), on_paper=False) == ""
