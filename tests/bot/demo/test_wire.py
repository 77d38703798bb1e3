"""The network of the demo, between a phone and a bot that only counts."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.demo import wire
from bot.demo.wire import Faults, Wire

POLICY = "default-src 'none'; frame-ancestors 'none'"


@dataclass(slots=True)
class Far:
    """A bot that notes what reached it, a phone's address, and the wire with the faults between."""

    faults: Faults = field(default_factory=Faults)
    got: list[str] = field(default_factory=list)
    phone: str = ""
    wire: Wire = field(init=False)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    may_answer: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request) -> web.Response:
        self.got.append(f"{request.method} {request.headers['Cookie']} {await request.text()}")
        self.asked.set()
        await self.may_answer.wait()
        response = web.Response(text="ok", headers={"Content-Security-Policy": POLICY})
        response.set_cookie("kheo", "another")
        response.set_cookie("kheo-desk", "seat")
        return response


@pytest.fixture
async def far() -> AsyncIterator[Far]:
    """Give a bot behind a wire."""
    far, app = Far(), web.Application()
    far.may_answer.set()
    app.router.add_route("*", "/{rest:.*}", far.answer)
    async with TestServer(app) as bot, aiohttp.ClientSession(auto_decompress=False) as http:
        address = str(bot.make_url("")).rstrip("/")
        far.wire = Wire(http, address, far.faults, session="S", framed="http://page")
        async with TestServer(far.wire.app()) as phone:
            far.phone = str(phone.make_url("/chat/say"))
            yield far


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """Give a browser that keeps no cookies."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield session


async def test_the_bot_knows_the_phone_by_the_demos_session(
    far: Far, http: aiohttp.ClientSession
) -> None:
    cookies = {"Cookie": "kheo=a-real-bots; demo-kheo-desk=seat; kheo-desk=a-real-desks"}
    await http.post(far.phone, data="dk", headers=cookies)

    assert far.got == ["POST kheo=S; kheo-desk=seat dk"]


async def test_cookies_of_a_real_bot_at_the_same_host_are_left_alone(
    far: Far, http: aiohttp.ClientSession
) -> None:
    answer = await http.get(far.phone)

    assert [text.split("=")[0] for text in answer.headers.getall("Set-Cookie")] == [
        "demo-kheo-desk"
    ]


async def test_the_page_may_stand_in_the_demos_frame_and_in_no_other(
    far: Far, http: aiohttp.ClientSession
) -> None:
    answer = await http.get(far.phone)

    assert answer.headers["Content-Security-Policy"].endswith("frame-ancestors http://page")


async def test_what_is_sent_twice_reaches_the_bot_twice(
    far: Far, http: aiohttp.ClientSession
) -> None:
    far.faults.twice = True
    await http.post(far.phone, data="dk")
    await http.get(far.phone)

    assert [one.split()[0] for one in far.got] == ["POST", "POST", "GET"]


async def test_a_slow_network_keeps_what_is_sent_for_a_while(
    far: Far, http: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "SLOW_SECONDS", 3600.0)
    far.faults.slow = True

    with pytest.raises(TimeoutError):
        await http.post(far.phone, data="dk", timeout=aiohttp.ClientTimeout(total=0.1))
    assert far.got == []


async def test_nothing_goes_through_a_network_that_is_cut(
    far: Far, http: aiohttp.ClientSession
) -> None:
    far.faults.cut = True

    with pytest.raises(aiohttp.ClientConnectionError):
        await http.post(far.phone, data="dk")
    assert far.got == []


async def test_what_is_under_way_is_lost_when_the_network_is_cut(
    far: Far, http: aiohttp.ClientSession
) -> None:
    far.may_answer.clear()
    asking = asyncio.create_task(http.post(far.phone, data="dk"))
    await far.asked.wait()
    far.wire.cut()
    far.may_answer.set()

    with pytest.raises(aiohttp.ClientConnectionError):
        await asking
