import asyncio
import errno
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels import TokenRefused
from bot.channels.zalo import Zalo
from conversations.said import Text
from tests.bot.channels.zalo.fetching import Fetching, alone, never, polling
from tests.bot.channels.zalo.taking_in import Pauses
from tests.eventually import eventually
from tests.fakes.zalo import FakeZalo, Fault


@pytest.fixture(autouse=True)
def _a_short_wait_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the fake's empty calls, which are short, count as waited for."""
    monkeypatch.setattr("bot.channels.zalo.polling._AT_ONCE", 0.02)


async def test_what_people_say_is_fetched_one_by_one_and_taken_in(
    server: FakeZalo, zalo: Zalo, tmp_path: Path
) -> None:
    pao = server.person("Giàng A Páo").at(server.bots[0])
    for text in ("một", "hai", "ba"):
        await pao.writes(text)

    async with polling(zalo, tmp_path) as fetching:
        await fetching.heard(3)

    assert fetching.receiver.texts == ["một", "hai", "ba"]
    assert {one.bot for one in fetching.receiver.taken} == {server.bots[0].id}
    assert [bot.name for bot in fetching.there] == [server.bots[0].name]


async def test_each_is_kept_before_the_next_is_asked_for(
    server: FakeZalo, zalo: Zalo, tmp_path: Path
) -> None:
    async with polling(zalo, tmp_path) as fetching:
        fetching.receiver.open.clear()
        await server.person("Lan").at(server.bots[0]).writes("Nuôi lươn")
        await fetching.receiver.asked.wait()
        asked = len(server.calls)
        await asyncio.sleep(0)
        assert len(server.calls) == asked

        fetching.receiver.open.set()
        await server.called("getUpdates", 3)

    assert fetching.receiver.texts == ["Nuôi lươn"]


async def test_after_an_empty_call_the_next_one_follows_at_once(
    server: FakeZalo, zalo: Zalo, tmp_path: Path
) -> None:
    async with polling(zalo, tmp_path):
        await server.called("getUpdates", 4)

    asked = {call.params["timeout"] for call in server.calls if call.method == "getUpdates"}
    assert asked == {20}


async def test_a_stop_waits_for_the_call_in_hand_as_what_it_brings_would_be_lost(
    server: FakeZalo, zalo: Zalo, tmp_path: Path
) -> None:
    server.fault("getUpdates", Fault(delay_after=0.3))
    await server.person("Lan").at(server.bots[0]).writes("Nuôi lươn")

    async with polling(zalo, tmp_path) as fetching:
        await server.called("getUpdates")
        fetching.loop.stop()

    assert fetching.receiver.texts == ["Nuôi lươn"]
    assert [call.method for call in server.calls].count("getUpdates") == 1


async def test_a_message_brought_again_at_once_is_asked_for_once_a_second(tmp_path: Path) -> None:
    pauses = Pauses()
    async with FakeZalo(delivery="replay", replays=4, longest_poll=0.05) as server:
        lan = server.person("Lan").at(server.bots[0])
        await lan.writes("một")
        await lan.writes("hai")
        async with alone(server) as zalo, polling(zalo, tmp_path, pauses) as fetching:
            await fetching.heard(8)

    assert fetching.receiver.texts == ["một"] * 4 + ["hai"] * 4  # the inbox takes each once
    assert len(pauses) == 6
    assert all(0.5 < pause <= 1 for pause in pauses)


async def test_nothing_brought_at_once_is_asked_for_once_a_second(tmp_path: Path) -> None:
    pauses = Pauses()
    async with (
        FakeZalo(longest_poll=0) as server,
        alone(server) as zalo,
        polling(zalo, tmp_path, pauses),
    ):
        await server.called("getUpdates", 4)

    assert all(0.5 < pause <= 1 for pause in pauses)
    assert len(pauses) >= 3


