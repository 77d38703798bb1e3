"""The bot as its operator runs it, on both databases, polling and by webhook."""

from pathlib import Path

import pytest

from tests.acceptance.running import Service, mortal, on, running, settings
from tests.acceptance.telling import CONTENT, NAME, PLACE
from tests.acceptance.touching import arrives, presses, registers, says
from tests.acceptance.watching import has, rows
from tests.bot.telltale import tells, telltale
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Fault, Person
from tests.terminal import Terminal


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_row_2_2_the_newspapers_model_is_registered_to_the_receipt(
    terminal: Terminal,
    telegram: FakeTelegram,
    lan: Person,
    database_url: str,
    mode: str,
    tmp_path: Path,
) -> None:
    env = settings(tmp_path / "data", database_url, **on(telegram, mode))
    async with running(terminal, env, tmp_path) as service:
        code = await registers(lan)
        await telegram.drained()
        columns = "code, name, address, field, content, state"
        kept = await rows(service, f"SELECT {columns} FROM entries ORDER BY created_at DESC")  # noqa: S608 # the columns above

    assert kept[0] == (code, NAME, PLACE, "economy", CONTENT, "confirmed")


@pytest.mark.parametrize(
    ("mode", "end"),
    [("polling", Service.kill), ("webhook", Service.stop)],
    ids=["polling-killed", "webhook-stopped"],
)
async def test_after_a_restart_everybody_goes_on_where_they_were(
    terminal: Terminal, telegram: FakeTelegram, lan: Person, mode: str, end: object, tmp_path: Path
) -> None:
    async with running(
        terminal, settings(tmp_path / "data", **on(telegram, mode)), tmp_path
    ) as service:
        await arrives(lan)
        await presses(lan, "Mô hình mới của tập thể")
        await end(service)  # type: ignore[operator] # one of the two above
        await lan.says(NAME)
        await service.start()

        await lan.sees("Câu 2/4", within=20)


async def test_an_album_is_fetched_also_after_a_restart_and_tells_nothing(
    terminal: Terminal, telegram: FakeTelegram, lan: Person, tmp_path: Path
) -> None:
    async with running(terminal, settings(tmp_path / "data", **on(telegram)), tmp_path) as service:
        await arrives(lan)
        telegram.fault("download", Fault(delay_before=60), times=None)
        await lan.sends_album([telltale("red"), telltale("blue"), telltale("green")])
        await telegram.called("download")
        await lan.reads(3)
        await service.kill()
        telegram.heal()
        await service.start()
        kept = "SELECT count(*) = 3 FROM attachments WHERE state = 'kept'"
        await eventually(lambda: has(service, kept))

    photos = (tmp_path / "data" / "pictures").rglob("*.jpg")
    assert [tells(photo.read_bytes()) for photo in photos] == [False] * 3


async def test_a_second_bot_on_the_same_file_refuses(terminal: Terminal, tmp_path: Path) -> None:
    second = Service(terminal, settings(tmp_path / "data"), tmp_path / "second")
    async with running(terminal, settings(tmp_path / "data"), tmp_path) as service, mortal(second):
        with pytest.raises(AssertionError, match="Another Khéo is running"):
            await second.start()

        assert await has(service, "SELECT count(*) FROM units")


async def test_it_starts_and_stops_while_telegram_is_away_and_finds_it_when_it_is_back(
    terminal: Terminal, telegram: FakeTelegram, lan: Person, tmp_path: Path
) -> None:
    await telegram.take_down()
    env = settings(tmp_path / "data", **on(telegram, "webhook"))
    async with running(terminal, env, tmp_path) as service:
        assert await service.stop() == 0
        await service.start()
        await telegram.bring_up()

        assert "tự động" in await says(lan, "xin chào")


async def test_a_token_that_telegram_refuses_ends_it_with_a_sentence(
    terminal: Terminal, telegram: FakeTelegram, tmp_path: Path
) -> None:
    wrong = "7000000001:AAWrong_token_of_the_fake_Telegram-00"
    env = settings(tmp_path / "data", **on(telegram) | {"KHEO_TELEGRAM_TOKEN": wrong})
    async with mortal(Service(terminal, env, tmp_path / "log")) as service:
        with pytest.raises(AssertionError, match="@BotFather"):
            await service.dies()

        assert await service.stop() == 2
        assert "Traceback" not in service.log.read_text()


async def test_an_answer_under_way_at_the_stop_still_arrives_once(
    terminal: Terminal, telegram: FakeTelegram, lan: Person, tmp_path: Path
) -> None:
    async with running(terminal, settings(tmp_path / "data", **on(telegram)), tmp_path) as service:
        telegram.fault("sendMessage", Fault(delay_after=0.3))
        await lan.says("xin chào")
        await telegram.called("sendMessage")
        assert await service.stop() == 0
        await service.start()
        await says(telegram.person("Bình"), "xin chào")

    assert len(telegram.bubbles(lan)) == 1
