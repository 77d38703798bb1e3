"""The office's table as picture, workbook and document: all of one moment, only for the office."""

import io
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from PIL import Image

from rules.office_commands import TakeSummary, WantSummaryPaper
from rules.office_results import SummaryTaken
from tests.bot.filing import Desk, desk
from tests.bot.ordering import BINH, HANH, LUA, everybody_is_here, give, registered
from tests.hamlet import Hamlet

pytestmark = pytest.mark.usefixtures("papers_once")
OF_KHOI = TakeSummary("khoi", "can-tho-khoi", 2027)
XLSX, DOCX, PNG = "summary-xlsx", "summary-docx", "summary-picture"


@pytest.fixture
async def office(world: Hamlet, tmp_path: Path) -> Desk:
    """Give the office, to which one model was sent."""
    await everybody_is_here(world)
    await registered(world, BINH)
    return desk(world, tmp_path)


async def taken(office: Desk) -> SummaryTaken:
    table: SummaryTaken = await give(office.world, HANH, OF_KHOI)
    return table


async def made(office: Desk, kind: str, table: SummaryTaken) -> bytes:
    """Return the file of a kind that comes of a table."""
    await office.want(kind, summary=table.id, unit="khoi")
    await office.work()
    sent = [say.file for say in await office.says() if say.file]
    return (await office.parts.shelf.hand_out(sent[-1].id, person="hanh"))[1]


def book_of(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def rows_of(page: Any) -> list[tuple[Any, ...]]:
    return list(page.iter_rows(values_only=True))


async def test_the_workbook_has_totals_the_list_and_whom_to_call(office: Desk) -> None:
    book = book_of(await made(office, XLSX, await taken(office)))

    assert book.sheetnames == ["Tổng hợp", "Danh sách", "Chưa có"]
    names = [row[1] for row in rows_of(book["Danh sách"])]
    assert "Nuôi lươn không bùn d1" in names
    assert "Hội Nông dân phường Thường Thạnh" in [row[1] for row in rows_of(book["Chưa có"])]


async def test_whom_to_call_stands_with_the_phone_as_text(office: Desk) -> None:
    book = book_of(await made(office, XLSX, await taken(office)))

    phones = [row[6] for row in rows_of(book["Chưa có"]) if row[6]]
    assert phones[1:]
    assert all(phone == "–" or phone.startswith("0") for phone in phones[1:])


async def test_papers_tell_the_moment_the_table_was_taken_whatever_came_since(
    office: Desk,
) -> None:
    table = await taken(office)
    await registered(office.world, BINH, dialog="d2")
    office.world.clock.ms += 3_600_000

    book = book_of(await made(office, XLSX, table))
    picture = Image.open(io.BytesIO(await made(office, PNG, table)))
    letter = docx.Document(io.BytesIO(await made(office, DOCX, table)))

    said = picture.text["Description"].split("\n")  # type: ignore[attr-defined] # a PNG has it
    figures = {row[0]: row[3] for row in rows_of(book["Tổng hợp"])}
    counted = {row.cells[1].text: row.cells[2].text for row in letter.tables[2].rows}
    label = "Tổng số mô hình, điển hình đăng ký"
    assert (figures[label], counted[label], f"{label}: 1" in said) == (1, "1", True)
    assert "tính đến 19 giờ 42 phút, thứ Ba 16/3/2027" in said
    assert figures["Số liệu tính đến"] == table.summary.at.replace(tzinfo=None)


@pytest.mark.parametrize(
    "about",
    [
        {"summary": "gone", "unit": "khoi"},
        {"summary": "", "unit": "nong-dan"},  # what it is of is not what the role was asked for
    ],
)
async def test_a_table_that_is_not_there_or_of_another_unit_is_not_made(
    office: Desk, about: dict[str, str]
) -> None:
    table = await taken(office)
    await office.want(XLSX, summary=about["summary"] or table.id, unit=about["unit"])

    await office.work()

    assert await office.states() == ["refused"]


@pytest.mark.parametrize("kind", [XLSX, DOCX, PNG])
async def test_another_units_officer_gets_nothing_of_it(office: Desk, kind: str) -> None:
    table = await taken(office)
    await office.want(kind, chat=LUA, summary=table.id, unit="khoi")

    await office.work()

    assert await office.states() == ["refused"]


async def test_the_office_asks_and_the_papers_come(office: Desk) -> None:
    table = await taken(office)
    await give(office.world, HANH, WantSummaryPaper(table.id, "picture"))

    await office.work()

    (sent,) = [say.file for say in await office.says() if say.file]
    assert sent.name.endswith(".png")
    assert await office.states() == ["kept"]
