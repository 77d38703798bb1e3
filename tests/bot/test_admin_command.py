"""`admin` on the command line, as operators run it."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.database import Row, open_database
from tests.terminal import Terminal

Main = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def main(terminal: Terminal, tmp_path: Path) -> Main:
    """Return a way to run a command on an empty data folder; `given` is what is typed."""

    def run(*command: str, given: str = "") -> subprocess.CompletedProcess[str]:
        env = {"KHEO_DATA": str(tmp_path / "data"), "COLUMNS": "300"}
        env |= {"KHEO_PUBLIC_URL": "https://kheo.example"}
        return terminal.run(command, folder=tmp_path, env=env, answers=given)

    return run


async def places(folder: Path) -> list[Row]:
    database = await open_database(f"sqlite:///{folder}/data/kheo.db", beside=True)
    try:
        async with database.reading() as tx:
            return await tx.rows(
                """SELECT p.name, m.role, m.state, n.name FROM memberships m
                   JOIN people p ON p.id = m.person JOIN unit_names n ON n.unit = m.unit
                   ORDER BY m.id"""
            )
    finally:
        await database.close()


async def test_an_empty_server_gets_its_first_administrator_and_the_committee(
    main: Main, tmp_path: Path
) -> None:
    made = main("admin", "Trần Thị Hạnh")

    assert made.returncode == 0, made.stderr
    shown, plain = re.findall(r"(\S+)  https://kheo.example/vao/(\S+)", made.stdout)[0]
    assert shown.replace("-", "") == plain
    ((name, role, state, unit),) = await places(tmp_path)
    assert (name, role, state) == ("Trần Thị Hạnh", "admin", "confirmed")
    assert unit


async def test_where_there_is_one_another_is_made_only_by_who_says_so_twice(
    main: Main, tmp_path: Path
) -> None:
    main("admin", "Trần Thị Hạnh")
    refused = main("admin", "Kẻ Lạ")
    thought_better = main("admin", "Kẻ Lạ", "--another", given="n\n")
    made = main("admin", "Lò Thị Mai", "--another", given="y\n")

    assert [run.returncode for run in (refused, thought_better, made)] == [2, 2, 0]
    assert "There is an administrator already" in refused.stderr
    assert [row[0] for row in await places(tmp_path)] == ["Trần Thị Hạnh", "Lò Thị Mai"]
    assert len({row[3] for row in await places(tmp_path)}) == 1


async def test_units_that_nothing_stands_above_get_the_committee_above_them(
    main: Main, tmp_path: Path
) -> None:
    table = tmp_path / "don-vi.csv"
    table.write_text("Tên đơn vị,Loại\nSở Y tế,Đảng bộ cơ sở\nSở Nội vụ,Đảng bộ cơ sở\n", "utf-8")
    imported = main("import", "units", str(table), "--yes")
    made = main("admin", "Trần Thị Hạnh")

    assert imported.returncode == 0, imported.stdout + imported.stderr
    assert "stands above 2 units now" in made.stdout
    ((name, role, _, unit),) = await places(tmp_path)
    assert (name, role, unit.startswith("Đảng ủy")) == ("Trần Thị Hạnh", "admin", True)


def test_an_administrator_has_a_name(main: Main) -> None:
    assert main("admin", " ").returncode == 2


LIST = "STT;Tên TCCSĐ;Loại hình\n1;Đảng bộ Sở Xây dựng;Đảng bộ\n2;Chi bộ Sở Tư pháp;Chi bộ\n"


async def test_units_imported_after_it_stand_below_the_committee(
    main: Main, tmp_path: Path
) -> None:
    (tmp_path / "don-vi.csv").write_text(LIST, "utf-8")
    main("admin", "Trần Thị Hạnh")
    done = main("import", "units", "don-vi.csv", "--control", "-", "--yes")
    _, committee, *below = main("units").stdout.splitlines()

    assert done.returncode == 0, done.stderr
    assert "would stand under nothing" not in done.stdout
    assert committee.startswith("└── ")
    assert [line[:8] for line in below] == ["    ├── ", "    └── "]


async def test_units_that_would_stand_below_nothing_are_told_beforehand(
    main: Main, tmp_path: Path
) -> None:
    (tmp_path / "don-vi.csv").write_text(LIST, "utf-8")
    done = main("import", "units", "don-vi.csv", "--control", "-", "--yes")

    assert done.returncode == 0, done.stderr
    assert "2 new units would stand under nothing" in done.stdout
