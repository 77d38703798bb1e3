"""What a bot may still say: never more than its plan, what cannot wait before what can."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.budget import Budget, Kind, Meter, Plan, kind_of, next_month
from rules.occurrences import Due, Key

HOUR = 3_600_000
DAY = 24 * HOUR
FREE = Plan(messages=3_000, people=50, both=True)
days = st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31))
budgets = st.builds(
    Budget,
    plan=st.builds(Plan, st.integers(0, 4_000), st.just(50), st.booleans()),
    meter=st.builds(Meter, st.integers(0, 4_000), st.integers(0, 4_000), st.integers(0, 1)),
    people=st.integers(0, 200),
    day=days,
)


def of(used: int = 0, *, people: int = 42, day: int = 1) -> Budget:
    return Budget(FREE, Meter(sent=used), people, dt.date(2027, 3, day))


@given(budgets, st.sampled_from(("urgent", "ordinary")), st.integers(1, 5))
def test_by_itself_a_bot_never_says_more_than_its_plan(
    budget: Budget, kind: Kind, cost: int
) -> None:
    if budget.may_say(kind, cost):
        assert budget.used + cost <= budget.plan.messages
        assert not budget.meter.spent_at
    if budget.may_try(kind, cost, now=2 * DAY):
        assert budget.used + cost <= budget.plan.messages


@given(budgets, st.integers(1, 5))
def test_what_can_wait_never_goes_where_what_cannot_may_not(budget: Budget, cost: int) -> None:
    may = [budget.may_say(kind, cost) for kind in ("answer", "urgent", "ordinary")]

    assert may == sorted(may, reverse=True)
    assert may[0]


@pytest.mark.parametrize(
    ("used", "day", "kinds"),
    [
        (0, 1, {"urgent", "ordinary"}),
        (1_823, 1, {"urgent", "ordinary"}),  # 42 people: 672 for answers, 504 for what is urgent
        (1_824, 1, {"urgent"}),
        (2_327, 1, {"urgent"}),
        (2_328, 1, set()),
        (2_328, 16, {"urgent", "ordinary"}),  # half of the month is over, and half of what is kept
        (2_970, 31, {"urgent"}),
        (2_999, 31, set()),
    ],
)
def test_what_is_kept_for_answers_melts_away_with_the_month(
    used: int, day: int, kinds: set[Kind]
) -> None:
    budget = of(used, day=day)

    assert {kind for kind in ("urgent", "ordinary") if budget.may_say(kind, 1)} == kinds


def test_what_comes_in_counts_only_where_it_does() -> None:
    meter, day = Meter(sent=100, received=90), dt.date(2027, 3, 1)

    assert Budget(FREE, meter, 42, day).used == 190
    assert Budget(Plan(3_000, 50, both=False), meter, 42, day).used == 100


def test_nothing_is_left_once_the_channel_says_so() -> None:
    budget = Budget(FREE, Meter(sent=7, spent_at=1), 42, dt.date(2027, 3, 9))

    assert (budget.left, budget.percent) == (0, 100)


def test_in_a_small_plan_something_is_left_to_say() -> None:
    small = Budget(Plan(100, 50, both=False), Meter(), 42, dt.date(2027, 3, 1))

    assert [small.kept_for(kind) for kind in ("urgent", "ordinary")] == [50, 75]


@pytest.mark.parametrize(
    ("hours", "under_way", "tried"),
    [(23, 0, False), (24, 0, True), (24, 1, False), (-1, 0, True)],  # the last: a clock set back
)
def test_a_channel_that_takes_nothing_more_is_tried_once_a_day_by_one_message(
    hours: int, under_way: int, tried: bool,  # noqa: FBT001 - a row of the table
) -> None:  # fmt: skip
    budget = Budget(FREE, Meter(sent=7, spent_at=DAY), 42, dt.date(2027, 3, 9), under_way)

    assert budget.may_try("ordinary", 1, now=DAY + hours * HOUR) is tried


@pytest.mark.parametrize(
    ("hours", "more", "kind"),
    [
        (34, {}, "urgent"),  # a day before the last one
        (40, {}, "ordinary"),  # three days before
        (400, {"urgent": True}, "urgent"),
        (400, {"news": True}, "urgent"),
    ],
)
def test_what_is_of_no_use_tomorrow_cannot_wait(
    hours: int, more: dict[str, Any], kind: Kind
) -> None:
    due = Due(Key("r", "s", "o", "1"), "pao", "u", "m", until=hours * HOUR, facts=None, **more)

    assert kind_of(due, now=0) == kind


@given(days)
def test_the_next_month_begins_after_the_last_day(day: dt.date) -> None:
    begins = next_month(day)

    assert (begins - dt.timedelta(days=1)).month == day.month
    assert begins.day == 1
