import asyncio
import errno
import io
import itertools
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs
from yarl import URL

from bot.channels import TokenRefused
from bot.channels.zalo import Zalo, ZaloBot
from bot.channels.zalo.intake import Intake
from bot.channels.zalo.webhook import MOST_BYTES, Webhook
from tests.bot.channels.zalo.taking_in import Pauses, Receiving, intake_of, said
from tests.eventually import eventually
from tests.fakes.zalo import FakeZalo, Fault
from tests.serving import serving

SECRET = "a-secret-of-the-webhook-0123456789"
HEADER = "X-Bot-Api-Secret-Token"
GOOD = json.dumps(said("Nuôi lươn \ud800", 1)).encode()


@pytest.fixture
def receiver() -> Receiving:
    """Give the one who takes what people say."""
    return Receiving()


@pytest.fixture
def intake(zalo: Zalo, receiver: Receiving, tmp_path: Path) -> Intake:
    """Give the way in."""
    return intake_of(zalo, tmp_path, receiver)


@pytest.fixture
def there() -> list[ZaloBot]:
    """Give the list of bots that are known to be there."""
    return []


@pytest.fixture
def webhook(zalo: Zalo, intake: Intake, there: list[ZaloBot]) -> Webhook:
    """Give the webhook under test."""
    return Webhook(zalo, intake, secret=SECRET, there=there.append)


@pytest.fixture
async def home(webhook: Webhook) -> AsyncIterator[str]:
    """Give the URL of a web server that has the webhook's routes."""
    async with serving(webhook.routes()) as url:
        yield url


@pytest.fixture
def place(home: str, server: FakeZalo) -> str:
    """Give where the messages of the first bot are posted."""
    return f"{home}/zalo/{server.bots[0].id}"


async def answer(url: str, body: bytes = GOOD, *, secret: str | None = SECRET) -> tuple[int, bytes]:
    headers = {} if secret is None else {HEADER: secret}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=io.BytesIO(body), headers=headers) as response,
    ):
        return response.status, await response.read()


async def none_pending(server: FakeZalo) -> bool:
    return server.updates_pending == 0


async def test_zalo_is_told_where_to_post_for_each_bot(
    server: FakeZalo, zalo: Zalo, webhook: Webhook, home: str, there: list[ZaloBot]
) -> None:
    for bot in zalo.bots.values():
        await webhook.point(bot, f"{home}/")

    told = [call.params for call in server.calls if call.method == "setWebhook"]
    places = [f"{home}/zalo/{bot.id}" for bot in server.bots]
    assert told == [{"url": place, "secret_token": SECRET} for place in places]
    assert [bot.name for bot in there] == [bot.name for bot in server.bots]


async def test_what_people_say_is_posted_and_taken_in(
    server: FakeZalo, zalo: Zalo, webhook: Webhook, home: str, receiver: Receiving
) -> None:
    for one in zalo.bots.values():
        await webhook.point(one, home)
    for bot in server.bots:
        lan = server.person("Lan").at(bot)
        await lan.writes(f"một ở {bot.name}")
    await eventually(lambda: none_pending(server))

    assert sorted(receiver.texts) == [f"một ở {bot.name}" for bot in server.bots]


async def test_a_body_as_the_documents_have_it_is_taken_in_as_well(
    place: str, receiver: Receiving
) -> None:
    wrapped = {"ok": True, "result": said("Nuôi lươn", 1)}

    assert await answer(place, json.dumps(wrapped).encode()) == (200, b"")
    assert receiver.texts == ["Nuôi lươn"]


async def test_a_try_without_anything_is_answered_and_nothing_is_done(
    place: str, receiver: Receiving
) -> None:
    async with aiohttp.ClientSession() as session, session.post(place) as response:
        bare = response.status

    assert bare == 200
    assert [await answer(place, b"", secret=secret) for secret in (None, SECRET)] == [
        (200, b"")
    ] * 2
    assert receiver.taken == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{}", 200),
        (b'{"ok": true, "result": {}}', 200),
        (b'{"event_name": "message.text.received"}', 200),
        (b"x", 401),
        (b"[" * 9_000, 401),
        (GOOD, 401),
    ],
)
async def test_a_try_that_says_nothing_needs_no_secret(
    place: str, receiver: Receiving, body: bytes, status: int
) -> None:
    assert await answer(place, body, secret=None) == (status, b"")
    assert receiver.taken == []


