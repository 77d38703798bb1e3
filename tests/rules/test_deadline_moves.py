"""How the ends of stages move: what can be, and what becomes of the rest."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.country_calendar import CountryCalendar, SaidDay
from rules.deadline_changes import DeadlineChange
from rules.deadline_commands import StageEnd
from rules.deadline_moves import (
    moved_by_calendar,
    moved_to,
    pushed,
    so_many_days,
    told_apart,
)
from rules.refused import Refused
from rules.rounds import is_on_time
from tests.hamlet import ZONE, programme

KHOI = programme()
NOW = dt.datetime(2027, 3, 16, 9, tzinfo=ZONE)
STAGES = [stage.code for stage in KHOI.stages]


def change(key: str, day: str, *, at: int, unit: str = "u") -> DeadlineChange:
    """Return a change of the end of registering, "" to pause it."""
    last = dt.date.fromisoformat(day) if day else None
    until = dt.time(17) if day else None
    kind = "moved" if day else "paused"
    return DeadlineChange(key, KHOI.code, "register", 2027, {unit}, kind, last, until, "", "", at)  # type: ignore[arg-type] # one of both


@given(st.integers(1, 60))
def test_row_3_21_all_deadlines_go_by_the_same_number_of_days(days: int) -> None:
    for end in pushed(KHOI, 2027, STAGES, days, now=NOW):
        moved = moved_to(KHOI, 2027, end, ZONE, now=NOW)

        assert moved.before
        assert moved.now
        assert moved.now - moved.before == dt.timedelta(days=days)


def test_what_would_be_over_still_stays() -> None:
    autumn = dt.datetime(2027, 10, 5, 9, tzinfo=ZONE)

    assert [end.stage for end in pushed(KHOI, 2027, STAGES, 3, now=autumn)] == STAGES[2:]


def test_what_is_paused_is_not_pushed() -> None:
    paused = replace(KHOI, changes=(change("c", "", at=1),)).of("u")

    assert [end.stage for end in pushed(paused, 2027, STAGES, 3, now=NOW)] == STAGES[1:]


@pytest.mark.parametrize(
    ("end", "why"),
    [
        (StageEnd("register", "2027-03-16", "08:00"), "end-is-over"),
        (StageEnd("register", "2028-01-01", "17:00"), "end-after-round"),
        (StageEnd("register", "2027-02-30", "17:00"), "not-a-day"),
        (StageEnd("register", "2027-03-19", "17:00"), "end-stays"),
    ],
)
def test_an_end_that_cannot_be_says_why(end: StageEnd, why: str) -> None:
    with pytest.raises(Refused) as refused:
        moved_to(KHOI, 2027, end, ZONE, now=NOW)

    assert refused.value.reason == why


def test_each_change_is_told_against_what_held_before_it() -> None:
    first, second = change("a", "2027-03-26", at=1), change("b", "", at=2)
    ends = told_apart(replace(KHOI, changes=(first, second)).of("u"), [first, second], 2027, ZONE)

    days = [(end.before and end.before.day, end.now and end.now.day) for end in ends]
    assert days == [(19, 26), (26, None)]


def test_a_day_off_moves_only_what_the_document_shifts() -> None:
    off = CountryCalendar({dt.date(2027, 3, 19): SaidDay("off", "nghỉ bù")})
    earlier = replace(KHOI, stages=(replace(KHOI.stages[0], shift="earlier"),))

    assert moved_by_calendar(KHOI, 2027, off, ZONE) == ()
    (end,) = moved_by_calendar(earlier, 2027, off, ZONE)
    assert end.now == dt.datetime(2027, 3, 18, 17, tzinfo=ZONE)


def test_row_2_19_sent_on_25_march_is_on_time_in_2024_and_late_in_2025() -> None:
    sent = [dt.datetime(year, 3, 25, 9, tzinfo=ZONE) for year in (2024, 2025)]

    assert [is_on_time(KHOI, at.year, at) for at in sent] == [True, False]


@pytest.mark.parametrize(
    ("said", "days"), [("7", "7"), ("10 ngày", "10"), ("lùi thêm 3 ngày", "3"), ("2 tuần", "14")]
)
def test_days_are_said_with_their_word_or_without(said: str, days: str) -> None:
    assert so_many_days(said) == days
