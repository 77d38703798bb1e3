from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import tables
from bot.tables import read_table
from papers.reading import MOST_BYTES
from rules.refused import Refused
from rules.table import Table
from tests.papers.old_excel import container, stream
from tests.papers.packing import open_document, packed, with_members, workbook

ROWS = [["Tên đơn vị", "Số"], ["Đảng ủy Khối", "84"]]
OLD = container({"Workbook": stream(ROWS)})
WHOLE = {"sheet": "", "rows": [["a", "b"]], "numbers": [1], "encoding": ""}
ROOT = Path(__file__).resolve().parents[2]
MEBIBYTE = 1024 * 1024
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


async def refusal(data: bytes, *, name: str = "bang.xlsx") -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Refused) as caught:
        await read_table(data, name=name)
    return caught.value.reason, caught.value.details


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Return a way to let every child give this answer."""

    def stand_in(answer: str) -> None:
        (tmp_path / "answer").write_text(answer)
        program = tmp_path / "child"
        program.write_text(f"#!/bin/sh\nexec cat {tmp_path / 'answer'}\n")
        program.chmod(0o700)
        monkeypatch.setattr(sys, "executable", str(program))

    return stand_in


async def test_a_table_is_read_in_a_child() -> None:
    table = await read_table(workbook(ROWS), name="bang.xlsx")

    assert table == Table("Bảng", (("Tên đơn vị", "Số"), ("Đảng ủy Khối", "84")), (1, 2))


async def test_old_vietnamese_comes_with_the_name_of_its_encoding() -> None:
    table = await read_table("Tªn ®¬n vÞ;Sè\nUû ban nh©n d©n;1\n".encode("cp1252"), name="bang.csv")

    assert (table.encoding, table.rows[1][0]) == ("tcvn3", "Uû ban nh©n d©n")


@pytest.mark.parametrize("name", ["bang.xlsm", "Bảng “lạ”\n{}.xlsm", "\udcff.xlsm"])
async def test_the_child_learns_the_name_whatever_it_is(name: str) -> None:
    assert await refusal(b"a,b", name=name) == ("table-macros", {})


@pytest.mark.parametrize(
    ("data", "reason", "details"),
    [
        (b"%PDF-1.7", "table-kind", {}),
        (workbook(ROWS)[:-9], "table-broken", {}),
        (OLD[:1_500], "table-broken", {}),
        (OLD[:3_000], "table-broken", {}),
        ("Ban\nNguy\ufffdn".encode(), "table-mojibake", {"row": 2}),
    ],
)
async def test_what_the_child_refuses_is_refused(
    data: bytes, reason: str, details: dict[str, str | int]
) -> None:
    assert await refusal(data) == (reason, details)


async def test_a_file_over_five_mebibytes_starts_no_child(answering: Callable[[str], None]) -> None:
    answering(json.dumps(WHOLE))

    assert await refusal(bytes(MOST_BYTES + 1)) == ("table-too-large", {})


async def test_a_child_that_does_not_come_back_has_found_it_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "PATIENCE", 0)

    assert await refusal(workbook(ROWS)) == ("table-broken", {})


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "five",
        "5",
        "{}",
        "[" * 100_000,
        json.dumps({"refused": "no-such-reason"}),
        json.dumps({"refused": "table-kind", "row": "five"}),
        json.dumps({"refused": "table-kind", "text": "five"}),
        json.dumps({**WHOLE, "sheet": 5}),
        json.dumps({**WHOLE, "rows": [["a", 5]]}),
        json.dumps({**WHOLE, "rows": [["a"], ["a", "b"]], "numbers": [1, 2]}),
        json.dumps({**WHOLE, "rows": []}),
        json.dumps({**WHOLE, "numbers": [1, 2]}),
        json.dumps({**WHOLE, "numbers": [True]}),
        json.dumps({**WHOLE, "encoding": "klingon"}),
        json.dumps({**WHOLE, "encoding": []}),
    ],
)
async def test_a_child_that_talks_nonsense_is_not_believed(
    answering: Callable[[str], None], answer: str
) -> None:
    answering(answer)

    assert await refusal(b"a,b") == ("table-broken", {})


def far_away() -> bytes:
    """Return a workbook whose only cells are in the corners: a grid of milliards of cells."""
    return with_sheet(f'<row r="1">{cell("A1")}</row><row r="1048576">{cell("XFD1048576")}</row>')


def merged() -> bytes:
    """Return a workbook in which long cells are to be repeated in each of many rows."""
    rows = "".join(f'<row r="{at}"><c r="Z{at}"><v>1</v></c></row>' for at in range(2, 15_000))
    cells = "".join(cell(f"{column}1", "a" * 30_000) for column in "ABCDEF")
    merges = "".join(f'<mergeCell ref="{column}1:{column}15000"/>' for column in "ABCDEF")
    return with_sheet(f'<row r="1">{cells}</row>{rows}', f"<mergeCells>{merges}</mergeCells>")


def cell(place: str, text: str = "a") -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def with_sheet(rows: str, more: str = "") -> bytes:
    sheet = f"<worksheet {SPACE}><sheetData>{rows}</sheetData>{more}</worksheet>"
    return with_members(workbook(ROWS), {"xl/worksheets/sheet1.xml": sheet.encode()})


BOMBS: dict[str, Callable[[], bytes]] = {
    "zeros": lambda: packed({"xl/workbook.xml": bytes(200 * MEBIBYTE)}),
    "a lie": lambda: with_members(workbook(ROWS), {"xl/a.xml": bytes(40 * MEBIBYTE)}).replace(
        (40 * MEBIBYTE).to_bytes(4, "little"), (4_000).to_bytes(4, "little")
    ),
    "far away": far_away,
    "merged": merged,
    "rows repeated": lambda: open_document(ROWS, times=(99_999_999, 1)),
    "cells repeated": lambda: open_document(ROWS, times=(1, 99_999_999)),
    "both repeated": lambda: open_document(ROWS, times=(1_048_576, 16_384)),
}


@pytest.mark.parametrize("bomb", BOMBS)
async def test_a_bomb_goes_off_outside_of_our_memory(bomb: str) -> None:
    data = BOMBS[bomb]()
    before = resident()

    reason, _ = await refusal(data)

    assert reason in {"table-bomb", "table-broken", "table-too-large"}
    assert resident() - before < 20 * MEBIBYTE


def resident() -> int:
    """Return the memory of this process in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096


def test_the_bot_imports_nothing_that_opens_or_writes_workbooks() -> None:
    code = """import sys, bot.tables, bot.templates, bot.workbooks
sys.exit(bool({"python_calamine", "xlsxwriter"} & set(sys.modules)))"""

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
