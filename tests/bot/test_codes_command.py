"""`codes` on the command line, as operators run it."""

import io
import re
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.terminal import Terminal

Main = Callable[..., subprocess.CompletedProcess[str]]


def running(terminal: Terminal, folder: Path) -> Main:
    """Return a way to run a command on the data in a folder."""

    def run(
        *command: str, public: str = "https://kheo.example"
    ) -> subprocess.CompletedProcess[str]:
        env = {"KHEO_DATA": str(folder / "data"), "COLUMNS": "300", "KHEO_PUBLIC_URL": public}
        return terminal.run(command, folder=folder, env=env)

    return run


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory, terminal: Terminal) -> Path:
    """Give a data folder with the invented units, to be copied: that is much faster."""
    folder = tmp_path_factory.mktemp("invented")
    assert running(terminal, folder)("demo", "load").returncode == 0
    return folder / "data"


@pytest.fixture
def main(terminal: Terminal, tmp_path: Path, invented: Path) -> Main:
    """Return a way to run a command on a data folder with the invented units."""
    shutil.copytree(invented, tmp_path / "data")
    return running(terminal, tmp_path)


def rows(folder: Path, name: str = "ma-moi") -> list[tuple[str, ...]]:
    """Return the rows of the sheet that was written into a folder."""
    book = openpyxl.load_workbook(io.BytesIO((folder / f"{name}.xlsx").read_bytes()))
    return [tuple(str(cell or "") for cell in row) for row in book.active.values][1:]


def test_codes_are_made_as_a_sheet_and_slips_that_nobody_else_can_read(
    main: Main, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    said = main("codes", "make", str(folder)).stdout

    assert said.startswith("Codes made: 8. They stand in ")
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {"ma-moi.xlsx": 0o600, "ma-moi.docx": 0o600}
    codes = {row[5] for row in rows(folder)}
    slips = docx.Document(io.BytesIO((folder / "ma-moi.docx").read_bytes())).tables[0]
    assert codes <= {line.text for row in slips.rows for c in row.cells for line in c.paragraphs}


def test_the_invitation_is_ready_to_be_pasted(main: Main, tmp_path: Path) -> None:
    main("codes", "make", str(tmp_path), "--unit", "Chi bộ bản Suối Đá", "--days", "30")
    made = rows(tmp_path, "ma-moi-Chi bộ bản Suối Đá")
    row = next(row for row in made if row[2] == "Giàng A Páo")
    number, unit, _, position, phone, code, address, until, text, _ = row

    assert re.fullmatch("[0-9A-Z]{5}-[0-9A-Z]{5}", code)
    assert address == f"https://kheo.example/vao/{code.replace('-', '')}"
    assert number.isdecimal()
    assert (unit, position, phone) == ("Chi bộ bản Suối Đá", "Bí thư chi bộ", "0912 000 002")
    assert text.startswith("Kính gửi đồng chí Giàng A Páo, Bí thư chi bộ, Chi bộ bản Suối Đá.\n")
    assert f"hết ngày {until}" in text
    assert "đồng chí Nguyễn Thị Hạnh, 0912 000 009" in text


def test_each_unit_gets_a_code_for_its_members_where_that_is_asked_for(
    main: Main, tmp_path: Path
) -> None:
    main("codes", "make", str(tmp_path), "--members")
    shared = [row for row in rows(tmp_path) if not row[2]]

    assert len(shared) == 12
    assert shared[0][8].startswith(f"Kính gửi các đồng chí {shared[0][1]}.\n")


def test_codes_are_listed_without_being_shown(main: Main, tmp_path: Path) -> None:
    main("codes", "make", str(tmp_path), "--unit", "Sở GTVT")
    (row,) = rows(tmp_path, "ma-moi-Sở GTVT")
    said = main("codes", "list", "--unit", "Sở Giao thông vận tải").stdout

    (line,) = [line for line in said.splitlines() if "Nguyễn Văn Bình" in line and "unused" in line]
    assert re.search(r"officer +[0-9]{2}/[0-9]{2}/[0-9]{4} +unused", line)
    assert "taken back" in said  # the invented one, which this one stands for now
    assert row[5] not in said
    assert row[5].replace("-", "") not in said


def test_codes_are_taken_back_by_their_ids_or_by_unit(main: Main, tmp_path: Path) -> None:
    main("codes", "make", str(tmp_path))
    first = main("codes", "list", "--unit", "Sở GTVT").stdout.splitlines()[1].split()[0]

    assert main("codes", "revoke", first).stdout == "Taken back: 1.\n"
    assert main("codes", "revoke", first).stdout == "Taken back: 0.\n"
    assert main("codes", "revoke", "--unit", "Đảng ủy Khối").stdout == "Taken back: 8.\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("codes list --unit Nowhere", "✗ No units are called “Nowhere”; give the unit's key"),
        ("codes make . --unit Nowhere", "✗ No units are called “Nowhere”; give the unit's key"),
        ("codes revoke", "✗ Say which: their ids from `codes list`, or --unit with a key"),
        ("codes make /proc/nowhere", "✗ /proc/nowhere cannot be written: "),
    ],
)
def test_a_mistake_is_a_sentence(main: Main, command: str, said: str) -> None:
    done = main(*command.split())

    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1


