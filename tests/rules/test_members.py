import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.members import ABOUT, MOST, read_members
from rules.refused import Refused


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("128", "128"),
        ("4.600", "4600"),
        ("hơn 4.600", "~4600"),
        ("Khoảng 4600 đảng viên.", "~4600"),
        ("tren 120 hoi vien", "~120"),
        ("128 đảng viên", "128"),
        ("gần 200", "~200"),
    ],
)
def test_a_number_of_members_is_read_as_people_say_it(said: str, kept: str) -> None:
    assert read_members(said) == kept


@pytest.mark.parametrize(
    ("said", "why"),
    [("nhiều lắm", "not-a-number"), ("hơn", "not-a-number"), ("0", "not-in-range")],
)
def test_what_is_no_number_of_members_is_not_taken(said: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        read_members(said)

    assert refused.value.reason == why


@given(st.integers(1, MOST), st.booleans())
def test_what_is_kept_is_read_again(number: int, about: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    kept = f"{ABOUT if about else ''}{number}"

    assert read_members(kept) == kept
