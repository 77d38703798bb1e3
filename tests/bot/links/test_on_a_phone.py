"""The page of a file on a small, old phone."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser

from storage.database import open_database
from storage.migrate import migrate
from tests.bot.channels.web.browser.screen import PHONE
from tests.bot.channels.web.browser.test_old_browsers import NEWER_STYLES
from tests.bot.desk.browser.test_everyone_can_use_it import FAINT
from tests.bot.links.lending import Lending, lending
from tests.hamlet import hamlet, settle_in

HERE = Path(__file__).parents[3]
SMALL = {**PHONE, "viewport": {"width": 360, "height": 640}}


@pytest_asyncio.fixture(loop_scope="session")
async def far(tmp_path: Path) -> AsyncIterator[Lending]:
    """Give the office and its files, beside the browser."""
    db = await open_database(f"sqlite:///{tmp_path}/kheo.db")
    await migrate(db)
    world = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    async with lending(world, tmp_path) as lent:
        yield lent
    await db.close()


def test_no_style_needs_what_chrome_70_does_not_know() -> None:
    style = (HERE / "bot" / "links" / "page.css").read_text("utf-8")

    assert NEWER_STYLES.findall(style) == []
    assert ":hover" not in style


@pytest.mark.asyncio(loop_scope="session")
async def test_a_file_is_read_about_and_saved_with_one_touch(
    chromium: Browser, far: Lending, drawn: str
) -> None:
    context = await chromium.new_context(**SMALL)
    page, faults = await context.new_page(), list[str]()
    page.on("console", lambda said: faults.append(said.text))
    await page.goto(far.url + far.link(await far.made("Bảng tổng hợp.png", kind=drawn)))
    save = page.get_by_role("link", name="Tải về")

    box = await save.bounding_box()
    assert box
    assert (box["height"] >= 48, box["width"] > 300) == (True, True)
    assert await page.evaluate("document.images[0].naturalWidth") > 0
    assert await page.evaluate("document.documentElement.scrollWidth") <= 360
    assert await page.evaluate(FAINT) == []
    async with page.expect_download() as coming:
        await save.tap()
    assert (await coming.value).suggested_filename == "Bảng tổng hợp.png"
    assert [fault for fault in faults if re.search("policy|refused", fault, re.IGNORECASE)] == []
    await context.close()
