import io

import openpyxl
import pytest

from tests.bot.desk.office import Staff
from tests.bot.ordering import registered
from tests.hamlet import Hamlet

BEGINS = {"xlsx": b"PK", "docx": b"PK", "picture": b"\x89PNG"}


@pytest.mark.parametrize("kind", sorted(BEGINS))
async def test_the_table_is_taken_along_as_a_file(hanh: Staff, world: Hamlet, kind: str) -> None:
    await registered(world)
    await hanh.opens("/ban")
    form = {"token": hanh.token, "tep": kind}
    async with hanh.session.post("/ban/tep", data=form) as answer:
        data = await answer.read()

    assert answer.status == 200
    assert data.startswith(BEGINS[kind])
    assert "attachment; filename*=UTF-8''TongHop" in answer.headers["Content-Disposition"]


async def test_the_file_says_what_the_page_says(hanh: Staff, world: Hamlet) -> None:
    await registered(world)
    await hanh.opens("/ban")
    async with hanh.session.post("/ban/tep", data={"token": hanh.token, "tep": "xlsx"}) as answer:
        book = openpyxl.load_workbook(io.BytesIO(await answer.read()))
    words = [str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row]

    assert any("19 giờ 42 phút, thứ Ba 16/3/2027" in word for word in words)
    assert "Hội Nông dân phường Thường Thạnh" in words


async def test_another_kind_of_file_is_not_there(hanh: Staff) -> None:
    await hanh.opens("/ban")
    await hanh.sends("/ban/tep", tep="exe")

    assert hanh.status == 404
