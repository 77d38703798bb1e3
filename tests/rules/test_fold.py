import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.fold import fold, words

ANY_TEXT = st.text(st.characters(exclude_categories=()))
VIETNAMESE = st.text("aàảãáạăằâầđeêoôơờuưựyỳ ỦỶĐỘhqg\u0300\u0309\u0323\u031b\u0302\u00a0\u200b")


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Đảng ủy Khối – Dân vận khéo", "dang uy khoi - dan van kheo"),
        ("Nuôi ong  lấy mật\ndưới tán rừng ", "nuoi ong lay mat duoi tan rung"),
        ('“Tuyên truyền, … "Cơ quan"”', '"tuyen truyen, ... "co quan""'),
        ("văn\u00a0hóa\u200b — xã hội", "van hoa - xa hoi"),
        ("ĐIỂN HÌNH", "dien hinh"),
        ("Nguyễn’s", "nguyen's"),
        ("", ""),
    ],
)
def test_text_is_folded_to_what_a_keyboard_without_marks_types(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hoà"), ("ủy", "uỷ"), ("Thủy", "THUỶ"), ("khỏe", "khoẻ")]
)
def test_it_does_not_matter_where_the_tone_was_put(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_words_leave_punctuation_out() -> None:
    found = words("đ/c Páo: CQ&DN, 2.943 “mô-hình”")

    assert found == ["d", "c", "pao", "cq", "dn", "2", "943", "mo", "hinh"]


def test_khmer_vowels_are_not_marks() -> None:
    assert fold("ភាសាខ្មែរ") == "ភាសាខ្មែរ"


@given(VIETNAMESE | ANY_TEXT)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    forms = {fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}

    assert forms == {fold(text)}


@given(VIETNAMESE | ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(VIETNAMESE)
def test_vietnamese_folds_to_ascii(text: str) -> None:
    assert fold(text).isascii()
