"""The doctor tells whether somebody guesses codes."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from bot.carry_out.codes import HOUR, TRIES_IN_ALL
from bot.clock import Clock
from bot.doctor import examine
from storage.database import open_database
from storage.migrate import migrate

HOUSE = Path(__file__).parents[2]


async def told(here: Path, url: str, *, tries: int, ago: int = 0) -> list[str]:
    """Return what is said of codes after so many wrong ones, so long ago."""
    shutil.copytree(HOUSE / "programmes", here / "programmes")
    opened = await open_database(url)
    await migrate(opened)
    at = Clock(dt.UTC).now_ms() - ago
    async with opened.writing() as tx:
        rows = [("a", at) for _ in range(tries)]
        await tx.run("INSERT INTO code_tries (address, at) VALUES :rows", {"rows": rows})
    await opened.close()
    found = [each async for each in examine({"KHEO_DATABASE_URL": url}, here=here)]
    said = [f"{each.verdict}: {each.text}" for each in found]
    return [text for text in said if "rong codes" in text or "guesses" in text]


@pytest.mark.parametrize(("tries", "ago"), [(0, 0), (TRIES_IN_ALL, HOUR + 60_000)])
async def test_while_nobody_types_wrong_codes_nothing_is_said(
    tmp_path: Path, database_url: str, tries: int, ago: int
) -> None:
    assert await told(tmp_path, database_url, tries=tries, ago=ago) == []


async def test_a_few_wrong_codes_are_worth_knowing(tmp_path: Path, database_url: str) -> None:
    said = await told(tmp_path, database_url, tries=3)

    assert said == ["know: Wrong codes in the last hour: 3; at 100 all wait."]


async def test_a_hundred_are_a_warning(tmp_path: Path, database_url: str) -> None:
    (said,) = await told(tmp_path, database_url, tries=TRIES_IN_ALL)

    assert said.startswith("wrong: Somebody guesses codes, 100 wrong ones in an hour")
