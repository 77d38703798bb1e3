from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.cells import MOST_COLUMNS, MOST_ROWS
from papers.reading import MOST_BYTES, read
from papers.sheet import Sheet
from papers.workbook import write_workbook
from rules.refused import Refused
from rules.table import Table
from tests.papers.old_excel import container, stream
from tests.papers.packing import open_document, packed, saved, workbook

ROOT = Path(__file__).resolve().parents[2]
ROWS = [["Tên đơn vị", "Số"], ["Đảng ủy Khối", "84"]]
LONG = f"Mô hình của Sở Giao thông vận tải {'“An toàn giao thông cho học sinh” ' * 5}".strip()
UNBALANCED = "“Cổng trường an toàn giao thông “Văn hóa xếp hàng, học sinh tới trường”"
SPACES = ("\xa0 Đảng\xa0\xa0ủy   Khối\t", "Đảng ủy Khối")
MARKS = ("\u202eĐảng\u200b ủ\x07y\u2069", "Đảng ủy")


WHOLE = workbook(ROWS)


def cells(data: bytes, *, name: str = "a.xlsx") -> list[tuple[str, ...]]:
    return list(read(data, name=name).rows)


def refusal(data: bytes, *, name: str = "a.xlsx") -> str:
    with pytest.raises(Refused) as caught:
        read(data, name=name)
    return caught.value.reason


@pytest.mark.parametrize(
    "data",
    [
        workbook(ROWS),
        container({"Workbook": stream(ROWS)}),
        open_document(ROWS),
        "Tên đơn vị,Số\nĐảng ủy Khối,84\n".encode(),
        "Tên đơn vị\tSố\r\nĐảng ủy Khối\t84".encode("utf-16"),
    ],
    ids=["xlsx", "xls", "ods", "csv", "tsv"],
)
@pytest.mark.parametrize("name", ["bang.xlsx", "bang.xls", "bang"])
def test_a_table_is_read_whatever_it_is_called(data: bytes, name: str) -> None:
    assert cells(data, name=name) == [("Tên đơn vị", "Số"), ("Đảng ủy Khối", "84")]


def test_rows_keep_their_numbers_and_blank_ones_are_left_out() -> None:
    table = read(workbook([["DANH SÁCH"], [], ["", ""], ["Tên", "Số"], [" "], ["A", 1]]), name="")

    assert table.numbers == (1, 4, 6)
    assert table.rows == (("DANH SÁCH", ""), ("Tên", "Số"), ("A", "1"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (4600, "4600"),
        (4600.0, "4600"),
        (73.81, "73.81"),
        (0.1 + 0.2, "0.3"),
        (912000001, "912000001"),
        ("0912000001", "0912000001"),
        (10**15, "1000000000000000"),
        (dt.date(2024, 4, 2), "2024-04-02"),
        (dt.datetime(2024, 4, 2), "2024-04-02"),  # noqa: DTZ001 - Excel knows no zones
        (dt.datetime(2024, 4, 2, 3, 8, 30), "2024-04-02 03:08:30"),  # noqa: DTZ001 - the same
        (dt.datetime(2024, 4, 2, 19), "2024-04-02 19:00"),  # noqa: DTZ001 - the same
        (dt.time(19), "19:00:00"),
        (dt.timedelta(hours=30, minutes=5), "30:05"),
        (True, "TRUE"),
        (SPACES[0], SPACES[1]),
        (MARKS[0].replace("\x07", ""), MARKS[1]),
        ("Đảng\nủy ", "Đảng\nủy"),
        ("u\u031b\u0309ng", "ửng"),
    ],
)
def test_every_cell_is_read_as_text(value: Any, text: str) -> None:
    assert cells(workbook([["Cột", "Cột"], [value, "x"]]))[1][0] == text


def test_row_1_6_a_name_of_more_than_150_characters_is_read_whole() -> None:
    assert len(LONG) > 150
    assert cells(workbook([["Tên", "Số"], [LONG, 1]]))[1][0] == LONG


@pytest.mark.parametrize("typed", [UNBALANCED, UNBALANCED.replace("“", '"'), UNBALANCED[:-1]])
def test_row_1_7_quotes_nobody_closed_are_read_as_typed(typed: str) -> None:
    assert cells(workbook([["Tên", "Số"], [typed, 1]]))[1][0] == typed


def test_row_0_6_quotes_within_quotes_go_into_a_workbook_and_come_back() -> None:
    title = '"Tuyên truyền, đẩy mạnh "Cơ quan, đơn vị, doanh nghiệp hạnh phúc""'
    written = write_workbook([Sheet("Bảng", ("Tên", "Số"), ((title, 1),))])

    assert cells(written)[1] == (title, "1")