def test_a_folder_that_cannot_be_written_leaves_the_codes_there_were(main: Main) -> None:
    before = main("codes", "list").stdout
    main("codes", "make", "/proc/nowhere")

    assert main("codes", "list").stdout == before


def test_where_everybody_has_been_heard_of_nothing_is_made(main: Main, tmp_path: Path) -> None:
    main("demo", "remove")
    said = main("codes", "make", str(tmp_path / "out")).stdout

    assert said == "Nothing was made: every contact there has been heard of.\n"
    assert not (tmp_path / "out").exists()
    assert main("codes", "list").stdout == "No codes were made.\n"


def test_codes_of_one_unit_do_not_replace_those_of_all(main: Main, tmp_path: Path) -> None:
    main("codes", "make", str(tmp_path))
    whole = rows(tmp_path)
    said = main("codes", "make", str(tmp_path), "--unit", "Chi bộ bản Suối Đá").stdout

    assert f"They stand in {tmp_path / 'ma-moi-Chi bộ bản Suối Đá.xlsx'} and " in said
    assert (tmp_path / "ma-moi-Chi bộ bản Suối Đá.docx").exists()
    assert rows(tmp_path) == whole


def test_codes_made_again_get_files_of_another_name(main: Main, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    main("codes", "make", str(folder))
    whole = rows(folder)
    main("codes", "make", str(folder))
    said = main("codes", "make", str(folder)).stdout

    dated = re.search(r"ma-moi-\d{4}-\d{2}-\d{2}-2\.xlsx", said)
    assert dated
    assert "There were files of that name, so these have another." in said
    assert (folder / dated[0]).exists()
    assert len(list(folder.iterdir())) == 6
    assert rows(folder) == whole


def test_an_administrators_code_is_neither_ended_nor_handed_out(main: Main, tmp_path: Path) -> None:
    main("demo", "remove")
    code = re.findall("vao/(.*)", main("admin", "Trần Thị Hạnh").stdout)[0]
    said = main("codes", "make", str(tmp_path / "out")).stdout
    before = main("codes", "list").stdout
    main("codes", "make", str(tmp_path / "out"), "--person", "Trần Thị Hạnh")

    assert said == "Nothing was made: every contact there has been heard of.\n"
    assert code
    assert "unused" in before
    assert "taken back" not in before
    (row,) = rows(tmp_path / "out")
    assert row[2] == "Trần Thị Hạnh"
    assert "taken back" in main("codes", "list").stdout


def test_units_without_a_contact_are_named(main: Main, tmp_path: Path) -> None:
    units = "".join(f"Chi bộ {n};Chi bộ\n" for n in range(1, 40))
    (tmp_path / "don-vi.csv").write_text(f"Tên đơn vị;Loại hình\n{units}", "utf-8")
    main("demo", "remove")
    main("admin", "Trần Thị Hạnh")
    main("import", "units", "don-vi.csv", "--control", "-", "--yes")
    said = main("codes", "make", str(tmp_path / "out")).stdout

    assert said.startswith("Nothing was made: no contact waits for a code.\n39 units have no ")
    assert "Chi bộ 1; Chi bộ 10; " in said
    assert " and 29 more. " in said


@pytest.mark.parametrize("public", ["http://127.0.0.1:8080", "http://localhost:8080", ""])
def test_links_that_lead_only_here_are_warned_of(main: Main, tmp_path: Path, public: str) -> None:
    here = main("codes", "make", str(tmp_path / "out"), public=public).stdout
    there = main("codes", "make", str(tmp_path / "out")).stdout

    assert "Set KHEO_PUBLIC_URL first" in here
    assert "KHEO_PUBLIC_URL" not in there
