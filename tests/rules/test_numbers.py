import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.numbers import read_number, say_number
from rules.refused import Refused

COUNTS = st.integers(0, 10**12)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("2.943", 2943), ("2 943", 2943), ("2\u00a0943", 2943), (" 2943 ", 2943), ("0", 0),
     ("124.908.590", 124_908_590)],
)  # fmt: skip
def test_a_plain_number_is_read(typed: str, number: int) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "hơn 4.600",
        "mười hai",
        "12 hộ",
        "2,5",
        "2.9",
        "2.94.3",
        "2.943 100",
        "-3",
        "1e3",
        "9" * 30,
    ],
)
def test_anything_else_is_no_number(typed: str) -> None:
    with pytest.raises(Refused, match="not-a-number"):
        read_number(typed)


@given(COUNTS)
def test_a_number_said_is_read_back(number: int) -> None:
    assert read_number(say_number(number)) == number
