import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.programme import Programme
from rules.programme_file import read_programme
from rules.refused import Refused
from rules.rounds import deadline, is_on_time, round_of

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PROGRAMMES = Path(__file__).parents[2] / "programmes"
CAN_THO, MINIMAL = (
    read_programme((PROGRAMMES / f"{name}.toml").read_text("utf-8"), file=name)
    for name in ("can-tho-khoi", "minimal")
)


def local(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


def moved(
    stage_code: str, *, inclusive: bool, shift: Literal["none", "earlier", "later"]
) -> Programme:
    stage = replace(CAN_THO.stage(stage_code), inclusive=inclusive, shift=shift)
    return replace(CAN_THO, stages=(stage,))


@pytest.mark.parametrize(
    ("stage", "year", "last"),
    [
        ("register", 2024, "2024-03-28T17:00"),
        ("register", 2025, "2025-03-19T17:00"),
        ("register", 2026, "2026-03-19T17:00"),
        ("register", 2027, "2027-03-19T17:00"),
        ("recognise", 2024, "2024-09-30T17:00"),
        ("recognise", 2027, "2027-09-30T17:00"),
        ("propose", 2024, "2024-10-09T17:00"),
        ("propose", 2027, "2027-10-09T17:00"),
    ],
)
def test_rows_2_18_2_20_and_2_21_before_a_day_means_until_five_on_the_day_before(
    stage: str, year: int, last: str
) -> None:
    assert deadline(CAN_THO, stage, year, ZONE).last == local(last)


def test_a_deadline_keeps_the_day_as_the_document_writes_it() -> None:
    register = deadline(CAN_THO, "register", 2025, ZONE)

    assert (register.stage, register.written, register.inclusive) == (
        "register",
        dt.date(2025, 3, 20),
        False,
    )


def test_row_2_19_in_2024_the_document_writes_another_day() -> None:
    assert deadline(CAN_THO, "register", 2024, ZONE).written == dt.date(2024, 3, 29)


def test_the_last_moment_is_told_in_the_zone_of_the_office() -> None:
    last = deadline(CAN_THO, "register", 2025, ZONE).last

    assert last.astimezone(dt.UTC) == dt.datetime(2025, 3, 19, 10, 0, tzinfo=dt.UTC)


def test_an_inclusive_deadline_ends_on_its_own_day() -> None:
    programme = moved("register", inclusive=True, shift="none")

    assert deadline(programme, "register", 2025, ZONE).last == local("2025-03-20T17:00")


@pytest.mark.parametrize(
    ("at", "on_time"),
    [
        ("2024-03-25T08:00", True),
        ("2025-03-25T08:00", False),
        ("2025-03-19T17:00", True),
        ("2025-03-19T17:00:01", False),
        ("2025-03-20T07:30", False),
        ("2024-03-28T17:00", True),
        ("2024-03-29T07:30", False),
    ],
)
def test_row_2_19_the_exception_of_2024_is_for_2024_only(at: str, *, on_time: bool) -> None:
    assert is_on_time(CAN_THO, local(at).year, local(at)) is on_time


def test_a_time_without_a_zone_is_our_mistake() -> None:
    naive = local("2025-03-19T09:00").replace(tzinfo=None)

    with pytest.raises(ValueError, match="naive"):
        is_on_time(CAN_THO, 2025, naive)


@pytest.mark.parametrize(
    ("stage", "inclusive", "shift", "last"),
    [
        ("register", True, "none", "2027-03-20"),  # a Saturday
        ("register", True, "earlier", "2027-03-19"),
        ("register", True, "later", "2027-03-22"),
        ("register", False, "earlier", "2027-03-19"),  # a Friday needs no shift
        ("register", False, "later", "2027-03-19"),
        ("propose", True, "none", "2027-10-10"),  # a Sunday
        ("propose", True, "earlier", "2027-10-08"),
        ("propose", True, "later", "2027-10-11"),
        ("propose", False, "earlier", "2027-10-08"),  # 9/10 is a Saturday
        ("propose", False, "later", "2027-10-11"),
    ],
)
def test_a_last_day_on_a_weekend_is_shifted_as_the_programme_says(
    *, stage: str, inclusive: bool, shift: Literal["none", "earlier", "later"], last: str
) -> None:
    programme = moved(stage, inclusive=inclusive, shift=shift)

    assert deadline(programme, stage, 2027, ZONE).last == local(f"{last}T17:00")


def test_a_day_set_for_one_year_is_not_shifted() -> None:
    saturday = ((2027, dt.date(2027, 3, 27)),)
    stage = replace(CAN_THO.stage("register"), inclusive=True, shift="later", exceptions=saturday)

    last = deadline(replace(CAN_THO, stages=(stage,)), "register", 2027, ZONE).last

    assert last == local("2027-03-27T17:00")


def test_a_stage_the_programme_does_not_have_is_refused() -> None:
    with pytest.raises(Refused, match="unknown-stage"):
        deadline(MINIMAL, "propose", 2027, ZONE)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2024-01-01", 2024),
        ("2024-03-29", 2024),  # late, and still this year's
        ("2024-10-09", 2024),
        ("2024-10-10", 2025),
        ("2024-12-31", 2025),
        ("2025-01-01", 2025),
    ],
)
def test_a_round_opens_when_the_last_stage_of_the_one_before_has_ended(day: str, year: int) -> None:
    assert round_of(CAN_THO, dt.date.fromisoformat(day)) == year


@pytest.mark.parametrize("year", range(2024, 2029))
def test_row_2_9_from_january_on_one_registers_for_the_new_year(year: int) -> None:
    assert round_of(CAN_THO, dt.date(year, 1, 1)) == year
    assert is_on_time(CAN_THO, year, local(f"{year}-01-01T08:00"))


def test_after_the_only_deadline_what_is_late_still_counts_to_its_year() -> None:
    rules = replace(CAN_THO, stages=CAN_THO.stages[:1])

    assert round_of(rules, dt.date(2027, 3, 20)) == 2027
    assert round_of(rules, dt.date(2027, 12, 31)) == 2027
    assert round_of(rules, dt.date(2028, 1, 1)) == 2028


def test_a_round_prolonged_into_january_lasts_until_then() -> None:
    prolonged = replace(CAN_THO.stage("propose"), exceptions=((2021, dt.date(2022, 1, 16)),))
    programme = replace(CAN_THO, stages=(CAN_THO.stage("register"), prolonged))

    rounds = [round_of(programme, dt.date(2022, 1, day)) for day in (15, 16)]

    assert rounds == [2021, 2022]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_rounds_never_go_back_and_no_day_is_without_one(day: dt.date) -> None:
    today, tomorrow = (round_of(CAN_THO, day + dt.timedelta(days=n)) for n in (0, 1))

    assert day.year <= today <= day.year + 1
    assert today <= tomorrow <= today + 1


@given(
    year=st.integers(2000, 2100),
    stage=st.sampled_from(["register", "recognise", "propose"]),
    inclusive=st.booleans(),
    shift=st.sampled_from(["earlier", "later"]),
)
def test_a_shifted_deadline_never_ends_on_a_weekend(
    *, year: int, stage: str, inclusive: bool, shift: Literal["earlier", "later"]
) -> None:
    programme = moved(stage, inclusive=inclusive, shift=shift)
    programme = replace(programme, stages=(replace(programme.stages[0], exceptions=()),))

    assert deadline(programme, stage, year, ZONE).last.weekday() < 5
