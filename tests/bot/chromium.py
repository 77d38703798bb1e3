from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.bot.channels.web.browser.screen import CHROMIUM


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    """Give Debian's Chromium."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**CHROMIUM)
        yield browser
        await browser.close()


@asynccontextmanager
async def device_of(chromium: Browser, looks: dict[str, Any]) -> AsyncIterator[BrowserContext]:
    """Give a device with an empty page open, for one test after the other (see `wiped`)."""
    device = await chromium.new_context(**looks)
    await device.new_page()
    yield device
    await device.close()


@asynccontextmanager
async def wiped(device: BrowserContext) -> AsyncIterator[BrowserContext]:
    """Lend a device to a test and wipe it: much faster than a new one, whose processes must start.

    Not for a test that sets the page's clock or its first scripts: those stay.
    """
    size = device.pages[0].viewport_size
    yield device
    visited = {page.url for page in device.pages if page.url.startswith("http")}
    first, *others = device.pages or [await device.new_page()]
    for other in others:
        await other.close()
    await device.set_offline(offline=False)
    await device.unroute_all(behavior="ignoreErrors")
    await first.goto("about:blank")
    await _forget(first, visited)
    await device.clear_cookies()
    await device.clear_permissions()
    await first.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    if size:
        await first.set_viewport_size(size)


async def _forget(page: Page, visited: set[str]) -> None:
    """Take away all that sites keep in the browser."""
    session = await page.context.new_cdp_session(page)
    for url in visited:
        origin = "/".join(url.split("/")[:3])
        kept = {"origin": origin, "storageTypes": "all"}
        await session.send("Storage.clearDataForOrigin", kept)
    await session.detach()
