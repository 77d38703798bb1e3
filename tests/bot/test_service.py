import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.settings import SettingsError
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, on_zalo, settings
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram
from tests.fakes.zalo import Bot, FakeZalo, Fault


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot with the page alone."""
    async with inside(settings(tmp_path / "data")) as bot:
        yield bot


async def health(bot: Inside) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"{bot.url}/health") as answer:
        return answer.status, await answer.text()


async def test_whoever_watches_is_told_that_it_is_well(bot: Inside) -> None:
    assert await health(bot) == (200, "ok")


async def test_and_that_it_is_not_while_the_database_is_away(
    tmp_path: Path, postgres_url: str
) -> None:
    async with inside(settings(tmp_path / "data", postgres_url)) as bot:
        await bot.db.close()

        assert await health(bot) == (503, "database away")


@pytest.mark.parametrize("mode", ["", "polling", "webhook"])
async def test_after_a_stop_nothing_goes_on(tmp_path: Path, mode: str) -> None:
    before = asyncio.all_tasks()
    async with FakeTelegram() as telegram:
        env = settings(tmp_path / "data", **(on(telegram, mode) if mode else {}))
        async with inside(env):
            assert asyncio.all_tasks() > before

    assert {task for task in asyncio.all_tasks() if not task.done()} == before


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_after_a_stop_nothing_of_zalo_goes_on_either(tmp_path: Path, mode: str) -> None:
    before = asyncio.all_tasks()
    async with (
        FakeZalo(bots=2, longest_poll=0.25) as zalo,
        inside(settings(tmp_path / "data", **on_zalo(zalo, mode))),
    ):
        await zalo.called("getMe", 2)

    assert {task for task in asyncio.all_tasks() if not task.done()} == before


async def test_what_zalo_hands_out_while_it_stops_is_taken_in(tmp_path: Path) -> None:
    async with FakeZalo(longest_poll=0.25) as zalo:
        env = settings(tmp_path / "data", **on_zalo(zalo, "polling"))
        zalo.fault("getUpdates", Fault(delay_after=0.3))
        pao = zalo.person("Giàng A Páo").at(zalo.bots[0])
        await pao.writes("xin chào")
        async with inside(env):
            await zalo.called("getUpdates")
        async with inside(env):
            assert await pao.reads(1)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_zalo_bot_whose_token_is_refused_stops_alone(tmp_path: Path, mode: str) -> None:
    async with FakeZalo(bots=2, longest_poll=0.25) as zalo:
        env = settings(tmp_path / "data", **on_zalo(zalo, mode))
        lost, there = zalo.bots
        zalo.reset_token(lost)
        async with inside(env) as bot:
            await eventually(lambda: _knows(bot, [(lost.id, True), (there.id, False)]))
            if mode == "webhook":
                await eventually(lambda: _is_posted_to(there))
            pao = zalo.person("Giàng A Páo").at(there)
            await pao.writes("xin chào")

            assert await pao.reads(1)
            assert await health(bot) == (200, "ok")


async def test_a_zalo_bot_that_is_known_again_is_listened_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo.errors._SOON", 0.05)
    async with FakeZalo(longest_poll=0.25) as zalo:
        zalo.fault("getMe", Fault(status=404, html=True), times=2)
        async with inside(settings(tmp_path / "data", **on_zalo(zalo, "polling"))) as bot:
            pao = zalo.person("Giàng A Páo").at(zalo.bots[0])
            await pao.writes("xin chào")

            assert await pao.reads(1)
            await eventually(lambda: _knows(bot, [(zalo.bots[0].id, False)]))


async def _knows(bot: Inside, refused: list[tuple[str, bool]]) -> bool:
    rows = await bot.rows("SELECT bot, refused_at FROM bots ORDER BY bot")
    return [(one, since > 0) for one, since in rows] == refused


async def _is_posted_to(bot: Bot) -> bool:
    return bot.webhook.url != ""


async def test_a_stop_does_not_wait_for_pages_that_listen(bot: Inside) -> None:
    async with bot.phone() as phone:
        await phone.say(start="")
        async with phone.listening() as events:
            assert await events.next() != {}
            await bot.parts.chat.close()

            while (await events.next()).get("event") != "bye":
                pass


async def test_a_token_that_is_refused_is_told_in_a_sentence(tmp_path: Path) -> None:
    async with FakeTelegram() as telegram:
        wrong = {"KHEO_TELEGRAM_TOKEN": "7000000001:AAWrong_token_of_the_fake_Telegram-00"}
        with pytest.raises(SettingsError, match="@BotFather"):
            async with inside(settings(tmp_path / "data", **on(telegram) | wrong)) as bot:
                await bot.runs


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_it_stops_also_while_telegram_is_away(tmp_path: Path, mode: str) -> None:
    async with FakeTelegram() as telegram:
        await telegram.take_down()
        async with inside(settings(tmp_path / "data", **on(telegram, mode))) as bot:
            assert await health(bot) == (200, "ok")
