from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.sheet import Cell, Sheet, pack, unpack
from papers.values import LONGEST
from papers.workbook import write_workbook

ROOT = Path(__file__).resolve().parents[2]
TITLE = 'Tuyên truyền, đẩy mạnh phong trào xây dựng "Cơ quan, đơn vị, doanh nghiệp hạnh phúc"'
HANOI = dt.timezone(dt.timedelta(hours=7))
BEGINNINGS = st.sampled_from(
    ["", "=", "+", "-", "@", "\t=", "\n@", " =", "＝", "﹢", "http://", "#"]
)
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=60)
TEXTS = st.builds("{}{}".format, BEGINNINGS, LETTERS)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    TEXTS,
    st.integers(-(10**14), 10**14),
    st.dates(dt.date(1900, 3, 1)),
    st.datetimes(timezones=st.just(HANOI)),
    st.none(),
)


def opened(*sheets: Sheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(write_workbook(sheets)))


def page(*rows: tuple[Cell, ...], **options: Any) -> Any:
    head = tuple(f"Cột {number}" for number in range(1, len(rows[0]) + 1))
    return opened(Sheet("Bảng", head, rows, **options)).active


@given(st.lists(TEXTS, min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_text_is_ever_a_formula_or_a_link_and_each_comes_back_as_it_was(
    texts: list[str],
) -> None:
    cells = [cell for (cell,) in page(*((text,) for text in texts)).iter_rows(min_row=2)]

    assert {cell.data_type for cell in cells} <= {"s", "n"}  # "n" is what openpyxl calls nothing
    assert [cell.hyperlink for cell in cells] == [None] * len(texts)
    assert [cell.value or "" for cell in cells] == texts


@pytest.mark.parametrize(
    "text", ["=1+1", "+84 912", "-5", "@a", "\t=1", "\n=1", " =1", "＝1", "﹣1"]
)
def test_text_like_a_formula_stays_text_when_somebody_edits_it(text: str) -> None:
    cell = page((text,)).cell(2, 1)

    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_row_0_6_a_title_with_quotes_within_quotes_comes_back_unchanged() -> None:
    nested = f'"{TITLE}"'

    assert page((nested,)).cell(2, 1).value == nested


def test_row_1_6_a_very_long_name_is_written_whole_and_wraps() -> None:
    name = f"Mô hình {'“An toàn giao thông cho học sinh vùng cao” ' * 12}".strip()
    cell = page((name,)).cell(2, 1)

    assert (cell.value, cell.alignment.wrap_text) == (name, True)


def test_numbers_days_and_times_are_what_they_are_and_days_are_shown_day_first() -> None:
    time = dt.datetime(2024, 4, 2, 3, 8, 30, tzinfo=HANOI)
    _, (number, share, day, moment) = page((4600, 73.81, dt.date(2024, 4, 2), time)).rows

    assert (number.value, share.value) == (4600, 73.81)
    assert (day.value, day.number_format) == (dt.datetime(2024, 4, 2), "dd/mm/yyyy")  # noqa: DTZ001 - Excel knows no zones
    assert moment.value == time.replace(tzinfo=None)
    assert moment.number_format == "dd/mm/yyyy hh:mm"


def test_what_excel_would_round_or_not_show_is_written_as_text() -> None:
    _, (number, day) = page((1234567890123456789, dt.date(1890, 5, 19))).rows

    assert (number.value, day.value) == ("1234567890123456789", "19/05/1890")


@pytest.mark.parametrize("letter", ["ạ", "😀"])
def test_text_longer_than_a_cell_is_cut_between_letters(letter: str) -> None:
    kept = page((letter * 40_000,)).cell(2, 1).value

    assert len(kept.encode("utf-16-le")) // 2 in {LONGEST, LONGEST - 1}
    assert kept.rstrip("…") == letter * (len(kept) - 1)


def test_what_xml_cannot_carry_is_left_out() -> None:
    assert page(("a\x00b\x0bc\ud800d\r\ne\rf",)).cell(2, 1).value == "abcd\ne\nf"


def test_the_head_is_bold_stays_in_sight_and_is_printed_on_each_page() -> None:
    sheet = page(("một",))

    assert sheet.cell(1, 1).font.b
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A2", "$1:$1")
    assert sheet.page_setup.paperSize == 9


@pytest.mark.parametrize(("landscape", "way"), [(True, "landscape"), (False, "portrait")])
def test_a_sheet_lies_or_stands_on_a4(landscape: bool, way: str) -> None:  # noqa: FBT001 - a parameter of a test
    assert (page(("một",), landscape=landscape).page_setup.orientation or "portrait") == way


def test_columns_fit_what_they_hold_within_reason() -> None:
    sheet = page(("1", "Đảng bộ Sở Giao thông vận tải", "dài " * 100))
    narrow, fitting, wide = (sheet.column_dimensions[name].width for name in "ABC")

    assert narrow < fitting < wide < 50


def test_a_column_of_text_keeps_the_0_of_a_number_typed_below() -> None:
    sheet = page(("0912 000 001", 1))

    assert sheet.column_dimensions["A"].width
    assert sheet.cell(2, 1).number_format == "@"


def test_examples_are_grey_and_what_follows_is_not() -> None:
    (_, (example,), (real,)) = page(("ví dụ",), ("thật",), faint=1).rows

    assert (example.font.color.rgb, real.font.color.theme) == ("FF808080", 1)


def test_sheets_get_names_that_excel_takes_and_each_its_own() -> None:
    names = ["Đơn vị", "đơn vị", "a/b:c", "", "History", "x" * 40]
    named = opened(*(Sheet(name, (), ()) for name in names)).sheetnames

    assert named == ["Đơn vị", "đơn vị 2", "a b c", "4", "History 5", "x" * 28]


@given(st.lists(st.lists(CELLS, max_size=4).map(tuple), max_size=4).map(tuple))
def test_sheets_reach_the_child_as_they_were(rows: tuple[tuple[Cell, ...], ...]) -> None:
    sheets = [Sheet("Bảng", ("một", "hai"), rows, widths=(5, 9), landscape=False, faint=1)]

    assert unpack(pack(sheets)) == sheets


def test_the_child_writes_the_same_cells() -> None:
    sheet = Sheet("Bảng", ("Tên",), ((unicodedata.normalize("NFC", TITLE),),))
    command = [sys.executable, "-m", "papers.workbook"]
    made = subprocess.run(command, input=pack([sheet]), cwd=ROOT, check=True, capture_output=True)

    assert openpyxl.load_workbook(io.BytesIO(made.stdout)).active.cell(2, 1).value == TITLE
