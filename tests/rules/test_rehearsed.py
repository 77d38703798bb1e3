"""What a rehearsed year comes to, counted by hand."""

import datetime as dt

from rules.occurrences import Why
from rules.rehearsed import Crowded, Rehearsed, Reminder, crowded, reminders

MORNING = dt.datetime(2024, 3, 21, 6, 45, 12, tzinfo=dt.UTC)
RULE = "deadline:can-tho-khoi:register"


def decided(person: str, why: Why = "", *, message: str = "m1", rule: str = RULE) -> Rehearsed:
    return Rehearsed(MORNING, rule, "7", person, why, "" if why else message)


def test_a_reminder_tells_to_how_many_it_went_and_why_not_to_others() -> None:
    made = [decided("lan"), decided("pao"), decided("chu", "met"), decided("hoa", "away")]

    assert reminders(made) == [
        Reminder(MORNING.replace(second=0), RULE, "7", 2, (("away", 1), ("met", 1)))
    ]


def test_reminders_stand_in_the_order_of_time() -> None:
    early = Rehearsed(MORNING - dt.timedelta(days=4), RULE, "14", "lan", "", "m0")

    assert [one.step for one in reminders([decided("lan"), early])] == ["14", "7"]


def test_several_matters_in_one_message_are_one_message() -> None:
    made = [decided("lan", rule=f"meeting:{n}") for n in range(5)]

    assert crowded(made) == []


def test_a_third_message_on_one_day_is_one_too_many() -> None:
    made = [decided("lan", message=f"m{n}") for n in range(3)]

    assert crowded(made) == [Crowded(MORNING.date(), "lan", 3)]


def test_what_was_held_back_crowds_nobody() -> None:
    made = [decided("lan", "met", message=f"m{n}") for n in range(9)]

    assert crowded(made) == []
