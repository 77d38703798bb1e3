from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from tests.bot.channels.web.phone import Phone
from tests.bot.channels.web.site import Site, opened


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    """Give the web chat, with the small assistant and an empty database behind it."""
    async with opened(tmp_path) as site:
        yield site


@pytest.fixture
async def phone(site: Site) -> AsyncIterator[Phone]:
    """Give a phone that has opened the page."""
    async with aiohttp.ClientSession(
        site.url, cookie_jar=aiohttp.CookieJar(unsafe=True)
    ) as session:
        yield await Phone(session).open()


@pytest.fixture
async def other_phone(site: Site) -> AsyncIterator[Phone]:
    """Give the phone of somebody else, on which the page is open as well."""
    async with aiohttp.ClientSession(
        site.url, cookie_jar=aiohttp.CookieJar(unsafe=True)
    ) as session:
        yield await Phone(session).open()
