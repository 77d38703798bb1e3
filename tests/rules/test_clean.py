import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.clean import clean

TRICKY = st.text(
    st.sampled_from(
        "a1#e ← ❤👨👩⃣\u0301\u200d\ufe0f\ufe0e\u200b\u202e\r\n\v\t\x00\ud800\u2329\u0338"
    )
)
ANY_TEXT = st.text(st.characters(exclude_categories=())) | TRICKY


@pytest.mark.parametrize(
    "typed",
    [
        "Chi bo van dong 12 ho nuoi ong, dang vien lam truoc 3 ho.",
        "“Văn hóa xếp hàng, học sinh tới trường”",
        "dòng một\n\ndòng ba\tcột hai",
        "gia đình 👨‍👩‍👧‍👦, cô giáo 👩🏽‍🏫, ❤️, số 1️⃣, ☎︎",
        "nhỏ hơn <b>3</b> & lớn hơn",
    ],
)
def test_what_people_type_stays_as_typed(typed: str) -> None:
    assert clean(typed) == typed


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("\n\n  Nuôi ong  \r\nlấy mật\u00a0\n\n", "Nuôi ong\nlấy mật"),
        ("dòng\vcủa Word\rMac\u2028web", "dòng\ncủa Word\nMac\nweb"),
        ("Gia\u0300ng A Pa\u0301o", "Giàng A Páo"),
        ("a\x00b\x1bc\x7fd\x85e\ud83d", "abcd\ne"),
        ("\u202eđảo\u202c \u2067ngược\u2069\u200f", "đảo ngược"),
        ("mật\u200b\ufeff o\u00adng\u200d\ufe0f", "mật ong"),
        ("\u3164\u2800", ""),
    ],
)
def test_what_nobody_sees_is_gone(typed: str, cleaned: str) -> None:
    assert clean(typed) == cleaned


def test_a_mark_behind_a_removed_character_is_composed() -> None:
    assert clean("a\u200d\u0301") == "á"


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANY_TEXT)
def test_cleaned_text_can_be_stored_anywhere(text: str) -> None:
    cleaned = clean(text)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert b"\0" not in cleaned.encode()
    assert not set("\r\u202a\u202e\u2066\u200f\u200b\ufeff") & set(cleaned)
    assert all(line == line.rstrip() for line in cleaned.split("\n"))


@given(st.text())
def test_composed_and_decomposed_text_clean_alike(text: str) -> None:
    assert clean(unicodedata.normalize("NFD", text)) == clean(unicodedata.normalize("NFC", text))
