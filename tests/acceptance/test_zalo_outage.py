"""What people say on Zalo while the database is away waits on the disk, and is answered then."""

from pathlib import Path

import pytest

from tests.acceptance.inside import inside
from tests.acceptance.running import on_zalo
from tests.acceptance.running import settings as environment
from tests.bot.test_receive_unavailable import impatient, locked
from tests.eventually import eventually
from tests.fakes.zalo import FakeZalo


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_nothing_said_while_the_database_is_away_is_lost_or_answered_twice(
    tmp_path: Path, mode: str
) -> None:
    url, spool = f"sqlite:///{tmp_path}/kheo.db", tmp_path / "data" / "zalo-spool"

    async def waits() -> bool:
        return len(list(spool.rglob("*.json"))) == 2

    async def is_posted() -> bool:
        return mode == "polling" or zalo.bots[0].webhook.url != ""

    async with FakeZalo(longest_poll=0.25) as zalo:
        async with inside(environment(tmp_path / "data", url, **on_zalo(zalo, mode))) as bot:
            await impatient(bot.db)
            await eventually(is_posted)
            pao = zalo.person("Giàng A Páo").at(zalo.bots[0])
            with locked(url):
                await pao.writes("xin chào")
                await pao.writes("1")
                await eventually(waits)

            assert "Đồng ý" in (await pao.reads(1)).text
            assert await pao.reads(2)
            assert await bot.rows("SELECT count(*) FROM inbox WHERE channel = 'zalo'") == [(2,)]
        assert not await waits()
        assert len(pao.bubbles) == 2
        assert zalo.complaints == []
