import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.readers import clock_time, iso_day, plain_text, whole_number
from rules.refused import Refused

TODAY = dt.date(2027, 3, 16)


def test_a_text_is_taken_as_typed() -> None:
    assert plain_text(3, 40)('  "5 không,\n3 sạch" 🌸 ') == '"5 không,\n3 sạch" 🌸'


@pytest.mark.parametrize(
    ("said", "reason"),
    [("alo", "noise"), ("12", "noise"), ("ab", "too-short"), ("a" * 41, "too-long")],
)
def test_a_text_that_is_none_is_refused(said: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        plain_text(3, 40)(said)

    assert refused.value.reason == reason


def test_how_much_is_too_much_is_told() -> None:
    with pytest.raises(Refused) as refused:
        plain_text(3, 40)("ong " * 20)

    assert refused.value.details == {"most": 40, "length": 79}


def test_a_number_is_kept_without_dots() -> None:
    assert whole_number(1, 5000)("2.943") == "2943"


@pytest.mark.parametrize("said", ["0", "5.001"])
def test_a_number_out_of_range_is_refused(said: str) -> None:
    with pytest.raises(Refused) as refused:
        whole_number(1, 5000)(said)

    assert refused.value.reason == "not-in-range"


def test_days_and_times_are_kept_as_iso_text() -> None:
    assert iso_day(TODAY)("20/3") == "2027-03-20"
    assert clock_time("7 rưỡi tối") == "19:30"


@given(st.text())
def test_what_is_read_is_read_again_as_the_same(said: str) -> None:
    for read in (plain_text(2, 50), whole_number(0, 99), iso_day(TODAY), clock_time):
        try:
            kept = read(said)
        except Refused:
            continue
        assert read(kept) == kept
