"""Codes: how hard they are to guess, and how people may type them."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.carry_out.codes import TRIES_IN_ALL
from conversations.intents import code_in
from rules.codes import (
    ALPHABET,
    LENGTH,
    MOST_LIVE,
    looks_like_code,
    make_code,
    plain_code,
    show_code,
)

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WEEK_HOURS = 7 * 24
PLAIN_DIGITS = "23456789"
codes = st.integers().map(lambda seed: make_code(random.Random(seed).choice))  # noqa: S311 - a test's


def possible() -> int:
    """Return how many codes there are: those with a digit of 2 to 9, and with a letter."""
    everything, without_digit = len(ALPHABET), len(ALPHABET) - len(PLAIN_DIGITS)
    return int(everything**LENGTH - without_digit**LENGTH - 10**LENGTH + 2**LENGTH)


@pytest.mark.parametrize("live", [1_000, MOST_LIVE])
def test_a_week_of_guessing_finds_a_code_less_often_than_once_in_a_million(live: int) -> None:
    guesses = TRIES_IN_ALL * WEEK_HOURS

    assert guesses * live / possible() < 1e-6


def test_six_characters_would_be_found() -> None:
    assert TRIES_IN_ALL * WEEK_HOURS * 1_000 / 32**6 > 1e-2


@pytest.mark.parametrize("alike", [PLAIN_DIGITS, "01BCFGHJKMNPQRSTVXZ"])
def test_every_character_comes_as_often_as_others_of_its_kind(alike: str) -> None:
    choose = random.Random(2027).choice  # noqa: S311 - the same each time
    made = "".join(make_code(choose) for _ in range(20_000))
    expected = sum(made.count(each) for each in alike) / len(alike)
    strays = sum((made.count(each) - expected) ** 2 / expected for each in alike)

    assert strays < 50  # chi-squared of 18 degrees: 42 is passed once in a thousand times


def test_no_code_comes_twice_in_a_hundred_thousand() -> None:
    choose = random.Random(2027).choice  # noqa: S311 - the same each time

    assert len({make_code(choose) for _ in range(100_000)}) == 100_000


@given(codes)
def test_a_code_has_ten_characters_that_nobody_misreads(code: str) -> None:
    assert re.fullmatch(f"[{ALPHABET}]{{10}}", code)
    assert set(ALPHABET) <= set(CROCKFORD) - set("ADEWY")
    assert re.search("[2-9]", code)
    assert not code.isdigit()


@given(codes, st.sampled_from(["{}", "{} ", "ma {}", "mã: {}", "/start {}", "đăng ký {}", "DK {}"]))
def test_a_code_is_understood_however_it_is_typed(code: str, around: str) -> None:
    for typed in (
        code,
        show_code(code),
        show_code(code).replace("-", " "),
        show_code(code).lower(),
    ):
        assert code_in(around.format(typed), bare=True) == code
        assert code_in(around.format(typed.replace("0", "o").replace("1", "l")), bare=True) == code
        assert code_in(around.format(typed.replace("1", "I")), bare=True) == code


@pytest.mark.parametrize(
    "words", ["mã mời 7K3M2-P9T4X", "Mã của tôi là 7k3m2 p9t4x.", "mã vào lại: 7K3M2 - P9T4X"]
)
def test_a_code_is_found_behind_a_few_words(words: str) -> None:
    assert code_in(words, bare=False) == "7K3M2P9T4X"


@pytest.mark.parametrize(
    "words",
    ["0912345678", "dk 0912345678", "đăng ký mô hình 2027", "Chi bộ thôn 2", "tháng 12 năm 2027"],
)
def test_phone_numbers_and_words_are_no_codes(words: str) -> None:
    assert code_in(words, bare=True) == ""


@given(codes)
def test_where_free_words_are_asked_for_a_code_alone_is_none(code: str) -> None:
    assert code_in(show_code(code), bare=False) == ""


@given(st.text("23456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=6, max_size=6))
def test_what_was_kept_of_earlier_codes_is_still_found(code: str) -> None:
    assert plain_code(f"{code[:3]}-{code[3:]}".lower()) == code


def test_the_shorter_codes_of_earlier_are_read_and_shown_as_before() -> None:
    assert show_code("4P9T7X") == "4P9-T7X"
    assert plain_code("4p9-t7x") == "4P9T7X"
    assert looks_like_code("4P9-T7X", alone=True)
