"""The demo as people open it: a page, three phones, a bot that dies and comes back."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo import life
from bot.demo.showing import showing
from bot.settings import read_settings
from tests.eventually import eventually
from tests.terminal import HOUSE, NOTHING

OURS = {"X-Kheo": "1"}


class Visitor:
    """Somebody who has opened the demo."""

    def __init__(self, http: aiohttp.ClientSession, address: str) -> None:
        self._http = http
        self._address = address

    async def reads(self, path: str = "/") -> str:
        async with self._http.get(f"{self._address}{path}") as answer:
            return await answer.text()

    async def sees(self) -> Any:
        async with self._http.get(f"{self._address}/so-cai") as answer:
            return await answer.json()

    async def does(self, headers: dict[str, str] = OURS, **what: Any) -> int:
        async with self._http.post(f"{self._address}/lam", json=what, headers=headers) as answer:
            return answer.status

    async def looks_at_phones(self) -> list[str]:
        """Return what each phone has on its screen, whatever the page makes of it."""
        at = re.findall(r'<iframe title="[^"]+" src="([^"]+)"', await self.reads())
        return [await (await self._http.get(f"{one}chat/bubbles")).text() for one in at]


@pytest.fixture
async def visitor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Visitor]:
    """Give somebody who has just opened the demo."""
    monkeypatch.setattr(life, "DEAD_SECONDS", 0.5)
    settings = read_settings(NOTHING, here=HOUSE)
    jar = aiohttp.DummyCookieJar()
    async with (
        showing(settings, tmp_path, port=0) as address,
        aiohttp.ClientSession(cookie_jar=jar) as http,
    ):
        yield Visitor(http, address)


async def test_a_bot_that_was_killed_comes_back_by_the_moved_clock_and_reminds(
    visitor: Visitor,
) -> None:
    before = await visitor.sees()
    assert await visitor.does(leap="day") == 200
    assert await visitor.does(kill=True) == 200
    killed = await visitor.sees()

    async def back() -> bool:
        return bool((await visitor.sees())["alive"])

    async def reminded() -> bool:
        lines = (await visitor.sees())["decisions"]
        return any("Giàng A Páo" in one["cells"] and one["sent"] for one in lines)

    await eventually(back)
    phones = await visitor.looks_at_phones()
    assert (before["alive"], killed["alive"]) == (True, False)
    assert killed["now"].split(", ")[1] != before["now"].split(", ")[1]
    assert [phone for phone in phones if "Đồng ý" not in phone] == []
    assert len(phones) == 3
    assert await visitor.does(leap="first") == 200
    await eventually(reminded)
    assert await visitor.does(fault="cut", on=True) == 200
    assert (await visitor.sees())["faults"] == {"slow": False, "twice": False, "cut": True}
    with pytest.raises(aiohttp.ClientConnectionError):
        await visitor.looks_at_phones()
    assert await visitor.does({}, kill=True) == 403  # nobody else's page kills it
    assert await visitor.does(fault="fire", on=True) == 422
