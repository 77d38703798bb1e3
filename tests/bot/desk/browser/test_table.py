"""The table as somebody of the office works with it, at a PC, without a mouse."""

import pytest
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.bot.desk.browser.conftest import PC, sign_in
from tests.bot.desk.office import DeskSite
from tests.bot.desk.province import name_of, settle_many
from tests.bot.ordering import found, registered
from tests.hamlet import Hamlet

pytestmark = pytest.mark.asyncio(loop_scope="session")

FARMERS = "Hội Nông dân phường Thường Thạnh"
expect.set_options(timeout=20_000)  # other tests may keep the machine busy


async def focused(page: Page) -> str:
    """Return the id of what has the focus."""
    return str(await page.evaluate("document.activeElement.id"))


async def settled(world: Hamlet, count: int) -> None:
    """Let there be so many units more."""
    async with world.db.writing() as tx:
        await settle_many(tx, count)


async def test_the_rows_are_walked_with_the_arrow_keys(page: Page) -> None:
    await page.locator("#u-suoi-da").focus()
    await page.keyboard.press("ArrowDown")
    below = await focused(page)
    await page.keyboard.press("ArrowUp")

    assert (below, await focused(page)) == ("u-nong-dan", "u-suoi-da")


async def test_only_one_row_is_a_stop_of_the_tab_key(page: Page) -> None:
    assert await page.locator("tr[data-row][tabindex='0']").count() == 1


async def test_enter_opens_the_row(page: Page) -> None:
    await page.locator("#u-nong-dan").focus()
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/ban/don-vi/nong-dan")


async def test_a_stroke_leads_to_the_filter_which_knows_no_marks(page: Page) -> None:
    await page.keyboard.press("/")
    await page.keyboard.type("nong dan")
    await expect(page.locator("tr[data-row]:visible")).to_have_count(1)
    await expect(page.locator("#count")).to_have_text("1")
    await page.keyboard.press("Escape")

    assert await focused(page) == "u-nong-dan"


async def test_enter_in_the_filter_asks_the_server_and_back_shows_all(page: Page) -> None:
    await page.keyboard.press("/")
    await page.keyboard.type("suối")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**loc=su%E1%BB%91i**")
    await expect(page.locator("tr[data-row]")).to_have_count(1)
    await page.go_back()
    await expect(page.locator("tr[data-row]:visible")).to_have_count(2)


async def test_a_question_mark_shows_the_keys(page: Page) -> None:
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Phím tắt")).to_contain_text("đến ô lọc")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).not_to_be_visible()


async def test_a_tick_by_the_keyboard_stays_where_one_was(page: Page, world: Hamlet) -> None:
    tick = page.get_by_role("checkbox", name=f"Đã nhận bản giấy: {FARMERS}")
    await tick.focus()
    await page.keyboard.press("Space")
    await expect(tick).to_be_checked()
    await expect(page.get_by_text(f"{FARMERS}: đã ghi nhận bản giấy, chờ nhập.")).to_be_visible()

    assert await focused(page) == "t-nong-dan"
    assert len(await found(world.db, "SELECT id FROM papers WHERE state = 'here'")) == 1


async def test_a_column_is_sorted_by_its_heading(page: Page) -> None:
    await page.get_by_role("link", name="Đơn vị", exact=True).press("Enter")
    await page.wait_for_url("**xep=don-vi**")
    heading = page.get_by_role("columnheader", name="Đơn vị")
    await expect(heading).to_have_attribute("aria-sort", "ascending")


async def test_the_way_past_the_head_is_the_first_stop(page: Page) -> None:
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")

    assert await focused(page) == "main"


async def test_what_came_of_a_tick_moves_no_row_under_the_mouse(page: Page) -> None:
    tick = page.get_by_role("checkbox", name=FARMERS)
    before = await tick.bounding_box()
    await tick.click()
    await expect(page.locator("#said")).to_contain_text("đã ghi nhận bản giấy")

    assert await tick.bounding_box() == before


async def test_back_from_a_unit_leads_to_the_words_that_were_typed_and_to_its_row(
    page: Page,
) -> None:
    await page.keyboard.press("/")
    await page.keyboard.type("nong dan")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/ban/don-vi/nong-dan")
    await page.go_back()
    await expect(page.locator("[data-filter]")).to_have_value("nong dan")
    await expect(page.locator("tr[data-row]:visible")).to_have_count(1)

    assert await focused(page) == "u-nong-dan"


async def test_a_heading_sorts_what_the_typed_words_have_left(page: Page) -> None:
    await page.locator("[data-filter]").fill("nong dan")
    await page.get_by_role("link", name="Đơn vị", exact=True).click()
    await page.wait_for_url("**xep=don-vi**")

    await expect(page.locator("tr[data-row]:visible")).to_have_count(1)


async def test_words_taken_away_bring_back_what_the_server_had_left_out(
    page: Page, site: DeskSite
) -> None:
    await page.goto(f"{site.url}/ban?loc=nong+dan")
    await expect(page.locator("tr[data-row]")).to_have_count(1)
    await page.locator("[data-filter]").fill("")

    await expect(page.locator("tr[data-row]:visible")).to_have_count(2)


