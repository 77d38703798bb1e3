import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.cutting import parts, shortened, units

FAMILY = "👨‍👩‍👧‍👦"
CHARACTERS = [*"aạ .\n", FAMILY, "🇻🇳", "👍🏽", "e\u0323\u0302", "\U0001f600"]
WILD = st.lists(st.sampled_from(CHARACTERS)).map("".join)


def test_lengths_are_counted_as_channels_count_them() -> None:
    assert [units(text) for text in ("Được", FAMILY, "")] == [4, 11, 0]


def test_a_short_text_stays_whole() -> None:
    assert parts("Câu 1/4. Tên mô hình là gì?", 40) == ["Câu 1/4. Tên mô hình là gì?"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("một hai\n\nba bốn", ["một hai", "ba bốn"]),
        ("một hai\nba bốn", ["một hai", "ba bốn"]),
        ("một hai. ba bốn", ["một hai.", "ba bốn"]),
        ("một hai. b năm sáu", ["một hai.", "b năm sáu"]),
        ("một hai? b năm sáu", ["một hai?", "b năm sáu"]),
        ("một hai! b năm sáu", ["một hai!", "b năm sáu"]),
        ("một hai… b năm sáu", ["một hai…", "b năm sáu"]),
        ("một h? i. năm sáu", ["một h? i.", "năm sáu"]),
        ("một hai ba bốn", ["một hai ba", "bốn"]),
        ("mộthaibabốnnăm", ["mộthaibabốn", "năm"]),
    ],
)
def test_a_long_text_is_cut_where_it_hurts_least(text: str, expected: list[str]) -> None:
    assert parts(text, 11) == expected


@pytest.mark.parametrize("character", [FAMILY, "🇻🇳", "👍🏽", "e\u0323\u0302", "\U0001f600"])
def test_no_character_is_cut_in_two(character: str) -> None:
    most = units(character) * 3 - 1

    assert parts(character * 4, most) == [character * 2, character * 2]


def test_a_character_longer_than_everything_allowed_is_cut_all_the_same() -> None:
    assert parts("e" + "\u0301" * 9, 5) == ["e" + "\u0301" * 4, "\u0301" * 5]


@given(WILD, st.integers(12, 40))
def test_parts_are_short_enough_and_nothing_is_lost(text: str, most: int) -> None:
    found = parts(text, most)

    assert all(units(part) <= most for part in found)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(not unicodedata.combining(part[0]) for part in found if part)


@given(st.text(st.characters(), max_size=200), st.integers(2, 20))
def test_any_text_can_be_cut(text: str, most: int) -> None:
    assert all(units(part) <= most for part in parts(text, most))
    assert units(shortened(text, most)) <= most


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Kinh tế", "Kinh tế"), ("Kinh tế xã hội", "Kinh tế xã…"), ("ab" + FAMILY + "cd", "ab…")],
)
def test_a_label_too_long_ends_in_an_ellipsis(text: str, expected: str) -> None:
    assert shortened(text, 11) == expected
