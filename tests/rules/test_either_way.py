import re

import pytest

from rules.either_way import either_way

PHRASES = re.compile(either_way("chi bộ, cô"))


@pytest.mark.parametrize("typed", ["chi bộ", "chi bo", "chi  bộ", "cô", "co"])
def test_a_phrase_is_met_with_its_marks_or_with_none(typed: str) -> None:
    assert PHRASES.fullmatch(typed)


@pytest.mark.parametrize("typed", ["chi bố", "cờ", "chibộ", "chi"])
def test_other_marks_make_another_word(typed: str) -> None:
    assert not PHRASES.fullmatch(typed)
