"""The fake Telegram fails as it is told."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.telegram import FakeTelegram, Fault, Person
from tests.fakes.telegram_by_hand import Bot


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as telegram:
        yield telegram


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(telegram, session)


@pytest.fixture
async def lan(telegram: FakeTelegram) -> Person:
    lan = telegram.person("Lan")
    await lan.says("/start")
    return lan


@pytest.mark.usefixtures("lan")
async def test_updates_can_be_fetched_twice(telegram: FakeTelegram, bot: Bot) -> None:
    telegram.fault("getUpdates", Fault(duplicate_updates=True))
    [first] = await bot.fetches()

    assert await bot.fetches(offset=first + 1) == [first]
    assert await bot.fetches(offset=first + 1) == []


STATUSES: list[tuple[Fault, str, dict[str, int]]] = [
    (Fault(status=429, retry_after=7), "Too Many Requests: retry after 7", {"retry_after": 7}),
    (Fault(status=403), "Forbidden: bot was blocked by the user", {}),
    (Fault(status=400), "Bad Request: chat not found", {}),
    (Fault(status=400, description="Bad Request: my own"), "Bad Request: my own", {}),
    (Fault(status=401), "Unauthorized", {}),
    (Fault(status=500), "Internal Server Error", {}),
    (Fault(status=502), "Bad Gateway", {}),
]


@pytest.mark.parametrize(("fault", "description", "parameters"), STATUSES)
async def test_a_status_is_answered_in_place_of_acting(
    telegram: FakeTelegram,
    bot: Bot,
    lan: Person,
    fault: Fault,
    description: str,
    parameters: dict[str, int],
) -> None:
    telegram.fault("sendMessage", fault)

    answer = await bot.asks("sendMessage", chat_id=lan.id, text="1")
    await bot.does("sendMessage", chat_id=lan.id, text="2")

    assert (answer["ok"], answer["error_code"]) == (False, fault.status)
    assert (answer["description"], answer.get("parameters", {})) == (description, parameters)
    assert [bubble.text for bubble in telegram.bubbles(lan)] == ["2"]
    assert [call.status for call in telegram.calls] == [fault.status, 200]
    assert telegram.violations == []


CUTS: list[tuple[Fault, bool]] = [
    (Fault(cut_before=True), False),
    (Fault(cut_after=True), True),
    (Fault(truncated=True), True),
    (Fault(status=500, acts=True, cut_after=True), True),
]


@pytest.mark.parametrize(("fault", "acted"), CUTS)
async def test_a_cut_connection_tells_nothing_about_what_was_done(
    telegram: FakeTelegram, bot: Bot, lan: Person, fault: Fault, *, acted: bool
) -> None:
    telegram.fault("sendMessage", fault, chat=lan)

    with pytest.raises(aiohttp.ClientError):
        await bot.asks("sendMessage", chat_id=lan.id, text="1")

    assert len(telegram.bubbles(lan)) == acted
    assert (telegram.calls[-1].acted, telegram.calls[-1].status) == (acted, 0)
    await bot.does("sendMessage", chat_id=lan.id, text="2")


async def test_a_proxy_answers_with_a_page(telegram: FakeTelegram, bot: Bot, lan: Person) -> None:
    telegram.fault("*", Fault(status=502, html=True, acts=True))

    with pytest.raises(aiohttp.ContentTypeError):
        await bot.asks("sendMessage", chat_id=lan.id, text="1")

    assert len(telegram.bubbles(lan)) == 1


@pytest.mark.parametrize(
    ("fault", "acted"), [(Fault(delay_before=30), 0), (Fault(delay_after=30), 1)]
)
async def test_a_slow_answer_can_be_given_up(
    telegram: FakeTelegram, bot: Bot, lan: Person, fault: Fault, acted: int
) -> None:
    telegram.fault("sendMessage", fault)
    call = asyncio.create_task(bot.asks("sendMessage", chat_id=lan.id, text="1"))
    await telegram.called("sendMessage")
    if acted:
        await lan.reads()
    call.cancel()
    await asyncio.wait([call])

    assert len(telegram.bubbles(lan)) == acted


async def test_faults_strike_the_calls_they_are_planned_for(
    telegram: FakeTelegram, bot: Bot, lan: Person
) -> None:
    other = telegram.person("Bình")
    await other.says("/start")
    telegram.fault("sendMessage", Fault(status=500), chat=lan, nth=2, times=2)

    codes = [
        (await bot.asks("sendMessage", chat_id=who.id, text="x")).get("error_code", 200)
        for who in (lan, other, lan, other, lan, lan)
    ]
    telegram.fault("getMe", Fault(status=500), times=None)
    always = [(await bot.asks("getMe"))["ok"] for _ in range(3)]
    telegram.heal()

    assert codes == [200, 200, 500, 200, 500, 200]
    assert always == [False, False, False]
    assert (await bot.asks("getMe"))["ok"]


async def test_the_port_refuses_until_it_is_brought_up(telegram: FakeTelegram, bot: Bot) -> None:
    poll = asyncio.create_task(bot.asks("getUpdates", timeout=30))
    await telegram.called("getUpdates")
    url = telegram.url
    await telegram.take_down()

    with pytest.raises(aiohttp.ClientConnectorError):
        await bot.asks("getMe")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await poll
    await telegram.bring_up()
    assert telegram.url == url
    assert (await bot.does("getMe"))["is_bot"]
