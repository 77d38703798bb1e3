from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.legacy_text import LETTERS, TCVN3, VNI, convert, recognise
from rules.syllables import is_syllable
from rules.table import Encoding

ENCODINGS: list[Encoding] = ["tcvn3", "vni"]
PEOPLE = [
    "Giàng A Páo", "Nguyễn Thị Hạnh", "Lò Văn Ửng", "Vàng A Dê", "Đặng Quốc Khánh", "Phùng Mí Sình",
    "Triệu Tòn Phẩy", "Hoàng Hữu Độ", "Lù Seo Cẩu", "Bàn Phúc Vượng",
]  # fmt: skip
UNITS = [
    "Ủy ban nhân dân tỉnh Yên Bái", "Đảng ủy Khối cơ quan và doanh nghiệp", "Sở Giao thông vận tải",
    "Chi bộ Bệnh viện Đa khoa", "Hội Cựu chiến binh phường Thường Thạnh",
    "Xã Nậm Búng, huyện Văn Chấn",
]  # fmt: skip
VIETNAMESE = st.text(LETTERS + "abceghiklmnopqrstuvxy ", max_size=40)
MIXED = st.text(
    LETTERS + LETTERS.upper() + "abcđeghiklmnopqrstuvxyABCEGHIKLMNOPQ 0129.,-“”", max_size=40
)
BEGUN = st.sampled_from("bcghklmnpqrstvx").map(str.upper)


def encode(text: str, encoding: Encoding) -> str:
    """Return Unicode as people typed it with the fonts of that time."""
    table = {letter: old for old, letter in (TCVN3 if encoding == "tcvn3" else VNI).items()}
    capitals = {letter.upper(): old.upper() for letter, old in table.items()}
    if encoding == "tcvn3":  # its capitals are drawn by another font
        capitals = {letter: table[letter.lower()] for letter in capitals} | {
            letter: old for letter, old in table.items() if letter.isupper()
        }
    return "".join({**table, **capitals}.get(char, char) for char in text)


@pytest.mark.parametrize(
    ("old", "encoding", "text"),
    [
        ("Uû ban nh©n d©n tØnh Yªn B¸i", "tcvn3", "Uỷ ban nhân dân tỉnh Yên Bái"),
        ("§¶ng bé Së Giao th«ng vËn t¶i", "tcvn3", "Đảng bộ Sở Giao thông vận tải"),
        ("TØNH Uỷ YªN B¸I".replace("ỷ", "û"), "tcvn3", "TỈNH UỶ YÊN BÁI"),
        ("§¶NG Bé tØnh", "tcvn3", "ĐẢNG Bộ tỉnh"),
        ("Lß A Sµ", "tcvn3", "Lò A Sà"),
        ("th\xad\xeang vô", "tcvn3", "thường vụ"),
        ("UÛy ban nhaân daân tænh Yeân Baùi", "vni", "Ủy ban nhân dân tỉnh Yên Bái"),
        ("ÑAÛNG BOÄ SÔÛ GIAO THOÂNG VAÄN TAÛI", "vni", "ĐẢNG BỘ SỞ GIAO THÔNG VẬN TẢI"),
        ("thöôøng vuï, kyù, kyõ sö, Myõ, îch", "vni", "thường vụ, ký, kỹ sư, Mỹ, ỵch"),
    ],
)
def test_old_vietnamese_becomes_unicode(old: str, encoding: Encoding, text: str) -> None:
    assert convert(old, encoding) == text


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_vietnamese_letter_has_its_place_in_the_old_encodings(encoding: Encoding) -> None:
    assert convert(encode(LETTERS, encoding), encoding) == LETTERS


@given(MIXED)
def test_vni_comes_back_letter_by_letter(text: str) -> None:
    assert convert(encode(text, "vni"), "vni") == text


@given(VIETNAMESE)
def test_tcvn3_comes_back_letter_by_letter(text: str) -> None:
    assert convert(encode(text, "tcvn3"), "tcvn3") == text


@given(VIETNAMESE)
def test_shouted_tcvn3_comes_back_in_capitals(text: str) -> None:
    shouted = f"UBND {text.upper()}"

    assert convert(encode(shouted, "tcvn3"), "tcvn3") == shouted


@given(st.lists(st.tuples(BEGUN, st.text(LETTERS + "aceghimnopty", max_size=5)), max_size=5))
def test_tcvn3_words_that_begin_with_a_capital_come_back(parts: list[tuple[str, str]]) -> None:
    text = " ".join(f"{begin}{rest}n" for begin, rest in parts)

    assert convert(encode(text, "tcvn3"), "tcvn3") == text


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("texts", [PEOPLE, UNITS, UNITS[:1], [text.upper() for text in UNITS]])
def test_old_vietnamese_is_recognised(texts: list[str], encoding: Encoding) -> None:
    assert recognise([encode(text, encoding) for text in texts]) == encoding


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_old_vietnamese_under_unicode_headings_is_recognised(encoding: Encoding) -> None:
    headings = ["STT", "Họ và tên", "Đơn vị", "Số điện thoại"]

    assert recognise([*headings, *(encode(name, encoding) for name in PEOPLE)]) == encoding


@given(st.lists(st.sampled_from([*PEOPLE, *UNITS, "Hà Nam", "Lê", "Cà Mau", "m²", "25 °C"])))
def test_vietnamese_in_unicode_is_never_taken_for_old(texts: list[str]) -> None:
    assert recognise(texts) == recognise([text.upper() for text in texts]) == ""


@given(st.lists(st.text(LETTERS + "abcđeghiklmnopqrstuvxy ", max_size=12).filter(str.split)))
def test_words_spelt_as_vietnamese_are_never_taken_for_old(texts: list[str]) -> None:
    words = [word for text in texts for word in text.split() if is_syllable(word)]

    assert recognise(words) == ""


@given(st.lists(st.text(st.characters(max_codepoint=0x7F))))
def test_ascii_is_never_taken_for_old(texts: list[str]) -> None:
    assert recognise(texts) == ""
    assert [convert(text, "tcvn3") for text in texts] == texts


@pytest.mark.parametrize(
    "texts",
    [
        ["Café de la gare", "Résumé", "Noël à la plage", "été"],
        ["The Ministry of Transport©", "Samsung®", "naïve façade"],
        ["El Niño", "São Tomé", "Malmö", "Zürich", "Ångström"],
        ["20 °C", "m²", "½", "© 2024", "×", "§ 12", "±5"],
        ["©", "®", "ª", "µ", "»"],
    ],
)
def test_other_languages_and_signs_are_never_taken_for_old(texts: list[str]) -> None:
    assert recognise(texts) == ""


def test_one_old_word_in_a_long_table_is_a_curiosity() -> None:
    assert recognise([*(f"Đảng ủy {number}" for number in range(100)), "nh©n d©n tØnh"]) == ""


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [*UNITS, "Đảng ủy", "Lê Hà", "", "UBND", "0912 000 001"])
def test_unicode_with_letters_the_old_encoding_lacks_stays(text: str, encoding: Encoding) -> None:
    assert convert(text, encoding) == text


def test_a_table_in_unicode_is_not_converted() -> None:
    assert convert("nh©n d©n", "") == "nh©n d©n"
