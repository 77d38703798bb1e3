from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.reading import read
from rules.refused import Refused

TITLE = 'Tuyên truyền, đẩy mạnh "Cơ quan, đơn vị, doanh nghiệp hạnh phúc"'
UNITS = "Tên đơn vị;Số\nĐảng ủy Sở Giao thông vận tải;84\nChi bộ Báo;7\n"
VIETNAMESE = st.text("aăâbcdđeêghơưừữýỵ 0129\"',;\t\n.–“”", max_size=20)


def cells(data: bytes) -> list[tuple[str, ...]]:
    return list(read(data, name="bang.csv").rows)


def refusal(data: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Refused) as caught:
        read(data, name="bang.csv")
    return caught.value.reason, caught.value.details


def by_windows(text: str) -> bytes:
    """Return Vietnamese as Windows-1258 has it: some letters whole, tones after them."""
    letters = []
    for char in text:
        try:
            letters.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            letter, tone = unicodedata.normalize("NFC", unicodedata.normalize("NFD", char)), ""
            parts = unicodedata.normalize("NFD", letter)
            tone = next(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            letter = unicodedata.normalize("NFC", parts.replace(tone, ""))
            letters.append((letter + tone).encode("cp1258"))
    return b"".join(letters)


@pytest.mark.parametrize(
    "data",
    [
        UNITS.encode(),
        UNITS.encode("utf-8-sig"),
        UNITS.encode("utf-16"),
        UNITS.encode("utf-16-le"),
        UNITS.encode("utf-16-be"),
        by_windows(UNITS),
        unicodedata.normalize("NFD", UNITS).encode(),
        UNITS.replace(";", ",").encode(),
        UNITS.replace(";", "\t").encode(),
        UNITS.replace("\n", "\r\n").encode(),
        UNITS.replace("\n", "\r").encode(),
    ],
    ids=[
        *("utf-8", "with a mark", "utf-16", "little", "big", "windows", "nfd", "commas", "tabs"),
        *("windows lines", "mac lines"),
    ],
)
def test_a_text_is_read_in_whatever_way_it_was_saved(data: bytes) -> None:
    assert cells(data) == [
        ("Tên đơn vị", "Số"),
        ("Đảng ủy Sở Giao thông vận tải", "84"),
        ("Chi bộ Báo", "7"),
    ]


def test_what_stands_between_cells_is_what_most_lines_agree_on() -> None:
    text = "DANH SÁCH, năm 2024\nTên;Nơi;Số\nBáo;Yên Bái, Lào Cai;1\nĐài;Cần Thơ;2\n"

    assert cells(text.encode())[1:] == [
        ("Tên", "Nơi", "Số"),
        ("Báo", "Yên Bái, Lào Cai", "1"),
        ("Đài", "Cần Thơ", "2"),
    ]


@given(st.lists(st.lists(VIETNAMESE, min_size=2, max_size=2), min_size=1, max_size=6))
def test_what_a_spreadsheet_saves_is_read_cell_by_cell(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([["Tên đầy đủ", "Số"], *rows])
    read_back = read(out.getvalue().encode(), name="")

    assert read_back.rows[0] == ("Tên đầy đủ", "Số")
    assert len(read_back.rows) <= 1 + len(rows)


def test_row_0_6_quotes_within_quotes_are_read_as_they_were() -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["Tên", "Số"], [f'"{TITLE}"', "1"], [TITLE, "2"]])

    assert cells(out.getvalue().encode())[1:] == [(f'"{TITLE}"', "1"), (TITLE, "2")]


@pytest.mark.parametrize(
    "typed",
    [
        "“Cổng trường an toàn giao thông “Văn hóa xếp hàng, học sinh tới trường”",
        '"Cổng trường an toàn giao thông',
        'Cổng trường “Văn hóa xếp hàng"',
        '"Cổng trường" an toàn',
        "“Cổng trường",
    ],
)
def test_row_1_7_quotes_nobody_closed_stay_as_typed(typed: str) -> None:
    assert cells(f"Tên;Số\n{typed};1\nkhác;2".encode()) == [
        ("Tên", "Số"),
        (typed, "1"),
        ("khác", "2"),
    ]


def test_quotes_typed_by_hand_around_others_are_one_cell() -> None:
    assert cells(f'Tên,Số\n"{TITLE}",1'.encode())[1] == (TITLE, "1")


def test_a_line_break_within_quotes_stays_within_its_cell() -> None:
    table = read('Tên,Số\n"Đảng\nủy",1\n\nBáo,2'.encode(), name="")

    assert table.rows[1] == ("Đảng\nủy", "1")
    assert table.numbers == (1, 2, 4)


@pytest.mark.parametrize(
    ("typed", "text"),
    [("'=1+1", "=1+1"), ("'0912", "0912"), ("'+84", "+84"), ("'Páo", "'Páo"), ("D'Ran", "D'Ran")],
)
def test_what_guards_a_cell_from_being_counted_is_taken_off(typed: str, text: str) -> None:
    assert cells(f"Tên,Số\n{typed},1".encode())[1] == (text, "1")


def test_utf8_that_was_read_as_western_text_is_mended() -> None:
    garbled = UNITS.replace("á", "é").encode().decode("cp1252", "ignore").encode()

    assert cells(UNITS.encode().decode("latin-1").encode())[1][0] == "Đảng ủy Sở Giao thông vận tải"
    assert refusal(garbled)[0] == "table-mojibake"


@pytest.mark.parametrize(
    "lost",
    [
        "Ban\nNguy\ufffdn V\ufffdn A".encode(),
        "Ban\nNguyá»…n VÄ\xadn A Ä‘á»\u2026".encode(),
        b"Ban\nNguy?n V?n B?c\nTr?n Th? H?nh\nNguy?n Kh?i",
    ],
    ids=["replaced", "garbled", "question marks"],
)
def test_letters_that_were_lost_are_not_taken_silently(lost: bytes) -> None:
    assert refusal(lost) == ("table-mojibake", {"row": 2})
