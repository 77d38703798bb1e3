from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.legacy_text import LETTERS
from rules.mojibake import garbled, mend

VIETNAMESE = st.text(LETTERS + LETTERS.upper() + "abcdegh 0129.,“”–…", max_size=40)


@given(VIETNAMESE, st.sampled_from(["cp1252", "latin-1"]))
def test_utf8_read_as_western_text_is_mended(text: str, western: str) -> None:
    try:
        broken = text.encode().decode(western)
    except UnicodeDecodeError:  # a byte that Windows' table does not have
        broken = text.encode().decode("latin-1")

    assert mend(broken) == text


@given(VIETNAMESE)
def test_vietnamese_is_left_as_it_is(text: str) -> None:
    assert mend(text) == text


@given(st.text())
def test_mended_text_stays_mended(text: str) -> None:
    assert mend(mend(text)) == mend(text)


@pytest.mark.parametrize(
    "text",
    ["Nguy\ufffdn", "Äáº£ng ủy", "Nguyá»…n Ä‘", "â€œkhéo", "TÆ°", "HÃ²a ủy", "HÃ\xa0 Â©"],
)
def test_text_that_shows_lost_letters_is_found(text: str) -> None:
    assert garbled(["Đảng ủy", text, "Báo"]) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ["Đảng ủy Khối", "“Dân vận khéo”", "Có không?", "https://a.vn/x?b=c", "a.vn/tim?ten", ""],
        ["Ai?Bao giờ?"],
        ["nh©n d©n", "ÑAÛNG BOÄ LEÃ", "nhaân daân"],
        ["Café", "São Paulo", "Ålesund"],
    ],
)
def test_text_without_a_loss_is_let_through(texts: list[str]) -> None:
    assert garbled(texts) is None


def test_letters_replaced_by_question_marks_are_found() -> None:
    assert garbled(["Họ tên", "Nguy?n V?n", "Tr?n", "L? Th?", "Ph?m"]) == 1
