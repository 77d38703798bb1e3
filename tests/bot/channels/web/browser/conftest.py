from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext

from tests.bot.channels.web.browser.screen import PHONE, Screen
from tests.bot.channels.web.site import Site, opened
from tests.bot.chromium import device_of, wiped


@pytest_asyncio.fixture(loop_scope="session")
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    """Give the web chat, with the small assistant and an empty database behind it."""
    async with opened(tmp_path) as site:
        yield site


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def any_phone(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """Give the phone that each test is lent."""
    async with device_of(chromium, PHONE) as device:
        yield device


@pytest_asyncio.fixture(loop_scope="session")
async def phone(any_phone: BrowserContext) -> AsyncIterator[BrowserContext]:
    """Give a phone with nothing on it yet, and an empty page."""
    async with wiped(any_phone) as device:
        yield device


@pytest_asyncio.fixture(loop_scope="session")
async def screen(site: Site, phone: BrowserContext) -> Screen:
    """Give the page, opened and greeted."""
    return await Screen(phone.pages[0]).open(site.url)
