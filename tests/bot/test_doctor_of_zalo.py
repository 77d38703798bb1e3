"""The doctor says what Zalo knows of our bots, and how much of its plan each has used."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from bot.channels.zalo.webhook import place
from bot.clock import Clock
from bot.doctor import telegram, zalo, zalo_links, zalo_use
from bot.settings import Settings, read_settings
from rules.budget import month_of
from storage import bots, meters
from storage.database import open_database
from storage.meters import Bot, Use
from tests.fakes.telegram.server import Server
from tests.fakes.zalo import FakeZalo, Fault
from tests.fakes.zalo.webhook import Hooking

HOUSE = Path(__file__).parents[2]
HOUR_MS = 3_600_000


class Ahead(Clock):
    """A clock that is an hour ahead."""

    def now_ms(self) -> int:
        return super().now_ms() + HOUR_MS


@pytest.fixture
async def fake() -> AsyncIterator[FakeZalo]:
    """Give a Zalo with two bots that tries a webhook twice a day."""
    async with FakeZalo(bots=2, hooking=Hooking(tests=2)) as fake:
        yield fake


def of(fake: FakeZalo, **more: str) -> Settings:
    tokens = {"ZALO_TOKENS": ",".join(bot.token for bot in fake.bots), "ZALO_API": fake.url}
    return read_settings({f"KHEO_{n}": text for n, text in {**tokens, **more}.items()}, here=HOUSE)


async def look(settings: Settings, clock: Clock | None = None) -> list[str]:
    found = [each async for each in zalo.examine(settings, clock or Clock(settings.zone))]
    assert "Fake_secret" not in str(found)
    return [f"{each.verdict}: {each.text}" for each in found]


async def links(settings: Settings) -> list[str]:
    found = [each async for each in zalo_links.examine(settings, Clock(settings.zone))]
    return [f"{each.verdict}: {each.text}" for each in found]


async def use(settings: Settings) -> list[str]:
    found = [each async for each in zalo_use.examine(settings, Clock(settings.zone))]
    return [f"{each.verdict}: {each.text}" for each in found]


async def test_tokens_that_zalo_knows_are_right(fake: FakeZalo) -> None:
    *said, passes = await look(of(fake, PUBLIC_URL="https://danvan.example.vn"))

    assert said == [
        "right: Bot Khéo 1 is there: https://zalo.me/1459232241454765001",
        "right: Its messages are fetched.",
        "right: Bot Khéo 2 is there: https://zalo.me/1459232241454765002",
        "right: Its messages are fetched.",
        "right: The clock agrees with Zalo's.",
    ]
    assert passes.startswith("know: What people say on Zalo passes Zalo's servers in Vietnam")


async def test_an_address_that_no_phone_can_open_is_told(fake: FakeZalo) -> None:
    (told,) = await links(of(fake))

    assert told == (
        "know: Files and pictures are sent as links to http://127.0.0.1:8080, which no phone can "
        "open; set KHEO_PUBLIC_URL to the address people open."
    )


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (404, "right: Files and pictures can be fetched from "),
        (403, "wrong: {url}/lay/ turns Zalo's servers away (403), so that pictures stay black; "),
        (200, "wrong: {url}/lay/ answers 200, which is not Khéo; "),
    ],
)
async def test_whether_zalo_can_fetch_a_picture_is_tried_as_zalo_does(
    fake: FakeZalo, status: int, verdict: str
) -> None:
    asked: list[str] = []

    async def gate(request: web.BaseRequest) -> web.Response:
        asked.append(f"{request.path} {request.headers['User-Agent']}")
        return web.Response(status=status)

    server = Server(gate)
    await server.up()
    there = server.url.replace("127.0.0.1", "0.0.0.0")
    (told,) = await links(of(fake, PUBLIC_URL=there))
    await server.down()

    assert told.startswith(verdict.format(url=there))
    assert asked == ["/lay/0/0/0 Java/1.8.0_192"]


async def test_that_links_are_answered_only_while_the_service_runs_is_told(fake: FakeZalo) -> None:
    (told,) = await links(of(fake, PUBLIC_URL="http://0.0.0.0:1"))

    assert told.startswith("know: http://0.0.0.0:1 gave no answer (ClientConnectorError); ")


async def test_a_token_that_zalo_does_not_know_is_told_by_its_place(fake: FakeZalo) -> None:
    settings = of(fake)
    fake.reset_token(fake.bots[1])

    (told,) = [line for line in await look(settings) if line.startswith("wrong")]

    assert told == (
        "wrong: Zalo does not know the token at place 2 of KHEO_ZALO_TOKENS (bot "
        "1459232241454765002); copy it again from Zalo Bot Manager. The other bots work meanwhile."
    )


async def test_a_clock_an_hour_ahead_is_told(fake: FakeZalo) -> None:
    settings = of(fake)

    assert any("ahead of Zalo's" in line for line in await look(settings, Ahead(settings.zone)))


@pytest.mark.parametrize(
    "fault", [Fault(status=429, html=True), Fault(status=500), Fault(cut_before=True)]
)
async def test_a_server_that_fails_is_told(fake: FakeZalo, fault: Fault) -> None:
    fake.fault("getMe", fault, times=None)

    assert (await look(of(fake)))[0].startswith(f"wrong: {fake.url} gave no answer (")


async def test_a_webhook_that_is_not_set_yet_is_set_by_the_next_start(fake: FakeZalo) -> None:
    told = (await look(of(fake, ZALO_MODE="webhook", PUBLIC_URL="http://127.0.0.1:1")))[1]

    assert told == (
        f"know: The next start lets Zalo bring its messages to "
        f"http://127.0.0.1:1/zalo/{fake.bots[0].id}."
    )


async def test_a_webhook_that_is_reached_or_not_is_told_as_often_as_zalo_tries(
    fake: FakeZalo,
) -> None:
    statuses = [403, 200]

    async def gate(_request: web.BaseRequest) -> web.Response:
        return web.Response(status=statuses.pop(0))

    server = Server(gate)
    await server.up()
    where = place(server.url, fake.bots[0].id)
    await fake.bots[0].webhook.point(where, "eight-or", at=1)
    settings = of(fake, ZALO_MODE="webhook", PUBLIC_URL=server.url)
    said = [(await look(settings))[1] for _ in range(3)]
    await server.down()

    assert said[0].startswith(f"wrong: Zalo does not reach {where}: webhook.http.403: ")
    assert "Browser Integrity Check" in said[0]
    assert said[1] == f"right: Zalo reaches {where}."
    assert said[2] == "know: Zalo tries a webhook a few times a day only: ask tomorrow."


async def test_a_webhook_in_the_way_of_polling_is_something_to_know(fake: FakeZalo) -> None:
    await fake.bots[0].webhook.point("http://127.0.0.1:1", "eight-or", at=1)

    told = (await look(of(fake)))[1]

    assert told == "know: A webhook takes what is said to it; the next start removes it."


async def test_what_each_bot_has_used_is_told(fake: FakeZalo, sqlite_tables_url: str) -> None:
    settings = of(fake, DATABASE_URL=sqlite_tables_url, ZALO_PEOPLE="10", ZALO_MESSAGES="100")
    first, second = fake.bots
    clock = Clock(settings.zone)
    month = month_of(clock.local(clock.now_ms()).date())
    database = await open_database(sqlite_tables_url)
    async with database.writing() as tx:
        await bots.seen(tx, "zalo", first.id, name=first.name, at=1)
        await meters.count(tx, [Use(Bot("zalo", first.id), month, sent=50, received=30)])
        await meters.spend(tx, bot=Bot("zalo", second.id), month=month, at=1)
    await database.close()

    much, all_of_it = await use(settings)
    assert much == (
        "know: Bot Khéo 1 has 0 of 10 people and has used 80 of 100 messages this month; "
        "another bot would make room (KHEO_ZALO_TOKENS)."
    )
    assert all_of_it == (
        f"know: Bot {second.id} has 0 of 10 people and has used 0 of 100 messages this month; "
        "Zalo says that is all; it is tried again at times."
    )


async def test_messages_that_wait_on_the_disk_are_told(fake: FakeZalo, tmp_path: Path) -> None:
    waiting = tmp_path / "zalo-spool" / fake.bots[0].id / "1-1-a.json"
    waiting.parent.mkdir(parents=True)
    waiting.touch()

    assert await use(of(fake, DATA=str(tmp_path))) == [
        "know: Messages from Zalo that wait on the disk for the database: 1; none is lost."
    ]


async def test_without_zalo_nothing_is_said_of_it_and_with_it_nothing_of_telegram(
    fake: FakeZalo,
) -> None:
    alone = read_settings({}, here=HOUSE)

    assert await look(alone) == await links(alone) == await use(alone) == []
    assert [each async for each in telegram.examine(of(fake), Clock(alone.zone))] == []
