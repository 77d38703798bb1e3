"""The desk for whoever sees little, hears a screen reader, uses no mouse, or prints."""

import re

import pytest
from playwright.async_api import BrowserContext, Page, expect

from tests.bot.desk.browser.conftest import sign_in
from tests.bot.desk.office import DeskSite
from tests.bot.desk.province import settle_many
from tests.bot.ordering import registered
from tests.hamlet import Hamlet

pytestmark = pytest.mark.asyncio(loop_scope="session")
PAGES = ("/ban", "/ban/dang-ky")
FAINT = """() => {
    const light = (color) => {
        const [r, g, b] = color.match(/[0-9.]+/g).map((n) => n / 255)
            .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (e) => {
        const color = getComputedStyle(e).backgroundColor;
        return color.endsWith(", 0)") && e.parentElement ? ground(e.parentElement) : color;
    };
    const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const words = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    return [...document.querySelectorAll("body *")]
        .filter((e) => e.offsetParent && (words(e) || e.matches("input, select, button")))
        .filter((e) => contrast(light(getComputedStyle(e).color), light(ground(e))) < 4.5)
        .map((e) => e.outerHTML);
}"""
NAMELESS = """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
    .filter((e) => !e.labels.length && !e.getAttribute("aria-label"))
    .map((e) => e.outerHTML)"""


@pytest.mark.parametrize("path", PAGES)
async def test_every_word_stands_out_from_its_ground(
    page: Page, site: DeskSite, world: Hamlet, path: str
) -> None:
    async with world.db.writing() as tx:
        await settle_many(tx, 12)
    await page.goto(site.url + path)
    await page.locator("tr[data-row]").first.focus()

    assert await page.evaluate(FAINT) == []


@pytest.mark.parametrize("path", PAGES)
async def test_every_field_has_a_name_and_every_heading_its_scope(
    page: Page, site: DeskSite, world: Hamlet, path: str
) -> None:
    await registered(world)
    await page.goto(site.url + path)
    heads = await page.locator("thead th").evaluate_all("all => all.map((e) => e.scope)")

    assert await page.evaluate(NAMELESS) == []
    assert set(heads) == {"col"}
    assert await page.locator("tbody tr > th[scope=row]").count() > 0
    assert await page.locator("h1").count() == 1


async def test_what_is_focused_is_seen(page: Page) -> None:
    for _ in range(14):
        await page.keyboard.press("Tab")
        outline = await page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert outline == "3px"


async def test_what_came_of_a_form_is_told_by_itself(page: Page) -> None:
    role = await page.locator("#said").get_attribute("role")

    assert role == "status"


async def test_at_twice_the_size_nothing_is_lost(page: Page) -> None:
    await page.set_viewport_size({"width": 683, "height": 384})
    too_wide = await page.evaluate(
        "[...document.querySelectorAll('main > :not(table)')]"
        ".filter((e) => e.scrollWidth > innerWidth).map((e) => e.outerHTML)"
    )

    assert too_wide == []


async def test_the_printed_table_has_its_head_on_every_page_and_no_buttons(
    page: Page, world: Hamlet
) -> None:
    async with world.db.writing() as tx:
        await settle_many(tx, 84)
    await page.reload()
    await page.emulate_media(media="print")
    sheet = await page.pdf(prefer_css_page_size=True)
    shown = await page.locator("button:visible:not(.tick), nav:visible, input:visible").count()
    head = await page.locator("thead").evaluate("e => getComputedStyle(e).display")
    box = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", sheet)

    assert (shown, head) == (0, "table-header-group")
    assert box
    assert float(box[1]) > float(box[2])  # landscape
    await expect(page.get_by_text("tính đến 15 giờ 32 phút").first).to_be_visible()


async def test_states_are_told_apart_without_colour(
    site: DeskSite, pc: BrowserContext, world: Hamlet
) -> None:
    async with world.db.writing() as tx:
        await settle_many(tx, 12)
    page = await sign_in(site, pc)
    marks = await page.locator(".state").evaluate_all(
        "all => all.map((e) => [e.textContent, getComputedStyle(e, '::before').content])"
    )

    assert {tuple(one) for one in marks} == {
        *(("Đủ chỉ tiêu", '"●"'), ("Có nhưng thiếu", '"◐"'), ("Chưa có", '"○"')),
    }
