import pytest

from rules.syllables import is_syllable


@pytest.mark.parametrize(
    "word",
    [
        *("Giàng", "A", "Páo", "nghiệp", "nghiêng", "khuỷu", "quyết", "quốc", "giếng", "gì", "i"),
        *("uống", "oản", "ướt", "yêu", "ủy", "uỷ", "hoà", "hòa", "ĐẢNG", "Thuở", "xoong", "ươu"),
        *("nguyệt", "rượu", "ngoằn", "loe", "quýnh", "khuya", "u\u031bng", "quây", "khoái"),
    ],
)
def test_vietnamese_words_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["nhaân", "baùn", "Krông", "café", "ạạ", "nh", "", "bcd", "màá", "f"]
)
def test_other_words_are_not(word: str) -> None:
    assert not is_syllable(word)
