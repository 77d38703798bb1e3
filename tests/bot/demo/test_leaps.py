"""The buttons of the demo's clock lead to where reminders go."""

import datetime as dt

import pytest

from bot.demo.leaps import Leap, leap
from bot.demo.moved_clock import MovedClock
from tests.hamlet import ZONE, programme


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("where", "there"),
    [
        ("hour", "2027-03-01 09:30"),
        ("day", "2027-03-02 08:30"),
        ("back", "2027-03-01 06:30"),
        ("first", "2027-03-12 06:45"),
        ("last", "2027-03-18 06:45"),
        ("after", "2027-03-22 06:45"),  # the working day after Saturday
    ],
)
def test_a_button_leads_to_its_moment(where: Leap, there: str) -> None:
    assert leap(where, moment("2027-03-01 08:30"), programme()) == moment(there)


def test_a_reminder_that_has_gone_is_that_of_the_next_round() -> None:
    assert leap("first", moment("2027-03-12 06:45"), programme()) == moment("2028-03-10 06:45")


def test_the_clock_is_as_far_from_the_walls_as_it_was_moved() -> None:
    clock, moved = MovedClock(ZONE), MovedClock(ZONE, 7_200_000)

    assert 0 <= moved.now_ms() - clock.now_ms() - 7_200_000 < 60_000
