"""The command line, run as operators run it."""

import asyncio
import os
import stat
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from rules.members import About
from storage import inbox, outbox, unit_changes, units
from storage.database import Database, open_database
from storage.migrate import migrate
from storage.outbox import OutboxRow
from storage.units import NewUnit
from tests.terminal import HOUSE, NOTHING, Terminal

Main = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def main(terminal: Terminal, tmp_path: Path) -> Main:
    """Return a way to run a command on a data folder of its own."""

    def run(*command: str, **settings: str) -> subprocess.CompletedProcess[str]:
        given = {f"KHEO_{name}": text for name, text in settings.items()}
        env = {"KHEO_DATA": str(tmp_path / "data"), **given}
        return terminal.run(command, folder=tmp_path, env=env)

    return run


def sentence(done: subprocess.CompletedProcess[str], code: int) -> str:
    """Return the one line that was said to stderr, with the exit code expected."""
    assert done.returncode == code, done.stderr
    (line,) = done.stderr.splitlines()
    return line


def in_database(url: str, act: Callable[[Database], Awaitable[None]]) -> None:
    async def run() -> None:
        database = await open_database(url)
        try:
            await migrate(database)
            await act(database)
        finally:
            await database.close()

    asyncio.run(run())


def test_help_lists_every_command(main: Main) -> None:
    said = main("--help").stdout

    for command in ("run", "doctor", "outbox", "inbox", "version", "demo", "programme"):
        assert f"│ {command} " in said
    assert "show, load, remove, codes" in said
    assert "check" in said


def test_a_version_is_shown(tmp_path: Path) -> None:
    typed = [sys.executable, str(HOUSE / "main.py"), "version"]  # a start of Python's own
    env = {**os.environ, **NOTHING}
    done = subprocess.run(typed, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "Khéo 0.1.0\n", "")


@pytest.mark.parametrize(
    "command", ["run", "outbox", "inbox", "demo load", "demo remove", "demo codes"]
)
def test_a_mistake_in_the_settings_is_a_sentence(main: Main, command: str) -> None:
    done = main(*command.split(), PORT="x")

    assert sentence(done, 2).startswith("✗ KHEO_PORT is “x”; write a whole number")


def test_a_database_that_does_not_answer_is_a_sentence(main: Main) -> None:
    done = main("outbox", DATABASE_URL="postgresql://kheo:hunter2@127.0.0.1:1/kheo")

    said = sentence(done, 1)
    assert said.startswith("✗ The database cannot be used now")
    assert "hunter2" not in said


def test_a_database_that_does_not_exist_is_a_sentence(main: Main, postgres_url: str) -> None:
    url = postgres_url.replace("/kheo_test", "/no_such", 1)

    said = sentence(main("outbox", DATABASE_URL=url), 2)

    assert said.startswith("✗ The database cannot be opened: database “no_such".replace("“", '"'))


def test_a_database_of_a_later_version_is_a_sentence(main: Main, database_url: str) -> None:
    async def age(database: Database) -> None:
        async with database.writing() as tx:
            await tx.run("INSERT INTO migrations (number, name) VALUES (9999, 'later')")

    in_database(database_url, age)

    said = sentence(main("outbox", DATABASE_URL=database_url), 2)

    assert said.endswith("is of a later version of Khéo (step 9999); install that version.")


