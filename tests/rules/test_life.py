"""What may be done with an entry in which state."""

from typing import get_args

import pytest

from rules.entry import State
from rules.life import Step, may, state_after, states_for


@pytest.mark.parametrize("step", get_args(Step))
def test_nothing_is_done_with_what_was_taken_back_or_is_recognised(step: Step) -> None:
    assert not may(step, "withdrawn")
    assert not may(step, "recognised")


def test_after_acceptance_its_author_may_only_ask() -> None:
    allowed = {step for step in get_args(Step) if may(step, "accepted")}

    assert allowed == {"mend", "ask-correction", "grant"}


def test_what_waits_for_a_supplement_is_its_author_s() -> None:
    allowed = {step for step in get_args(Step) if may(step, "returned")}

    assert allowed == {"correct", "withdraw", "mend"}


def test_the_office_takes_in_what_was_sent_or_confirmed() -> None:
    assert [state for state in get_args(State) if may("accept", state)] == ["sent", "confirmed"]


@pytest.mark.parametrize("step", ["withdraw", "confirm", "accept", "return"])
def test_a_step_to_another_state_is_not_taken_twice(step: Step) -> None:
    assert state_after(step) not in states_for(step)
