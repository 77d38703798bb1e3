"""`main.py import`, run as operators run it."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import read_settings
from storage.database import Row, open_database
from tests.terminal import HOUSE, NOTHING, Terminal

Main = Callable[..., subprocess.CompletedProcess[str]]
UNITS = """\
ĐẢNG ỦY KHỐI CƠ QUAN VÀ DOANH NGHIỆP;;;
STT;Tên TCCSĐ;Loại hình;Số ĐV
1;Đảng bộ Sở Giao thông vận tải;Đảng bộ;hơn 4.600
2;Chi bộ Sở Tư pháp;Chi bộ;30
;Tổng cộng;;4.630
"""


@pytest.fixture
def main(terminal: Terminal, tmp_path: Path) -> Main:
    """Return a way to run `import` on a data folder of its own; what it asks is answered."""

    def run(*command: str, answers: str = "") -> subprocess.CompletedProcess[str]:
        env = {"KHEO_DATA": str(tmp_path / "data"), "COLUMNS": "200"}
        return terminal.run(("import", *command), folder=tmp_path, env=env, answers=answers)

    return run


@pytest.fixture
def units(tmp_path: Path) -> str:
    """Return a list of units, as a file."""
    file = tmp_path / "don-vi.csv"
    file.write_text(UNITS, "utf-8")
    return str(file)


def found(folder: Path, sql: str) -> list[Row]:
    """Return rows of the database of a data folder."""

    async def ask() -> list[Row]:
        database = await open_database(f"sqlite:///{folder}/data/kheo.db")
        try:
            async with database.reading() as tx:
                return await tx.rows(sql)
        finally:
            await database.close()

    return asyncio.run(ask())


def test_a_list_is_shown_then_asked_about_then_written(
    main: Main, units: str, tmp_path: Path
) -> None:
    done = main("units", units, "--control", "2 = 1 đảng bộ + 1 chi bộ", answers="y\n")

    assert done.returncode == 0, done.stderr
    assert "Tên TCCSĐ" in done.stdout
    assert "new 2, changed 0, the same 0" in done.stdout
    assert "Imported" in done.stdout
    assert found(tmp_path, "SELECT members, members_about FROM units ORDER BY members") == [
        (30, 0),
        (4600, 1),
    ]


def test_whoever_says_no_has_nothing_written(main: Main, units: str, tmp_path: Path) -> None:
    done = main("units", units, answers="n\n")

    assert done.returncode == 1
    assert "Nothing was written" in done.stdout
    assert found(tmp_path, "SELECT id FROM units") == []


def test_row_1_1_totals_that_differ_end_it_with_both_figures(
    main: Main, units: str, tmp_path: Path
) -> None:
    done = main("units", units, "--yes", "--control", "84 = 45 đảng bộ + 39 chi bộ")

    assert done.returncode == 1
    assert "The table has 2 rows that count, 84 were declared." in done.stdout
    assert found(tmp_path, "SELECT id FROM units") == []


def test_ratings_are_shown_and_written_as_units_are(main: Main, units: str, tmp_path: Path) -> None:
    main("units", units, "--yes")
    file = tmp_path / "xep-loai.csv"
    file.write_text("Năm;Đơn vị;Xếp loại\n2020;Chi bộ Sở Tư pháp;HTXSNV\n", "utf-8")

    done = main("ratings", str(file), "--yes")

    assert done.returncode == 0, done.stderr
    assert "1 rows: 1 tasks completed excellently" in done.stdout
    assert "new 1, changed 0, the same 0" in done.stdout
    assert found(tmp_path, "SELECT year, rating FROM ratings") == [(2020, "excellent")]


def test_the_same_file_twice_has_nothing_to_write(main: Main, units: str) -> None:
    main("units", units, "--yes")
    done = main("units", units, "--yes")

    assert done.returncode == 0
    assert "There is nothing to write" in done.stdout


def test_a_column_can_be_named(main: Main, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Thứ;Nơi\nx;Chi bộ cơ sở A\n", "utf-8")

    assert "No column is known to hold" in main("units", str(file), "--yes").stdout
    done = main("units", str(file), "--yes", "--column", "name=B")
    assert done.returncode == 1  # without headings the first row is a unit, and has no type
    assert "type of unit" in done.stdout
    assert main("units", str(file), "--column", "name=1").returncode == 2


def test_an_old_font_is_offered_to_be_converted(main: Main, tmp_path: Path) -> None:
    file = tmp_path / "cu.csv"
    rows = "Tªn ®¬n vÞ;Lo¹i h×nh\n" + "".join(
        f"Chi bé b¶n {name};Chi bé\n" for name in ("Lòng", "Th¸i", "Th­îng", "§¸", "Suèi")
    )
    file.write_text(rows, "utf-8")

    done = main("units", str(file), answers="y\ny\n")
    assert done.returncode == 0, done.stdout
    assert ("Chi bộ bản Lũng",) in found(tmp_path, "SELECT name FROM unit_names")


@pytest.mark.parametrize("name", ["none.csv", "picture.png"])
def test_what_is_no_table_is_said_in_a_sentence(main: Main, tmp_path: Path, name: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)
    done = main("units", str(tmp_path / name), "--yes")

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert name in line


def test_chats_given_in_advance_are_with_the_bot_of_the_token() -> None:
    for token, bot in ((f"1234:{'A' * 35}", "1234"), ("", "")):
        given = {**NOTHING, "KHEO_TELEGRAM_TOKEN": token}

        assert read_settings(given, here=HOUSE).telegram_bot == bot


KILLED = """
import asyncio, os, signal, sys
from storage.importing import Source, one_at_a_time, plan_import, write_import
from storage.database import open_database
from tests.rules.importing.tables import table
from tests.storage.importing import by

async def main(url):
    rows = "".join(f"Chi bộ {n} | Chi bộ\\n" for n in range(1000))
    db = await open_database(url)
    async with db.writing() as tx:
        await one_at_a_time(tx)
        _, plan = await plan_import(tx, Source("units", table("Tên đơn vị | Loại\\n" + rows)), by())
        await write_import(tx, plan, by())
        await tx.rows("SELECT 1")
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main(sys.argv[1]))
"""


async def test_killed_in_the_middle_of_writing_nothing_is_there(
    db: object, tables_url: str
) -> None:
    assert db
    child = subprocess.run([sys.executable, "-c", KILLED, tables_url], check=False, cwd=HOUSE)  # noqa: ASYNC221 - nothing else runs

    assert child.returncode == -signal.SIGKILL
    database = await open_database(tables_url)
    async with database.reading() as tx:
        assert await tx.rows("SELECT id FROM units") == []
    await database.close()
