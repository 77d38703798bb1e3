"""The desk as the office has it: asked for in the chat, opened on a PC, at once up to date."""

import asyncio
import re
from pathlib import Path

import aiohttp

from tests.acceptance.browsing import visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import settings
from tests.bot.desk.office import Staff
from tests.bot.desk.test_live import events_of, heard

OFFICE = "H5A8NE"
FARMERS = "Hội Nông dân phường Thường Thạnh"


async def link_for(bot: Inside) -> str:
    """Return the path of the link somebody of the office asks for on the web page."""
    async with visiting(bot) as hanh:
        await hanh.opens(OFFICE)
        await hanh.presses("Đồng ý")
        found = re.search(r"/ban/vao/\S+", await hanh.says("bàn làm việc"))
    assert found
    return found[0]


async def test_what_is_registered_in_the_chat_is_at_the_desk_at_once(tmp_path: Path) -> None:
    async with inside(settings(tmp_path / "data")) as bot:
        jar = aiohttp.CookieJar(unsafe=True)
        path = await link_for(bot)
        async with aiohttp.ClientSession(bot.url, cookie_jar=jar) as session:
            staff = Staff(session)
            await staff.opens(path)
            page = await staff.sends(path)
            assert FARMERS in page
            listening = asyncio.create_task(heard(staff, events_of(page)))
            async with visiting(bot) as lan:
                await lan.registers()
            assert await listening == "changed"
            register = await staff.opens("/ban/dang-ky")

    assert "nuôi lươn không bùn" in register