async def test_the_filter_on_the_page_finds_what_the_server_finds(
    page: Page, world: Hamlet
) -> None:
    await registered(world)
    await page.reload()
    await page.locator("[data-filter]").fill("0/1")  # stands on a tick, and is no word of a unit

    await expect(page.locator("tr[data-row]:visible")).to_have_count(0)


async def test_somebody_elses_tick_is_seen_without_loading_again(
    page: Page, site: DeskSite, chromium: Browser
) -> None:
    other = await chromium.new_context(**PC)
    theirs = await sign_in(site, other)
    await page.locator("#u-suoi-da").focus()
    await theirs.get_by_role("checkbox", name=FARMERS).click()
    await expect(page.get_by_role("checkbox", name=FARMERS)).to_be_checked()
    await other.close()

    assert await focused(page) == "u-suoi-da"


async def test_what_comes_in_moves_nothing_under_the_hand(page: Page, world: Hamlet) -> None:
    await settled(world, 60)
    await page.reload()
    await page.locator("#u-don-vi-00041").focus()
    await page.locator("#t-don-vi-00041").focus()
    before = await page.evaluate("scrollY")
    waiting = int(await page.locator("#places .count").inner_text())
    world.clock.set("2027-03-17 15:40")
    await registered(world)
    await expect(page.locator("#badge")).to_have_text("Cập nhật lúc 15 giờ 40 phút")
    await expect(page.locator("#as-of")).to_contain_text("15 giờ 40 phút")
    await expect(page.locator("#places .count")).to_have_text(str(waiting + 1))

    assert await focused(page) == "t-don-vi-00041"
    assert await page.evaluate("scrollY") == before


async def test_a_filter_that_was_typed_stays_when_something_comes_in(
    page: Page, world: Hamlet
) -> None:
    await page.keyboard.press("/")
    await page.keyboard.type("suoi")
    world.clock.set("2027-03-17 15:41")
    await registered(world)
    await expect(page.locator("#badge")).to_have_text("Cập nhật lúc 15 giờ 41 phút")

    await expect(page.locator("tr[data-row]:visible")).to_have_count(1)
    assert await page.locator("[data-filter]").input_value() == "suoi"


async def test_the_page_says_when_the_server_is_away_and_when_it_is_back(
    page: Page, site: DeskSite
) -> None:
    await site.down()
    await expect(page.locator("#badge")).to_contain_text("Mất mạng")
    await site.up()
    await expect(page.locator("#badge")).to_contain_text("Cập nhật lúc")


async def test_a_thousand_units_are_scrolled_and_filtered(page: Page, world: Hamlet) -> None:
    await settled(world, 1000)
    await page.reload()
    await expect(page.locator("#count")).to_have_text("1002")
    await page.locator("tr[data-row]").first.focus()
    await page.keyboard.press("End")
    last = await focused(page)
    await page.keyboard.press("/")
    await page.keyboard.type(name_of(777).split()[-1])
    await expect(page.locator("tr[data-row]:visible")).to_have_count(1)

    assert last.startswith("u-")


async def test_everything_works_without_the_script(site: DeskSite, chromium: Browser) -> None:
    plain = await chromium.new_context(**PC, java_script_enabled=False)
    page = await sign_in(site, plain)
    await page.get_by_label("Lọc").fill("nong dan")
    await page.get_by_role("button", name="Xem", exact=True).click()
    await expect(page.locator("tr[data-row]")).to_have_count(1)
    await page.get_by_role("checkbox", name=FARMERS).click()
    await expect(page.get_by_role("checkbox", name=FARMERS)).to_be_checked()
    await expect(page).to_have_url(
        f"{site.url}/ban?loc=nong+dan&trang-thai=&loai=&phu-trach=&giay=#u-nong-dan"
    )
    await plain.close()


async def test_files_are_made_beside_each_other_and_pressed_twice_come_once(page: Page) -> None:
    names: list[str] = []
    page.on("download", lambda file: names.append(file.suggested_filename))
    async with (
        page.expect_download(lambda file: file.suggested_filename.endswith(".xlsx")),
        page.expect_download(lambda file: file.suggested_filename.endswith(".docx")),
    ):
        for kind in ("Excel", "Word", "Word"):
            await page.get_by_role("button", name=kind).click(force=True)
    await expect(page.locator(".take [aria-disabled]")).to_have_count(0)

    assert len(names) == len(set(names))


async def test_leaving_the_desk_ends_it_on_this_pc(page: Page) -> None:
    await page.get_by_role("button", name="Ra khỏi bàn làm việc").click()
    await expect(page.get_by_role("heading")).to_have_text("Đồng chí đã ra khỏi bàn làm việc")


async def test_a_pc_of_somebody_else_is_not_at_the_desk(site: DeskSite, pc: BrowserContext) -> None:
    page = await pc.new_page()
    await page.goto(f"{site.url}/ban")

    await expect(page.get_by_role("heading")).to_have_text("Bàn làm việc đang đóng")
