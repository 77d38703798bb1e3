from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page

from storage.database import open_database
from storage.migrate import migrate
from tests.bot.chromium import device_of, wiped
from tests.bot.desk.office import DeskSite, desk_up, link
from tests.bot.ordering import everybody_is_here
from tests.hamlet import Hamlet, hamlet, programme, settle_in

PC: dict[str, Any] = {
    "viewport": {"width": 1366, "height": 768},
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
}


@pytest_asyncio.fixture(loop_scope="session")
async def world(tmp_path: Path) -> AsyncIterator[Hamlet]:
    """Give the hamlet with its people at their chats, and with quotas."""
    db = await open_database(f"sqlite:///{tmp_path}/kheo.db")
    await migrate(db)
    made = hamlet(db, programme(quotas=True), moment="2027-03-17 15:32")
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(made)
    yield made
    await db.close()


@pytest_asyncio.fixture(loop_scope="session")
async def site(world: Hamlet) -> AsyncIterator[DeskSite]:
    """Give the desk, listening."""
    async with desk_up(world) as site:
        yield site


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def any_pc(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """Give the PC that each test is lent."""
    async with device_of(chromium, PC) as device:
        yield device


@pytest_asyncio.fixture(loop_scope="session")
async def pc(any_pc: BrowserContext) -> AsyncIterator[BrowserContext]:
    """Give an office's PC."""
    async with wiped(any_pc) as device:
        yield device


async def sign_in(site: DeskSite, context: BrowserContext) -> Page:
    """Open the desk on a PC; return the page of the table."""
    page = context.pages[0] if context.pages else await context.new_page()
    await page.goto(site.url + await link(site.world))
    await page.get_by_role("button", name="Mở bàn làm việc trên máy này").press("Enter")
    await page.wait_for_selector("#sheet")
    return page


@pytest_asyncio.fixture(loop_scope="session")
async def page(site: DeskSite, pc: BrowserContext) -> AsyncIterator[Page]:
    """Give the table, opened; whatever its script complains about fails the test."""
    opened = await sign_in(site, pc)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    assert faults == []
