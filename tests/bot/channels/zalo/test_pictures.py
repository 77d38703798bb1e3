"""Pictures people sent come from Zalo; pictures for them are shown, or told of by a link."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels import ChannelError, Outgoing
from bot.channels.zalo import Zalo, ZaloBot, pictures
from bot.channels.zalo.pictures import Pictures, _PublicOnly
from bot.links.signing import Links
from conversations.say import Say, SentFile
from tests.fakes.zalo import Chat, FakeZalo, Fault

JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 40
POSTER = SentFile("f2", "Mã vào.png", 1_900_000_000_000)
SAY = Say("Mã của chi bộ.", file=POSTER)


async def failure(fetcher: Pictures | Zalo, link: str) -> ChannelError:
    fetch = fetcher.fetch if isinstance(fetcher, Pictures) else fetcher.download
    with pytest.raises(ChannelError) as caught:
        await fetch(link)
    return caught.value


@pytest.fixture
async def link(server: FakeZalo, lan: Chat) -> str:
    """Give where a photo is that somebody has sent."""
    await lan.sends_photo(JPEG)
    *_, update = server.bots[0].feed.pending
    found: str = update.body["message"]["photo_url"]
    return found


async def test_a_photo_comes_as_it_was_sent(zalo: Zalo, link: str) -> None:
    assert await zalo.download(link) == JPEG


async def test_a_photo_that_is_there_no_more_is_not_asked_for_again(
    server: FakeZalo, zalo: Zalo, link: str
) -> None:
    server.expire_media()

    assert (await failure(zalo, link)).kind == "permanent"


async def test_a_photo_is_asked_for_again_when_its_server_is_back(
    server: FakeZalo, zalo: Zalo, link: str
) -> None:
    await server.take_down()

    assert (await failure(zalo, link)).kind == "retry"


@pytest.mark.parametrize(("status", "kind"), [(429, "retry"), (503, "retry"), (410, "permanent")])
async def test_a_server_that_is_busy_is_asked_again(status: int, kind: str) -> None:
    async def refused(_request: web.Request) -> web.Response:
        return web.Response(status=status)

    app = web.Application()
    app.add_routes([web.get("/1.jpg", refused)])
    async with TestServer(app) as server:
        fetcher = Pictures([str(server.make_url("/"))])
        error = await failure(fetcher, str(server.make_url("/1.jpg")))
        await fetcher.close()

    assert error.kind == kind


async def test_a_photo_that_grows_too_large_is_not_read_on(
    zalo: Zalo, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST", 999)

    assert (await failure(zalo, link)).kind == "permanent"


@pytest.mark.parametrize(
    "link",
    [
        "http://photo-stal-29.zdn.vn/1.jpg",
        "https://photo.zdn.vn.example.com/1.jpg",
        "https://evilzdn.vn/1.jpg",
        "https://zdn.vn:8443/1.jpg",
        "https://zdn.vn@10.0.0.1/1.jpg",
        "https://user@photo.zdn.vn/1.jpg",
        "https://127.0.0.1/1.jpg",
        "http://[::1]:8080/1.jpg",
        "https://169.254.169.254/latest",
        "file:///etc/passwd",
        "//zdn.vn/1.jpg",
        "https://",
        "https://[zdn.vn/1.jpg",
        "https://zdn.vn:99999/1.jpg",
        "\ud800",
        "",
    ],
)
async def test_nothing_is_fetched_from_elsewhere(link: str) -> None:
    fetcher = Pictures()

    error = await failure(fetcher, link)

    await fetcher.close()
    assert error.kind == "permanent"


async def test_a_name_of_zalos_for_a_machine_inside_is_not_followed() -> None:
    names = _PublicOnly()

    with pytest.raises(OSError, match="inside"):
        await names.resolve("localhost", 443)

    await names.close()


async def test_no_picture_is_fetched_from_a_machine_inside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "HOSTS", ("localhost",))
    fetcher = Pictures()

    error = await failure(fetcher, "https://localhost/1.jpg")

    await fetcher.close()
    assert error.detail == "ClientConnectorDNSError"  # it was not even called


async def test_an_address_that_leads_on_is_not_followed(link: str) -> None:
    async def led_on(_request: web.Request) -> web.Response:
        raise web.HTTPFound(link)

    app = web.Application()
    app.add_routes([web.get("/1.jpg", led_on)])
    async with TestServer(app) as server:
        fetcher = Pictures([str(server.make_url("/")), link])
        error = await failure(fetcher, str(server.make_url("/1.jpg")))
        await fetcher.close()

    assert error.kind == "permanent"


async def shown(_request: web.Request) -> web.Response:
    return web.Response(body=b"\x89PNG", content_type="image/png")


@pytest.fixture
async def home() -> AsyncIterator[str]:
    """Give a server of ours from which pictures can be had."""
    app = web.Application()
    app.add_routes([web.get("/lay/f2/{until}/{sign}/anh.png", shown)])
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
async def at_home(server: FakeZalo, home: str) -> AsyncIterator[Zalo]:
    """Give the channel with links that lead to that server."""
    bots = [ZaloBot(server.bots[0].token, server.url)]
    links = Links(home, "key")
    async with Zalo(bots, links=links, hint=str, now=lambda: 1_800_000_000_000) as channel:
        yield channel


def to(chat: Chat) -> Outgoing:
    return Outgoing("o1", "zalo", chat.bot, chat.id, SAY, "páo")


async def test_a_picture_is_seen_with_its_words(at_home: Zalo, lan: Chat) -> None:
    sent = await at_home.send(to(lan))

    (bubble,) = lan.bubbles
    assert (bubble.id, bubble.text, bubble.data) == (sent, "Mã của chi bộ.", b"\x89PNG")


async def test_a_picture_that_is_refused_for_good_is_told_of_by_a_link(
    server: FakeZalo, at_home: Zalo, lan: Chat
) -> None:
    server.fault("sendPhoto", Fault(status=400, description="The photo URL is invalid"))

    await at_home.send(to(lan))

    (bubble,) = lan.bubbles
    assert bubble.kind == "text"
    assert bubble.text.startswith("Mã của chi bộ.\nhttp://127.0.0.1")


async def test_a_picture_in_doubt_is_in_doubt(server: FakeZalo, at_home: Zalo, lan: Chat) -> None:
    server.fault("sendPhoto", Fault(cut_after=True))

    with pytest.raises(ChannelError) as caught:
        await at_home.send(to(lan))

    assert (caught.value.kind, len(lan.bubbles)) == ("ambiguous", 1)
