from dataclasses import replace
from pathlib import Path

import pytest

from tests.prove.march_bloc import Size
from tests.prove.march_month import BotsMarch, march

SHORT = Size(units=5, bots=1, messages=140)  # these ten people would need a few more


async def bots_march(url: str, folder: Path, size: Size) -> tuple[BotsMarch, int]:
    lived = await march(url, size, folder)
    (bot,) = lived.bots
    return bot, lived.unanswered


@pytest.fixture
def databases(sqlite_with_tables: Path, tmp_path: Path) -> list[str]:
    copies = [tmp_path / name for name in ("counted.db", "not-counted.db")]
    for copy in copies:
        copy.write_bytes(sqlite_with_tables.read_bytes())
    return [f"sqlite:///{copy}" for copy in copies]


async def test_in_a_short_month_more_people_are_answered_as_reminders_go_with_answers(
    databases: list[str], tmp_path: Path
) -> None:
    counted, waited = await bots_march(databases[0], tmp_path, SHORT)
    plain, waited_more = await bots_march(databases[1], tmp_path, replace(SHORT, metered=False))

    assert counted.kinds["reminder with an answer"] > plain.kinds["reminder with an answer"] == 0
    assert counted.kinds["answer"] > plain.kinds["answer"]
    assert (counted.refused, waited) < (plain.refused, waited_more)