async def test_of_a_thousand_forged_messages_none_is_taken_in(
    place: str, receiver: Receiving
) -> None:
    close = [SECRET[:-1], SECRET + "x", SECRET.upper(), SECRET[::-1], "", " ", "é", "0" * 300]
    forged = itertools.islice(itertools.cycle([None, *close]), 1000)
    statuses = set()
    async with aiohttp.ClientSession() as session:
        for secret in forged:
            headers = {} if secret is None else {HEADER: secret}
            async with session.post(place, data=GOOD, headers=headers) as response:
                statuses.add(response.status)

    assert statuses == {401}
    assert receiver.taken == []


async def test_who_has_no_secret_and_sends_nothing_is_not_waited_for(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.zalo.webhook._TRY_SECONDS", 0.05)
    url = URL(place)
    reader, writer = await asyncio.open_connection(url.host, url.port)
    writer.write(f"POST {url.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n".encode())

    assert b"401" in await reader.readline()
    writer.close()


async def test_a_bot_that_is_not_ours_has_no_place(home: str, receiver: Receiving) -> None:
    assert (await answer(f"{home}/zalo/12345"))[0] == 404
    assert receiver.taken == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b" " * (MOST_BYTES + 1), 413),
        (b"{", 400),
        (b"[]", 400),
        (b"[" * 100_000, 400),
        (b"\n", 200),
        (b"{}", 200),
        (b'{"event_name": 1, "message": [1]}', 200),
        (b" " * (MOST_BYTES - len(GOOD)) + GOOD, 200),
    ],
)
async def test_what_is_no_message_is_refused_or_let_pass_without_a_word(
    place: str, body: bytes, status: int
) -> None:
    assert await answer(place, body) == (status, b"")


async def test_while_the_database_is_away_a_message_is_kept_on_the_disk_and_answered(
    place: str, intake: Intake, receiver: Receiving
) -> None:
    receiver.away = True
    assert await answer(place) == (200, b"")
    receiver.away = False

    await intake.empty()

    assert len(receiver.texts) == 1


async def test_with_no_room_on_the_disk_either_zalo_may_try_again(
    place: str, receiver: Receiving, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.channels.zalo.spool.write_whole", full)
    receiver.away = True

    assert await answer(place) == (503, b"")


async def test_while_zalo_is_away_or_wants_no_more_today_the_telling_waits(
    server: FakeZalo, zalo: Zalo, intake: Intake, home: str
) -> None:
    server.fault("setWebhook", Fault(status=426), times=2)
    pauses = Pauses()
    webhook = Webhook(zalo, intake, secret=SECRET, there=print, sleep=pauses)

    await webhook.point(zalo.bots[server.bots[0].id], home)

    assert pauses == [1, 2]
    assert server.bots[0].webhook.url.startswith(home)


async def test_a_start_at_which_zalo_knows_no_method_is_tried_again(
    server: FakeZalo, zalo: Zalo, intake: Intake, home: str
) -> None:
    server.fault("getMe", Fault(status=404))
    pauses = Pauses()
    webhook = Webhook(zalo, intake, secret=SECRET, there=print, sleep=pauses)

    await webhook.point(zalo.bots[server.bots[0].id], home)

    assert pauses == [1]


async def test_a_place_that_zalo_does_not_reach_is_told_with_what_to_do(
    server: FakeZalo, zalo: Zalo, webhook: Webhook, unused_tcp_port: int
) -> None:
    with capture_logs() as logs:
        await webhook.point(zalo.bots[server.bots[0].id], f"http://127.0.0.1:{unused_tcp_port}")

    assert [entry["problem"] for entry in logs] == [
        "webhook.err.conn: nobody listens there; see whether the proxy runs and port 443 is open"
    ]


async def test_a_refused_token_ends_the_telling(
    server: FakeZalo, zalo: Zalo, webhook: Webhook, home: str, there: list[ZaloBot]
) -> None:
    server.reset_token(server.bots[0])

    with pytest.raises(TokenRefused):
        await webhook.point(zalo.bots[server.bots[0].id], home)

    assert there == []
