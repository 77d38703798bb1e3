"""Whoever asks to be forgotten is, also after a restore; the record of it cannot be touched."""

import asyncio
from pathlib import Path

import pytest

from storage.database import open_database
from tests.acceptance.running import Service, on, running, settings
from tests.acceptance.touching import forges, registers, says
from tests.acceptance.watching import has
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Person
from tests.terminal import HOUSE, Terminal

NAME = "Lê Thị Lan"
FORGET = "a:data-erase-yes::0"


@pytest.fixture
def env(telegram: FakeTelegram, tmp_path: Path) -> dict[str, str]:
    """Give the settings of a bot on Telegram."""
    return settings(tmp_path / "data", **on(telegram))


def traces(folder: Path) -> list[str]:
    """Return the files of a folder in which Lan's name is."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if NAME.encode() in path.read_bytes()]


def run(terminal: Terminal, env: dict[str, str], *command: str) -> tuple[int, str]:
    """Return how a command ends, and what it says."""
    done = terminal.run(command, folder=HOUSE, env=env)
    return done.returncode, done.stdout + done.stderr


async def test_who_is_forgotten_stays_so_after_a_restore_and_still_counts(
    terminal: Terminal, env: dict[str, str], lan: Person, tmp_path: Path
) -> None:
    file = tmp_path / "data" / "kheo.db"
    async with running(terminal, env, tmp_path) as service:
        code = await registers(lan)
        await service.stop()
        backup = file.read_bytes()
        await service.start()
        assert "Đã xóa dữ liệu của đồng chí" in await forges(lan, FORGET)
        await service.stop()
        assert traces(tmp_path) == []

        file.write_bytes(backup)
        assert traces(tmp_path) == ["kheo.db"]
        await service.start()
        assert await has(service, f"SELECT count(*) FROM entries WHERE code = '{code}'")  # noqa: S608 - from a receipt
        assert "Đây là trợ lý tự động" in await says(lan, "dk")
        await service.stop()
        assert traces(tmp_path) == []


async def test_a_kill_right_after_the_answer_leaves_no_trace_either(
    terminal: Terminal, env: dict[str, str], lan: Person, tmp_path: Path
) -> None:
    async with running(terminal, env, tmp_path) as service:
        await registers(lan)
        await forges(lan, FORGET)
        await service.kill()
        await service.start()
        await service.stop()

    assert traces(tmp_path) == []


async def sealed(service: Service) -> bool:
    """Tell whether everything that happened is sealed."""
    loose = "SELECT count(*) FROM events WHERE id NOT IN (SELECT event FROM seals)"
    return not await has(service, loose) and await has(service, "SELECT count(*) FROM seals")


async def anchored(anchors: Path) -> bool:
    """Tell whether the head of the record is written down."""
    return await asyncio.to_thread(anchors.exists)


async def test_the_record_holds_until_somebody_touches_it(
    env: dict[str, str], terminal: Terminal, lan: Person, tmp_path: Path
) -> None:
    async with running(terminal, env, tmp_path) as service:
        await registers(lan)
        await eventually(lambda: sealed(service))
        await service.stop()
        await service.start()  # which writes down where the record has got to
        await eventually(lambda: anchored(tmp_path / "data" / "anchors.list"))
        assert run(terminal, env, "audit", "verify")[0] == 0
    await tamper(env, "UPDATE events SET person = 'somebody else' WHERE act = 'register'")

    code, told = run(terminal, env, "audit", "verify")
    assert (code, "is not what it was" in told) == (1, True)


async def tamper(env: dict[str, str], sql: str) -> None:
    """Change the record behind the bot's back."""
    database = await open_database(f"sqlite:///{env['KHEO_DATA']}/kheo.db")
    async with database.writing() as tx:
        await tx.run(sql)
    await database.close()


async def test_the_office_sees_what_is_not_answered_yet(terminal: Terminal, tmp_path: Path) -> None:
    env = settings(tmp_path / "data")
    assert "was answered" in run(terminal, env, "requests")[1]
    await tamper(
        env,
        """INSERT INTO data_requests (id, person, kind, state, words, at, due_day, settled_at)
           VALUES ('r1', 'p1', 'export', 'open', '', 1, '2027-03-18', 0)""",
    )
    await tamper(
        env,
        """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                               demo, created_at)
           VALUES ('p1', 'Giàng A Páo', '', '', '', 'vi', '', '{}', 0, 1)""",
    )

    shown = run(terminal, env, "requests")[1]
    assert ("Giàng A Páo" in shown, "18/03/2027" in shown) == (True, True)
