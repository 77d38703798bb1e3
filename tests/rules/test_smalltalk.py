import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.smalltalk import is_noise

NOISE = (
    """
alo|a lô|chào em|Chào đồng chí!|chao dong chi|Chào các đồng chí ạ|xin chào|hello|hi|ok|ok em|ừ|vâng
dạ|dạ vâng ạ|test|alooo|em ơi|đ/c ơi|cảm ơn nhiều|?|...|1|12|1.|x|👍|👍🏽 !!|1️⃣|chào cô
có ai không
""".strip()
    .replace("\n", "|")
    .split("|")
)
ANSWERS = (
    """
Chào hè xanh|Chào cờ|Chào cờ đầu tuần|Thu|Lan|Dạ Lan|Anh|anh chị em|Nuôi ong|Hi vọng|5 không 3 sạch
Vàng A Dê|OK Coop|Bản 3|Test nhanh|không|Thử nghiệm lúa mới
""".strip()
    .replace("\n", "|")
    .split("|")
)


@pytest.mark.parametrize("said", ["", " ", *NOISE])
def test_greetings_numbers_and_signs_are_noise(said: str) -> None:
    assert is_noise(said)


@pytest.mark.parametrize("said", ANSWERS)
def test_names_that_only_begin_like_a_greeting_are_answers(said: str) -> None:
    assert not is_noise(said)


@given(st.sampled_from(NOISE + ANSWERS))
def test_decomposed_text_is_judged_alike(said: str) -> None:
    assert is_noise(unicodedata.normalize("NFD", said)) == is_noise(said)


@given(st.text(st.characters(categories=["P", "S", "Z", "N"])))
def test_signs_and_digits_alone_are_noise(said: str) -> None:
    assert is_noise(said)


@given(st.text())
def test_a_text_with_a_model_in_it_is_never_noise(said: str) -> None:
    assert not is_noise(f"{said} nuôi ong")
