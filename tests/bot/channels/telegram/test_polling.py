import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from structlog.testing import capture_logs

from bot.channels import Outgoing
from bot.channels.telegram import Telegram
from bot.channels.telegram.errors import TokenRefused
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.polling import Polling
from conversations.said import Photo, Press, Start, Text
from conversations.say import Option, Say
from tests.bot.channels.telegram.bench import NOW, Pauses, Recorder
from tests.fakes.telegram import FakeTelegram, Fault

Sleep = Callable[[float], Awaitable[None]]


async def never(_seconds: float) -> None:
    raise AssertionError("there was nothing to wait for")


@asynccontextmanager
async def polling(
    telegram: Telegram, intake: Intake, sleep: Sleep = never
) -> AsyncIterator[Polling]:
    loop = Polling(telegram, intake, sleep=sleep)
    running = asyncio.create_task(loop.run())
    try:
        yield loop
    finally:
        loop.stop()
        await running


async def test_what_people_say_is_taken_in_and_then_confirmed(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    lan, pao = server.person("Lan"), server.person("Giàng A Páo")
    async with polling(telegram, intake):
        await lan.says("/start 7K3M2P")
        await pao.says("Nuôi lươn không bùn")
        await lan.sends_photo(b"\xff\xd8\xff")
        await server.drained()

    by_lan = [one.said for one in recorder.taken if one.chat == str(lan.id)]
    assert by_lan == [Start("7K3M2P"), Photo("")]
    assert len(recorder.taken) == 3
    assert {one.bot for one in recorder.taken} == {server.token.partition(":")[0]}


async def test_a_batch_is_handed_over_in_order(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    lan = server.person("Lan")
    for number in range(150):
        await lan.says(str(number))

    async with polling(telegram, intake):
        await server.drained()

    texts = [said.text for said in recorder.said if isinstance(said, Text)]
    assert texts == [str(number) for number in range(150)]


async def test_nothing_is_confirmed_before_it_is_kept(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    recorder.open.clear()
    await server.person("Lan").says("Nuôi lươn")

    async with polling(telegram, intake):
        await recorder.asked.wait()
        assert server.updates_pending == 1
        recorder.open.set()
        await server.drained()


async def test_when_the_database_is_away_updates_are_fetched_again(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    recorder.fails = 6
    pauses = Pauses()
    await server.person("Lan").says("Nuôi lươn")

    async with polling(telegram, intake, pauses):
        await server.drained()

    assert pauses == [0.5, 1, 2, 4, 5, 5]
    assert len(recorder.taken) == 1


async def test_stopping_finishes_and_confirms_the_batch_in_hand(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    recorder.open.clear()
    await server.person("Lan").says("Nuôi lươn")

    async with polling(telegram, intake) as loop:
        await recorder.asked.wait()
        loop.stop()
        recorder.open.set()

    last = server.calls[-1].params
    assert (last["timeout"], last["limit"], server.updates_pending) == (0, 1, 0)
    assert len(recorder.taken) == 1


async def test_stopping_does_not_wait_for_the_long_poll(
    server: FakeTelegram, telegram: Telegram, intake: Intake
) -> None:
    async with polling(telegram, intake):
        await server.called("getUpdates")

    assert server.calls[-1].params["timeout"] == 25


async def test_a_confirmation_that_fails_only_brings_the_updates_again(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    recorder.open.clear()
    await server.person("Lan").says("Nuôi lươn")

    async with polling(telegram, intake) as loop:
        await recorder.asked.wait()
        loop.stop()
        server.fault("getUpdates", Fault(status=500))
        recorder.open.set()

    assert server.updates_pending == 1


async def test_the_loop_asks_for_what_it_understands_and_has_no_webhook(
    server: FakeTelegram, telegram: Telegram, intake: Intake
) -> None:
    async with polling(telegram, intake):
        (fetch,) = await server.called("getUpdates")

    assert [call.method for call in server.calls[:-1]] == [
        "getMe",
        "setMyCommands",
        "setMyCommands",
        "deleteWebhook",
    ]
    kinds = ["message", "edited_message", "callback_query", "my_chat_member"]
    assert fetch.params == {"limit": 100, "timeout": 25, "allowed_updates": kinds}


async def test_the_menu_is_set_in_each_language(
    server: FakeTelegram, telegram: Telegram, intake: Intake
) -> None:
    async with polling(telegram, intake):
        await server.called("getUpdates")

    menus = {language: commands for (_, language), commands in server.commands.items()}
    assert menus == {
        "": [{"command": "dangky", "description": "Đăng ký"}],
        "en": [{"command": "dangky", "description": "Register"}],
    }


async def test_while_telegram_is_away_the_loop_waits_longer_and_longer(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    pauses = Pauses()

    async def until_telegram_is_back(seconds: float) -> None:
        await pauses(seconds)
        if len(pauses) == 7:
            await server.bring_up()

    await server.take_down()
    with capture_logs() as logs:
        async with polling(telegram, intake, until_telegram_is_back):
            await server.called("getUpdates")
            await server.person("Lan").says("Nuôi lươn")
            await server.drained()

    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    assert [entry["event"] for entry in logs] == ["trying again"]
    assert len(recorder.taken) == 1


async def test_a_second_poller_is_waited_for_and_told_of_once(
    server: FakeTelegram, telegram: Telegram, intake: Intake
) -> None:
    server.fault("getUpdates", Fault(status=409), times=3)
    pauses = Pauses()
    with capture_logs() as logs:
        async with polling(telegram, intake, pauses):
            await server.called("getUpdates", 4)

    assert pauses == [1, 2, 4]
    assert [entry["detail"][:12] for entry in logs] == ["409 Conflict"]


async def test_a_pause_that_telegram_asks_for_is_kept_exactly(
    server: FakeTelegram, telegram: Telegram, intake: Intake
) -> None:
    server.fault("getUpdates", Fault(status=429, retry_after=77))
    pauses = Pauses()
    async with polling(telegram, intake, pauses):
        await server.called("getUpdates", 2)

    assert pauses == [77]


async def test_a_refused_token_ends_the_loop(
    server: FakeTelegram, telegram: Telegram, intake: Intake
) -> None:
    server.fault("getUpdates", Fault(status=401))

    with pytest.raises(TokenRefused, match="BotFather"):
        await Polling(telegram, intake, sleep=never).run()


async def test_an_update_nobody_understands_is_passed_over(
    intake: Intake, recorder: Recorder
) -> None:
    user = {"id": 1, "is_bot": False, "first_name": "Lan"}
    chat = {"id": 1, "type": "private"}
    good = {"message_id": 1, "from": user, "chat": chat, "date": 1, "text": "Nuôi lươn"}
    with capture_logs() as logs:
        await intake.take([{"update_id": 1, "message": 5}, {"update_id": 2, "message": good}])

    assert recorder.said == [Text("Nuôi lươn", "1")]
    assert [entry["id"] for entry in logs] == [1]


async def test_who_blocks_the_bot_and_comes_back_is_told_of_in_this_order(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    lan = server.person("Lan")
    for _ in range(3):
        await lan.blocks()
        await lan.unblocks()

    async with polling(telegram, intake):
        await server.drained()

    where = ("telegram", telegram.bot, str(lan.id))
    assert recorder.presence == [("blocked", *where), ("opened", *where)] * 3


async def test_an_update_delivered_again_is_the_same_thing(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    async with polling(telegram, intake):
        sent = await server.person("Lan").says("Nuôi lươn")
        await server.drained()
        await server.redeliver(sent.update_id)
        await server.drained()

    first, second = recorder.taken
    assert first == second


async def test_a_press_brings_the_label_of_its_button(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    lan = server.person("Lan")
    await lan.says("xin chào")
    bubble = Say("Lĩnh vực?", ((Option("Kinh tế", "d:x:f:kt"),),))
    async with polling(telegram, intake):
        await telegram.send(Outgoing("o", "telegram", "7", str(lan.id), bubble))
        await lan.presses("Kinh tế")
        await server.drained()

    press = recorder.taken[-1]
    assert (press.said, press.label, press.at) == (Press("d:x:f:kt"), "Kinh tế", NOW)