def test_a_data_folder_that_cannot_be_made_is_a_sentence(main: Main, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    said = sentence(main("outbox", DATA=str(tmp_path / "file" / "data")), 2)

    assert said.endswith("cannot be made: Not a directory.")


def test_invented_data_comes_and_goes_and_both_work_twice(main: Main, database_url: str) -> None:
    said = [
        main("demo", *words.split(), DATABASE_URL=database_url).stdout.splitlines()[-1]
        for words in ("load", "load", "remove", "remove")
    ]

    assert said == [
        f"The invented data is there. How to use it: {sys.executable} {HOUSE}/main.py demo codes",
        "The invented data is there already.",
        "Everything invented is gone.",
        "There is nothing invented in the database.",
    ]


def test_the_codes_of_invented_people_are_shown_with_their_addresses(main: Main) -> None:
    main("demo", "load")
    lines = main("demo", "codes", PUBLIC_URL="https://kheo.vn").stdout.splitlines()

    assert lines[1] == (
        "7K3M2P  https://kheo.vn/vao/7K3M2P  Giàng A Páo, Bí thư chi bộ, Chi bộ bản Suối Đá"
    )
    assert not any("None of it is in the database" in line for line in lines)


def test_codes_that_would_not_work_say_so(main: Main) -> None:
    assert "None of it is in the database now" in main("demo", "codes").stdout


def test_invented_units_do_not_go_with_real_ones(main: Main, database_url: str) -> None:
    async def settle(database: Database) -> None:
        async with database.writing() as tx:
            await units.add_units(tx, [NewUnit("u1", "Chi bộ thật", "2020-01-01", 1)])

    in_database(database_url, settle)

    done = main("demo", "load", DATABASE_URL=database_url)

    assert sentence(done, 2).startswith("✗ There are real units in the database")


def test_what_did_not_arrive_is_listed(main: Main, database_url: str) -> None:
    def row(key: str, state: outbox.State, text: str, error: str = "") -> OutboxRow:
        return OutboxRow(
            id=key, channel="telegram", bot="b", chat="42", person="p", say={"text": text},
            state=state, error=error, created_at=1_800_000_000_000, settled_at=1,
        )  # fmt: skip

    async def send(database: Database) -> None:
        rows = [
            row("1", "sent", "arrived"),
            row("2", "unknown", "Câu 1/4. Tên\nmô hình là gì?", "timeout"),
            row("3", "failed", "Chào đồng chí", "blocked"),
        ]
        async with database.writing() as tx:
            await outbox.add(tx, rows)

    in_database(database_url, send)
    said = main("outbox", DATABASE_URL=database_url).stdout

    assert "arrived" not in said.replace("may have arrived", "")
    assert "telegram 42" in said
    assert "timeout" in said
    assert "15/01/2027 15:00" in said
    assert "Chào đồng chí" in said


def test_without_losses_the_outbox_says_so(main: Main) -> None:
    assert main("outbox").stdout == "Every message that was sent has arrived.\n"


def test_what_could_not_be_handled_is_listed(main: Main, database_url: str) -> None:
    async def fail(database: Database) -> None:
        key = inbox.MessageKey("web", "", "chat-1", "m1")
        async with database.writing() as tx:
            await inbox.fail(tx, key, at=1_800_000_000_000, body="Nuôi ong")

    in_database(database_url, fail)

    said = main("inbox", DATABASE_URL=database_url).stdout

    assert "web chat-1" in said
    assert "Nuôi ong" in said


def test_without_failures_the_inbox_says_so(main: Main) -> None:
    assert main("inbox").stdout == "Every message that came in was handled.\n"


def test_the_units_are_shown_as_they_were_on_a_day(main: Main, database_url: str) -> None:
    async def settle(database: Database) -> None:
        async with database.writing() as tx:
            await units.add_units(tx, [
                NewUnit("u1", "Đảng ủy [Khối]", "2020-01-01", 1, "dang_bo"),
                NewUnit("u2", "Chi bộ A", "2020-01-01", 1, "chi_bo", parent="u1"),
            ])  # fmt: skip
            await unit_changes.rename(tx, "u2", name="Chi bộ B", day="2025-07-01")
            await unit_changes.count_members(tx, "u2", members=4600, about=About.OVER)

    in_database(database_url, settle)
    now, then, never = (
        main("units", *day, DATABASE_URL=database_url).stdout
        for day in ((), ("--day", "2025-06-30"), ("--day", "2019-12-31"))
    )

    assert "Đảng ủy [Khối]" in now
    assert "└── Chi bộ B  Chi bộ cơ sở, over 4.600 members" in now
    assert ("Chi bộ A" in then, "Chi bộ B" in then) == (True, False)
    assert never == "There are no units on 31/12/2019.\n"


def test_nobody_else_can_read_what_is_kept(main: Main, tmp_path: Path) -> None:
    main("demo", "load")

    files = list((tmp_path / "data").iterdir())
    assert files
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_the_doctor_is_content_before_the_first_start(main: Main) -> None:
    done = main("doctor")

    assert done.returncode == 0
    assert done.stdout.startswith("✓ The settings can be read")
    assert "✗" not in done.stdout


def test_the_doctor_ends_with_1_when_something_is_wrong(main: Main) -> None:
    done = main("doctor", PORT="x", TIMEZONE="y")

    assert done.returncode == 1
    assert [line[:2] for line in done.stdout.splitlines()] == ["✗ ", "✗ "]


def test_a_programme_is_checked_before_it_is_used(main: Main) -> None:
    file = HOUSE / "programmes" / "minimal.toml"

    done = main("programme", "check", str(file))

    assert done.returncode == 0
    assert done.stdout.startswith(f"✓ {file} can be used: minimal, ")


def test_the_mistakes_in_a_programme_are_told_by_line(main: Main, tmp_path: Path) -> None:
    text = (HOUSE / "programmes" / "minimal.toml").read_text("utf-8")
    (tmp_path / "mine.toml").write_text(text.replace("month = 3", "month = 13"), "utf-8")

    said = sentence(main("programme", "check", "mine.toml"), 2)

    assert said.endswith(": stages[0].month: There is no month 13; write 1 to 12.")
    assert said.startswith("✗ mine.toml:")


def test_a_programme_with_a_mistake_does_not_start(main: Main, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("code = 1")

    done = main("demo", "load", PROGRAMME=str(tmp_path / "mine.toml"))

    assert done.returncode == 2
    assert "mine.toml:1: code: This is 1; write a text in quotes." in done.stderr
    assert "Traceback" not in done.stderr
