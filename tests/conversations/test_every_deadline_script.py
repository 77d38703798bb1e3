"""Every path of the conversations about deadlines and the calendar ends, in every language."""

from itertools import product

import pytest

from conversations.deadline_scripts import DEADLINES
from rules.deadline_commands import AskExtension, ChangeDeadlines, LeaveDeadlines, SayDay
from rules.person import Membership, Person
from rules.unit_requests import CardOf
from tests.conversations.alone import FRONT, PAO, TWO_HATS, form
from tests.conversations.test_every_script import LANGUAGES, NOBODY, PROGRAMMES, check, stops

HANH = Person("h" * 16, "Hạnh", memberships=(Membership(FRONT, "", "office", confirmed=True),))
EACH = list(product(LANGUAGES, PROGRAMMES))


@pytest.mark.parametrize(("language", "programme"), EACH)
def test_every_change_of_a_deadline_ends_in_a_command(language: str, programme: str) -> None:
    ends = {
        check(stop, language) for stop in stops("change-deadline", language, programme, person=HANH)
    }

    expected = {None, ChangeDeadlines, LeaveDeadlines}
    assert ends == (expected if form(programme).programme.stages else {LeaveDeadlines})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_deadline_of_a_unit_that_is_no_more_is_left(language: str) -> None:
    facts = {CardOf("u1"): None}
    found = stops(
        "change-deadline", language, "can-tho-khoi", person=HANH, subject="u1", facts=facts
    )

    assert {check(stop, language) for stop in found} == {None, LeaveDeadlines}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("script", sorted(DEADLINES))
def test_who_holds_nothing_leaves_everything(script: str, language: str) -> None:
    found = stops(script, language, "minimal", person=NOBODY)

    assert {check(stop, language) for stop in found} == {LeaveDeadlines}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", [PAO, TWO_HATS], ids=["one-hat", "two-hats"])
def test_every_wish_of_more_time_ends_in_a_command(person: Person, language: str) -> None:
    found = stops("ask-extension", language, "can-tho-khoi", person=person)

    assert {check(stop, language) for stop in found} <= {None, AskExtension, LeaveDeadlines}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_day_of_the_calendar_ends_in_a_command(language: str) -> None:
    found = stops("calendar-day", language, "can-tho-khoi", person=HANH)

    assert {check(stop, language) for stop in found} == {None, SayDay, LeaveDeadlines}
