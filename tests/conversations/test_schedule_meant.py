"""Which month is meant, as people say it or a button does; whatever comes, a month is shown."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.scheduling.meant import Wanted, wanted
from conversations.situation import Door, Form, Situation
from rules.months import is_month
from rules.person import Person
from tests.hamlet import ZONE, programme

NOW = dt.datetime(2027, 3, 22, 15, 32, tzinfo=ZONE)
HERE = Situation(
    person=Person("tam"),
    consent="given",
    dialogs=(),
    menu=(),
    misses=0,
    door=Door("web", abroad=False, page=""),
    forms=(Form(programme(), 1, 2027),),
    now=NOW,
    fresh="x",
    translate=str,
)


@pytest.mark.parametrize(
    ("said", "month"),
    [
        *(("", "2027-04"), ("4", "2027-04"), ("4/2027", "2027-04"), ("nay", "2027-03")),
        *(("sau", "2027-04"), ("truoc", "2027-02"), ("2", "2027-02"), ("12", "2027-12")),
        *(("1", "2027-01"), ("12.2026", "2026-12"), ("13", "2027-04"), ("4/0000", "2027-04")),
    ],
)
def test_a_month_is_understood_as_it_is_said(said: str, month: str) -> None:
    assert wanted(HERE, said) == Wanted("", month)


def test_a_button_names_the_unit_the_month_and_what_was_looked_at() -> None:
    assert wanted(HERE, "bo-phan.2027-05") == Wanted("bo-phan", "2027-05")
    assert wanted(HERE, "bo-phan.2027-05.3") == Wanted("bo-phan", "2027-05", 3)


@given(st.from_regex(r"[a-z]{0,3}\.?[0-9/.-]{0,12}", fullmatch=True) | st.text(max_size=20))
def test_whatever_a_button_says_a_month_is_meant(said: str) -> None:
    assert is_month(wanted(HERE, said).month)