async def test_while_zalo_is_away_the_loop_waits_longer_and_longer(
    server: FakeZalo, zalo: Zalo, tmp_path: Path
) -> None:
    pauses = Pauses()

    async def until_zalo_is_back(seconds: float) -> None:
        await pauses(seconds)
        if len(pauses) == 7:
            await server.bring_up()

    await server.take_down()
    with capture_logs() as logs:
        async with polling(zalo, tmp_path, until_zalo_is_back) as fetching:
            await server.called("getUpdates")
            await server.person("Lan").at(server.bots[0]).writes("Nuôi lươn")
            await fetching.heard(1)

    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    warnings = [entry["event"] for entry in logs if entry["log_level"] == "warning"]
    assert warnings == ["trying again"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=429, html=True),
        Fault(status=403),
        Fault(status=429),
        Fault(status=400),
        Fault(cut_before=True),
    ],
)
async def test_no_error_of_a_call_but_a_refused_token_ends_the_loop(
    server: FakeZalo, zalo: Zalo, tmp_path: Path, fault: Fault
) -> None:
    server.fault("getUpdates", fault, times=2)
    pauses = Pauses()
    async with polling(zalo, tmp_path, pauses) as fetching:
        await server.called("getUpdates", 3)
        await server.person("Lan").at(server.bots[0]).writes("Nuôi lươn")
        await fetching.heard(1)

    assert pauses == [1, 2]


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_no_other_refusal_at_a_start_keeps_it_from_listening(
    server: FakeZalo, zalo: Zalo, tmp_path: Path, method: str
) -> None:
    server.fault(method, Fault(status=426), times=2)
    pauses = Pauses()
    async with polling(zalo, tmp_path, pauses) as fetching:
        await server.person("Lan").at(server.bots[0]).writes("Nuôi lươn")
        await fetching.heard(1)

    assert pauses == [1, 2]


async def test_a_refused_token_ends_the_loop(server: FakeZalo, zalo: Zalo, tmp_path: Path) -> None:
    fetching = Fetching(zalo, tmp_path, never)
    running = asyncio.create_task(fetching.loop.run())
    await server.called("getUpdates")
    server.reset_token(server.bots[0])

    with pytest.raises(TokenRefused, match="Zalo Bot"):
        await running


async def test_a_webhook_that_was_set_before_is_removed(
    server: FakeZalo, zalo: Zalo, tmp_path: Path
) -> None:
    bot = server.bots[0]
    await zalo.bots[bot.id].api.call(
        "setWebhook", {"url": f"{server.url}/nowhere", "secret_token": "eight-or"}
    )
    async with polling(zalo, tmp_path) as fetching:
        await server.called("getUpdates")
        await server.person("Lan").at(bot).writes("Nuôi lươn")
        await fetching.heard(1)

    assert bot.webhook.url == ""


async def test_with_neither_database_nor_room_on_the_disk_a_message_is_held_on_to(
    server: FakeZalo, zalo: Zalo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = Pauses()

    async def until_there_is_room(seconds: float) -> None:
        await pauses(seconds)
        if len(pauses) == 3:
            fetching.receiver.away = False

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.channels.zalo.spool.write_whole", full)
    await server.person("Lan").at(server.bots[0]).writes("Nuôi lươn")
    async with polling(zalo, tmp_path, until_there_is_room) as fetching:
        fetching.receiver.away = True
        await fetching.heard(1)

    assert pauses == [0.5, 1, 2]
    assert [one.said for one in fetching.receiver.taken] == [
        Text("Nuôi lươn", fetching.receiver.taken[0].external[2:])
    ]


async def test_it_stops_though_a_message_is_kept_nowhere_and_tells_of_it(
    server: FakeZalo, zalo: Zalo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.channels.zalo.spool.write_whole", full)
    await server.person("Lan").at(server.bots[0]).writes("Nuôi lươn")
    with capture_logs() as logs:
        async with polling(zalo, tmp_path, Pauses()) as fetching:
            fetching.receiver.away = True
            await fetching.receiver.asked.wait()

    assert "zalo: a message is lost" in [entry["event"] for entry in logs]


async def test_it_stops_also_while_zalo_is_away(
    server: FakeZalo, zalo: Zalo, tmp_path: Path
) -> None:
    pauses = Pauses()
    async with polling(zalo, tmp_path, pauses):
        await server.called("getUpdates")
        await server.take_down()

        async def is_missed() -> bool:
            return len(pauses) > 1

        await eventually(is_missed)

    assert pauses


async def test_where_an_answer_takes_long_the_bot_is_seen_to_write(
    server: FakeZalo, zalo: Zalo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo.intake._TYPING_SECONDS", 0.01)
    lan = server.person("Lan").at(server.bots[0])
    await lan.writes("Nuôi lươn")

    async with polling(zalo, tmp_path) as fetching:
        fetching.receiver.open.clear()
        await server.called("sendChatAction")
        fetching.receiver.open.set()

    assert lan.typing == 1
