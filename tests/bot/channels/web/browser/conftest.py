from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext

from tests.bot.channels.web.browser.screen import PHONE, Screen
from tests.bot.channels.web.site import Site, opened
from tests.bot.chromium import chromium

__all__ = ["chromium"]  # a fixture


@pytest_asyncio.fixture(loop_scope="session")
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    """Give the web chat, with the small assistant and an empty database behind it."""
    async with opened(tmp_path) as site:
        yield site


@pytest_asyncio.fixture(loop_scope="session")
async def phone(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """Give a phone with nothing on it yet."""
    context = await chromium.new_context(**PHONE)
    yield context
    await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def screen(site: Site, phone: BrowserContext) -> Screen:
    """Give the page, opened and greeted."""
    return await Screen(await phone.new_page()).open(site.url)
