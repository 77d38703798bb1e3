from __future__ import annotations

import asyncio
import dataclasses
import io
from pathlib import Path

import openpyxl
import pytest
from typer import Exit

from bot.commands.template import template
from bot.settings import Settings, read_settings
from bot.tables import read_table
from bot.templates import make_template
from papers.reading import read
from rules.file_commands import Of
from rules.importing import guess
from rules.importing.columns import KEYS
from rules.importing.lines import lines
from rules.importing.read import read_rows
from tests.hamlet import HERE, languages, programme

pytestmark = pytest.mark.usefixtures("papers_once")
HEADINGS: dict[Of, str] = {
    "units": (
        "Mã đơn vị | Tên đơn vị | Tên ngắn | Loại đơn vị | Đơn vị cấp trên | Địa chỉ | "
        "Số đảng viên | Cán bộ phụ trách"
    ),
    "contacts": ("Mã đơn vị | Đơn vị | Họ và tên | Chức vụ | Số điện thoại | Vai trò | Telegram"),
    "entries": (
        "Năm | Mã đơn vị | Đơn vị | Tên mô hình | "
        "Loại (tập thể, cá nhân; mới, duy trì, nhân rộng) | Địa chỉ | Lĩnh vực | Nội dung | "
        "Trạng thái | Ngày nhận | Cá nhân"
    ),
    "ratings": "Năm | Mã đơn vị | Đơn vị | Xếp loại",
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    programmes = str(HERE / "programmes" / "can-tho-khoi.toml")
    return read_settings({"KHEO_PROGRAMME": programmes}, here=tmp_path)


async def made(of: Of) -> bytes:
    return await make_template(of, programme(), languages()["vi"])


@pytest.mark.parametrize("of", HEADINGS)
async def test_a_template_comes_back_as_the_table_it_was(of: Of) -> None:
    table = await read_table(await made(of), name="mau.xlsx")

    assert " | ".join(table.rows[0]) == HEADINGS[of]


@pytest.mark.parametrize("of", HEADINGS)
async def test_an_import_knows_every_column_of_a_template(of: Of) -> None:
    table = read(await made(of), name="")
    columns = guess(of, table)

    assert (columns.missing, columns.doubtful) == ((), ())
    assert sorted(place for _, place in columns.places) == list(range(len(table.rows[0])))
    assert {key for key, _ in columns.places} >= set(KEYS[of]) - {"since"}


@pytest.mark.parametrize("of", HEADINGS)
async def test_an_import_leaves_the_example_out(of: Of) -> None:
    table = read(await made(of), name="")

    assert len(table.rows) == 2
    assert list(lines(table, guess(of, table))) == []


async def test_a_template_names_the_types_of_the_programme() -> None:
    book = openpyxl.load_workbook(io.BytesIO(await made("units")))
    meanings = dict(book["Cách điền"].iter_rows(min_row=2, values_only=True))

    assert "Chi bộ cơ sở" in meanings["Loại đơn vị"]
    assert set(meanings) == set(HEADINGS["units"].split(" | "))


@pytest.mark.parametrize(
    ("of", "first"), [("units", ""), ("contacts", ""), ("entries", "2024"), ("ratings", "2020")]
)
async def test_an_import_would_take_what_the_example_shows(of: Of, first: str) -> None:
    table = read(await made(of), name="")
    filled = dataclasses.replace(table, rows=(table.rows[0], (first, *table.rows[1][1:])))

    assert read_rows(of, filled, guess(of, filled), programme(), latest=2027).problems == ()


def test_the_command_writes_a_template(settings: Settings, tmp_path: Path) -> None:
    template(settings, of="units", file=tmp_path / "mau.xlsx")

    table = asyncio.run(read_table((tmp_path / "mau.xlsx").read_bytes(), name="mau.xlsx"))
    assert table.sheet == "Đơn vị"


@pytest.mark.parametrize(
    ("name", "code"), [("there.xlsx", 2), ("mau.csv", 2), ("no/folder/mau.xlsx", 1)]
)
def test_a_template_never_replaces_a_file(
    settings: Settings, tmp_path: Path, name: str, code: int
) -> None:
    (tmp_path / "there.xlsx").write_bytes(b"mine")

    with pytest.raises(Exit) as caught:
        template(settings, of="contacts", file=tmp_path / name)

    assert caught.value.exit_code == code
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"mine"]
