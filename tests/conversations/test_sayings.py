"""What people want who say something in their own words, and who say nothing of the kind."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.acts import ACTS
from conversations.intents import intent, likely_acts
from conversations.likeliest import theirs
from conversations.main_ways import main_ways, more_ways
from conversations.say import Option
from conversations.sayings import INSTEAD, LAST, PHRASES, WORDS
from rules.person import Membership
from tests.conversations.alone import PAO, SUOI_DA, somebody
from tests.conversations.sayings_heard import (
    CONTACT,
    NOT_FOR_MEMBERS,
    OFFICE,
    heard,
    nothing,
)

HANH = Membership(SUOI_DA, "Chuyên viên", "office", confirmed=True)
OFFICER = somebody(person=PAO).situation
MEMBER = somebody(person=replace(PAO, memberships=(Membership(SUOI_DA, confirmed=True),))).situation
STAFF = somebody(person=replace(PAO, memberships=(HANH,))).situation
WAYS = (*main_ways(OFFICER), *main_ways(STAFF), *more_ways(STAFF))


@pytest.mark.parametrize(("saying", "act"), list(heard(CONTACT)))
def test_what_a_contact_says_in_their_own_words_is_understood(saying: str, act: str) -> None:
    assert theirs(OFFICER, intent(saying)[0]) == act


@pytest.mark.parametrize(("saying", "act"), list(heard(OFFICE)))
def test_what_somebody_of_the_office_says_is_understood(saying: str, act: str) -> None:
    assert theirs(STAFF, intent(saying)[0]) == act


@pytest.mark.parametrize(("saying", "act"), list(heard(NOT_FOR_MEMBERS)))
def test_what_is_not_theirs_to_see_is_answered_with_what_is(saying: str, act: str) -> None:
    assert theirs(MEMBER, intent(saying)[0]) == act


@pytest.mark.parametrize("text", nothing())
def test_texts_of_models_greetings_and_noise_mean_no_act(text: str) -> None:
    assert intent(text) == ("", "")


def test_there_are_enough_sayings_to_tell() -> None:
    assert len([*heard(CONTACT), *heard(OFFICE)]) >= 150
    assert len(nothing()) >= 40


@pytest.mark.parametrize(
    "saying", ["ĐƠN VỊ TÔI!!!", "  đơn   vị tôi ", "Đơn vị tôi?", "đơn vị-tôi"]
)
def test_signs_spaces_and_capitals_do_not_matter(saying: str) -> None:
    assert intent(saying) == ("unit", "")


@given(st.text(max_size=200))
def test_whatever_is_said_is_weighed(text: str) -> None:
    assert set(likely_acts(text)) <= {line.split()[0] for line in PHRASES.strip().splitlines()}


def test_every_act_the_tables_know_is_there() -> None:
    named = {line.split()[0] for line in PHRASES.strip().splitlines()}

    assert named | set(INSTEAD.values()) <= set(ACTS)


@pytest.mark.parametrize("way", WAYS)
def test_every_act_of_the_main_lists_can_be_said(way: Option) -> None:
    lines = f"{WORDS}\n{LAST}\n{PHRASES}".strip().splitlines()
    named = {line.partition(":")[0].split()[0] for line in lines if line}

    assert way.data.split(":")[1] in named


@pytest.mark.parametrize("way", WAYS)
def test_what_stands_on_a_button_can_be_said_too(way: Option) -> None:
    name = way.data.split(":")[1]

    assert intent(way.label)[0] == name or name == "find"  # which looks for what follows it
