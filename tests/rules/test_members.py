import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.members import MOST, About, read_members, show_members
from rules.refused import Refused

EXACT, OVER, ROUGHLY = About


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("128", (128, EXACT)),
        ("4.600", (4600, EXACT)),
        ("128 đảng viên", (128, EXACT)),
        ("30 đ/c", (30, EXACT)),
        ("hơn 4.600", (4600, OVER)),
        ("trên 1.200 đảng viên", (1200, OVER)),
        ("tren 120 hoi vien", (120, OVER)),
        ("> 90", (90, OVER)),
        ("Khoảng 4600 đảng viên.", (4600, ROUGHLY)),
        ("khoảng hơn 50", (50, ROUGHLY)),
        ("gần 200", (200, ROUGHLY)),
        ("gần 90 đ/c", (90, ROUGHLY)),
        ("ước chừng 70 người", (70, ROUGHLY)),
        (">=90", (90, ROUGHLY)),
    ],
)
def test_a_number_of_members_is_read_as_people_say_it(said: str, meant: tuple[int, About]) -> None:
    assert read_members(said) == meant


def test_row_1_2_more_than_4_600_members_are_more_than_4600() -> None:
    assert read_members("hơn 4.600") == (4600, OVER)
    assert read_members("hơn 4.600 đảng viên") == (4600, OVER)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        *((said, "not-a-number") for said in ("", "nhiều lắm", "hơn", "12,5", "40-50", "9" * 30)),
        ("0", "not-in-range"),
        ("10.000.000", "not-in-range"),
    ],
)
def test_what_is_no_number_of_members_is_not_taken(said: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_members(said)

    assert refused.value.reason == why


def test_a_list_may_say_that_there_are_none() -> None:
    assert read_members("0", least=0) == (0, EXACT)


@given(st.integers(1, MOST), st.sampled_from(About))
def test_what_is_shown_is_read_again(number: int, about: About) -> None:
    assert read_members(show_members(number, about)) == (number, about)
