import pytest

from bot.pace import BULK_A_SECOND, FLOOD, Pace


class Watch:
    """A stopwatch that is turned by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


def gone(pace: Pace, count: int) -> None:
    for _ in range(count):
        pace.count()


def test_bulk_goes_at_once_while_there_is_room(watch: Watch) -> None:
    pace = Pace(watch)
    gone(pace, BULK_A_SECOND - 1)

    assert pace.pause("bulk") == 0.0


def test_bulk_waits_until_a_second_has_passed(watch: Watch) -> None:
    pace = Pace(watch)
    gone(pace, BULK_A_SECOND)
    watch.seconds += 0.25

    assert pace.pause("bulk") == pytest.approx(0.75)


def test_answers_never_wait_and_take_the_room_of_bulk(watch: Watch) -> None:
    pace = Pace(watch)
    gone(pace, 500)

    assert pace.pause("answer") == 0.0
    assert pace.pause("bulk") == pytest.approx(1.0)


def test_in_any_second_no_more_bulk_goes_than_is_allowed(watch: Watch) -> None:
    pace, times = Pace(watch), []
    for _ in range(200):
        while pause := pace.pause("bulk"):
            watch.seconds += pause
        pace.count()
        times.append(watch.seconds)

    later = zip(times, times[BULK_A_SECOND:], strict=False)
    assert [one for one in later if one[1] - one[0] < 0.999] == []
    assert times[-1] - times[0] == 199 // BULK_A_SECOND


def test_what_is_over_is_forgotten(watch: Watch) -> None:
    pace = Pace(watch)
    for _ in range(50):
        gone(pace, BULK_A_SECOND)
        watch.seconds += 1

    assert len(pace._gone) <= BULK_A_SECOND * 4 + 1


def test_bulk_waits_when_many_chats_at_once_are_told_to(watch: Watch) -> None:
    pace = Pace(watch)
    for _ in range(FLOOD - 1):
        pace.slow_down(5)
    assert pace.pause("bulk") == 0.0

    pace.slow_down(5)
    assert (pace.pause("bulk"), pace.pause("answer")) == (5.0, 0.0)
    watch.seconds += 5
    assert pace.pause("bulk") == 0.0


def test_a_chat_now_and_then_that_is_told_to_wait_holds_no_other_up(watch: Watch) -> None:
    pace = Pace(watch)
    for _ in range(FLOOD * 3):
        watch.seconds += 0.2
        pace.slow_down(60)

    assert pace.pause("bulk") == 0.0
