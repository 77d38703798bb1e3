"""The office's printed tables, opened as the office opens them."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell import Cell

from papers.ledger_book import write_ledgers
from papers.ledger_packed import ledgers_of
from rules.ledger import Column, Figure, Group, Ledger, LedgerCell
from tests.summarised import AT

HOUSE = Path(__file__).parents[2]
COLUMNS = (
    Column("STT", 5),
    Column("Tên mô hình", 28),
    Column("KT", 7, "Lĩnh vực", total="marks"),
    Column("VH-XH", 7, "Lĩnh vực", total="marks"),
    Column("Số hộ", 8, total="sum"),
    Column("Điện thoại", 15),
)
BEES = (1, "Nuôi ong", "X", "", 12, "0912 000 001")
EELS = (2, "Nuôi lươn", "", "X", 10, "0912 000 002")
ROAD = (3, "Hiến đất", "X", "", 2943, "0221 3000 002")


def ledger(*groups: Group, **more: Any) -> Ledger:
    told: dict[str, Any] = {
        "name": "Danh sách",
        "titles": ("BIỂU TỔNG HỢP", "Đảng ủy Khối"),
        "columns": COLUMNS,
        "groups": groups or (Group("Chi bộ A: 2", (BEES, EELS)), Group("Chi bộ B: 1", (ROAD,))),
        "footer": "Trang {page}/{pages}",
        "total": "TỔNG SỐ",
    }
    return Ledger(**(told | more))


def page_of(one: Ledger, *, values: bool = True) -> Any:
    data = write_ledgers([one])
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values).active


def rows_of(page: Any) -> list[tuple[Any, ...]]:
    return [row for row in page.iter_rows(values_only=True) if any(c is not None for c in row)]


def row_with(page: Any, words: str) -> tuple[Any, ...]:
    return next(row for row in rows_of(page) if words in row)


def test_totals_know_their_result_before_anybody_has_calculated_them() -> None:
    page = page_of(ledger())

    assert row_with(page, "TỔNG SỐ")[2:5] == (2, 1, 2965)
    assert row_with(page, "Chi bộ A: 2")[2:5] == (1, 1, 22)
    assert row_with(page, "Chi bộ B: 1")[2:5] == (1, 0, 2943)


def test_totals_are_formulas_over_just_the_rows_they_stand_for() -> None:
    page = page_of(ledger(), values=False)

    assert row_with(page, "Chi bộ A: 2")[2:5] == (
        '=COUNTIF(C7:C8,"X")',
        '=COUNTIF(D7:D8,"X")',
        "=SUBTOTAL(9,E7:E8)",
    )
    assert row_with(page, "TỔNG SỐ")[2] == '=COUNTIF(C6:C10,"X")'


def test_the_total_does_not_add_what_the_groups_have_added() -> None:
    page = page_of(ledger(), values=False)

    total = row_with(page, "TỔNG SỐ")[4]
    assert total == "=SUBTOTAL(9,E6:E10)"  # which leaves out other subtotals in its cells


def test_a_total_in_which_something_would_count_twice_is_the_number_that_is_right() -> None:
    columns = (*COLUMNS[:4], Column("Số hộ", 8, total="sum", known=7), COLUMNS[5])

    page = page_of(ledger(Group("", (BEES, EELS)), columns=columns), values=False)

    assert row_with(page, "TỔNG SỐ")[4] == 7


def test_the_head_has_two_rows_and_is_merged() -> None:
    page = page_of(ledger())

    merged = set(map(str, page.merged_cells.ranges))
    assert {"A1:F1", "A2:F2", "A4:A5", "B4:B5", "C4:D4", "E4:E5", "F4:F5"} <= merged
    assert (page["C4"].value, page["C5"].value, page["D5"].value) == ("Lĩnh vực", "KT", "VH-XH")


def test_it_prints_on_a4_across_the_head_on_each_page_and_pages_numbered() -> None:
    page = page_of(ledger())

    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0  # as many as it takes; one wide
    assert page.print_title_rows == "$4:$5"
    assert page.print_area == "'Danh sách'!$A$1:$F$11"
    assert page.oddFooter.center.text == "Trang &P/&N"
    assert page.freeze_panes == "C6"


def test_every_cell_is_in_times_new_roman_12_or_larger_with_thin_lines() -> None:
    page = page_of(ledger())

    cells = [cell for row in page["A6:F11"] for cell in row if isinstance(cell, Cell)]
    assert {(cell.font.name, cell.font.sz) for cell in cells} == {("Times New Roman", 12)}
    assert {cell.border.bottom.style for cell in cells} == {"thin"}
    assert page["A11"].font.b


def test_phones_are_text_and_numbers_are_grouped() -> None:
    page = page_of(ledger())

    assert page["F7"].value == "0912 000 001"
    assert page["F7"].number_format == "@"
    assert (page["E10"].value, page["E10"].number_format) == (2943, "#,##0")


def test_figures_stand_above_with_their_moment_as_a_real_time() -> None:
    figures = (Figure("Đủ chỉ tiêu", 61, 0.7439), Figure("Chưa có", 12))

    page = page_of(ledger(figures=figures, at_label="Số liệu tính đến", at=AT))

    assert page["D4"].value == AT.replace(tzinfo=None)
    assert page["D4"].number_format == "dd/mm/yyyy hh:mm"
    assert (page["A5"].value, page["D5"].value, page["E5"].value) == ("Đủ chỉ tiêu", 61, 0.7439)
    assert page["E5"].number_format == "0.00%"
    assert page.freeze_panes == "C1"  # figures are too long to stay in sight


def test_long_words_get_the_height_they_need() -> None:
    name = "Vận động nhân dân hiến đất mở đường " * 10

    page = page_of(ledger(Group("", ((1, name, "X", "", 1, ""),))))

    assert page.row_dimensions[6].height >= 16 * len(name) / 28


def test_three_thousand_rows_are_no_more_than_a_child_may_take() -> None:
    rows = tuple((n, f"Mô hình {n}", "X", "", 1, "0912 000 001") for n in range(1, 3001))
    groups = [Group(f"Chi bộ {at}", rows[at : at + 3]) for at in range(0, 3000, 3)]
    told = orjson.dumps([ledger(*groups)])

    command = [sys.executable, "-m", "papers.ledger_book"]
    data = subprocess.run(command, input=told, capture_output=True, check=True, cwd=HOUSE).stdout

    page = openpyxl.load_workbook(io.BytesIO(data), data_only=True).active
    assert row_with(page, "TỔNG SỐ")[2:5] == (3000, 0, 3000)


@pytest.mark.parametrize("words", ["=1+1", "+84912000001", "-5", "@SUM(A1)", "“Nụ cười” 'một cửa'"])
def test_what_people_typed_is_never_a_formula(words: str) -> None:
    page = page_of(ledger(Group(words, ((1, words, "", "", 0, words),))), values=False)

    assert (page["B7"].value, page["B7"].data_type) == (words, "s")
    assert (page["A6"].value, page["A6"].data_type) == (words, "s")


wild = st.text(max_size=40) | st.sampled_from(["=1+1", "\x00\x0b", "🐝", "a\nb", "<b>&amp;"])
cells: st.SearchStrategy[LedgerCell] = wild | st.integers(-(10**6), 10**6) | st.none()


@settings(deadline=None, max_examples=30)
@given(name=wild, cell=cells, title=wild)
def test_whatever_people_typed_the_file_opens(name: str, cell: LedgerCell, title: str) -> None:
    one = ledger(Group(name, ((1, cell, "X", "", 1, ""),)), titles=(title, title))

    page = page_of(one)

    assert row_with(page, "TỔNG SỐ")[2] == 1


def test_ledgers_travel_whole_to_the_child_that_writes_them() -> None:
    told = [ledger(figures=(Figure("Có", 1, 0.5),), at=AT, at_label="Lúc", notes=("Ghi chú",))]

    (arrived,) = ledgers_of(orjson.dumps(told))

    assert arrived == told[0]