@given(st.lists(st.lists(st.text(max_size=30), min_size=3, max_size=3), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_what_was_read_reads_the_same_once_it_was_written(rows: list[list[str]]) -> None:
    try:
        once = read(workbook_of(rows), name="")
    except Refused:
        return

    assert read(workbook_of(once.rows), name="").rows[1:] == once.rows


def workbook_of(rows: Any) -> bytes:
    return write_workbook([Sheet("Bảng", ("Cột",) * 3, tuple(map(tuple, rows)))])


def test_the_sheet_that_holds_most_is_read_and_named() -> None:
    data = workbook([["a"] * 3], others={"Đơn vị": [["a"] * 3] * 9, "Khác": [["a"] * 3]})

    assert read(data, name="").sheet == "Đơn vị"


def test_a_sheet_of_two_columns_explains_and_is_not_the_table() -> None:
    table = read(workbook([["a"] * 3], others={"Cách điền": [["a"] * 2] * 50}), name="")

    assert table.sheet == "Bảng"


def test_a_hidden_sheet_is_not_read() -> None:
    book = openpyxl.Workbook()
    book.active.append(["thấy"])
    book.create_sheet("Ẩn").append(["không", "ai", "thấy"])
    book["Ẩn"].sheet_state = "hidden"

    assert cells(saved(book)) == [("thấy",)]


def test_a_cell_over_several_rows_counts_for_each_that_holds_something() -> None:
    book = openpyxl.Workbook()
    for row in [["", "Đơn vị", "SĐT"], ["", "Sở A", "1"], ["", None, "2"], ["", None, None]]:
        book.active.append(row)
    book.active.merge_cells("B2:B4")

    assert cells(saved(book)) == [("Đơn vị", "SĐT"), ("Sở A", "1"), ("Sở A", "2")]


@pytest.mark.parametrize(
    ("result", "number", "share"),
    [
        pytest.param("Xuất sắc", "20/84", "23,8%", id="1-13"),
        pytest.param("Tốt", "62/84", "73,81%", id="1-14"),
        pytest.param("Hoàn thành", "02/84", "2,38%", id="1-15"),
        pytest.param("Không hoàn thành", 0, "0%", id="1-16"),
    ],
)
def test_rows_1_13_to_1_16_figures_of_a_rating_are_read_as_they_stand(
    result: str, number: str | int, share: str
) -> None:
    assert cells(workbook([["Xếp loại", "Số", "Tỷ lệ"], [result, number, share]]))[1] == (
        *(result, str(number)),
        share,
    )


@pytest.mark.parametrize(
    ("kept", "text"), [("1,050", "1,050"), (108_590, "108590"), ("124.912", "124.912")]
)
def test_row_1_35_counters_are_read_with_the_separators_they_have(
    kept: str | int, text: str
) -> None:
    assert cells(workbook([["Lượt", "Ghi chú"], [kept, ""]]))[1][0] == text


def test_row_3_15_a_province_of_2943_models_is_read_to_the_last() -> None:
    models = [[number, f"Mô hình {number}", "Đã công nhận"] for number in range(1, 2944)]
    table = read(workbook([["STT", "Tên mô hình", "Trạng thái"], *models]), name="")

    assert len(table.rows) == 1 + 2943
    assert table.rows[-1] == ("2943", "Mô hình 2943", "Đã công nhận")


@pytest.mark.parametrize(
    "data",
    [
        workbook([["a"]] * (MOST_ROWS + 1)),
        workbook([["a"] * (MOST_COLUMNS + 1)]),
        b"a,b\n" * (MOST_ROWS + 1),
        b"a" * (MOST_BYTES + 1),
        container({"Workbook": stream([["a"] * (MOST_COLUMNS + 1)])}),
    ],
    ids=["rows", "columns", "lines", "bytes", "old"],
)
def test_a_table_beyond_all_offices_is_too_large(data: bytes) -> None:
    assert refusal(data) == "table-too-large"


@pytest.mark.parametrize("data", [b"", b" \n\n", workbook([]), workbook([["\u200b", " "]])])
def test_a_table_without_anything_is_empty(data: bytes) -> None:
    assert refusal(data) == "table-empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0" + workbook(ROWS),
        b"<html><table><tr><td>a</td></tr></table></html>",
        b'<?xml version="1.0"?><Workbook/>',
        b"{\\rtf1 a}",
        b'[{"a": 1}]',
        packed({"word/document.xml": b"<w/>"}),
        packed({"a.txt": b"a"}),
        packed({"content.xml": b"<a/>", "mimetype": b"application/vnd.oasis.opendocument.text"}),
        container({"WordDocument": b""}),
    ],
    ids=["pdf", "jpeg+xlsx", "html", "xml", "rtf", "json", "docx", "zip", "odt", "doc"],
)
def test_what_is_no_table_is_refused(data: bytes) -> None:
    assert refusal(data) == "table-kind"


@pytest.mark.parametrize("end", [50, 500, -60, -1])
@pytest.mark.parametrize("data", [workbook(ROWS), open_document(ROWS)], ids=["xlsx", "ods"])
def test_half_a_file_is_broken(data: bytes, end: int) -> None:
    assert refusal(data[:end]) == "table-broken"


@given(st.binary(max_size=300), st.integers(0, 300), st.sampled_from([WHOLE, b"a;b\n" * 100]))
@settings(max_examples=150, deadline=None)
def test_bytes_somebody_changed_are_read_or_refused(junk: bytes, at: int, whole: bytes) -> None:
    assert read_or_refused(whole[:at] + junk + whole[at + len(junk) :])


def read_or_refused(data: bytes) -> bool:
    try:
        return isinstance(read(data, name="a"), Table)
    except Refused as refused:
        return refused.reason.startswith("table-")


def child(data: bytes, *, name: str = "a.xlsx") -> Any:
    command = [sys.executable, "-m", "papers.reading"]
    given = json.dumps({"name": name}).encode() + b"\n" + data
    done = subprocess.run(command, input=given, cwd=ROOT, check=True, capture_output=True)
    return json.loads(done.stdout)


def test_the_child_answers_the_table() -> None:
    said = child(workbook([["Tên", "Số"], ["Đảng ủy", 1]]))

    assert said == {
        "sheet": "Bảng",
        "rows": [["Tên", "Số"], ["Đảng ủy", "1"]],
        "numbers": [1, 2],
        "encoding": "",
    }


def test_the_child_answers_why_not() -> None:
    assert child(b"%PDF-1.7") == {"refused": "table-kind"}
    assert child("a\nNguy\ufffdn".encode()) == {"refused": "table-mojibake", "row": 2}
