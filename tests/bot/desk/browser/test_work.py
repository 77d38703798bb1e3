"""Entries, forms and what waits, as two of the office work with them at their PCs."""

from collections.abc import Sequence

import pytest
from playwright.async_api import Browser, Page, expect

from rules.office_commands import AcceptEntry
from rules.paper_commands import SendForm
from tests.bot.desk.browser.conftest import PC
from tests.bot.desk.neighbours import LOAN, let_loan_be_there, stands
from tests.bot.desk.office import DeskSite, link
from tests.bot.desk.pictured import photo_of
from tests.bot.ordering import LUA, PAO, found, give, registered
from tests.hamlet import Hamlet

pytestmark = pytest.mark.asyncio(loop_scope="session")

expect.set_options(timeout=20_000)  # other tests may keep the machine busy


async def opened(page: Page, site: DeskSite, path: str) -> Page:
    """Open a page of the desk."""
    await page.goto(site.url + path)
    await focused(page)
    return page


async def focused(page: Page) -> None:
    """Wait until the page is where one begins: a moment after it is there."""
    first = page.locator("[autofocus]")
    if await first.count():
        await expect(first.first).to_be_focused()


async def types(page: Page, *keys: str) -> None:
    """Type words, or press a key where one is named in brackets."""
    for key in keys:
        if key.startswith("["):
            await page.keyboard.press(key.strip("[]"))
        else:
            await page.keyboard.type(key)


async def said(page: Page, words: str) -> None:
    """Wait until the page says what came of something."""
    await expect(page.locator("#said")).to_contain_text(words)


async def names(world: Hamlet) -> Sequence[str]:
    """Return the names of what is in the register."""
    return [name for (name,) in await found(world.db, "SELECT name FROM entries ORDER BY number")]


async def test_a_whole_form_is_typed_in_without_a_mouse(
    page: Page, site: DeskSite, world: Hamlet
) -> None:
    await opened(page, site, "/ban/nhap")
    await types(page, "suoi da", "[Enter]")
    await page.wait_for_url("**/ban/nhap?don-vi=suoi-da**")
    await focused(page)
    await types(page, "[Tab]", "Nuôi ong lấy mật dưới tán rừng", "[Tab]", "[Tab]", "P")
    await types(page, "[Tab]", "Vận động 12 hộ nuôi ong, đảng viên làm trước.", "[Control+Enter]")
    await said(page, "Đã nhập: số 1. Mời nhập phiếu tiếp theo.")

    assert await names(world) == ["Nuôi ong lấy mật dưới tán rừng"]
    assert "suoi-da" in page.url
    assert await page.evaluate("document.activeElement.name") == "kind"


async def test_what_is_wrong_first_has_the_focus(page: Page, site: DeskSite) -> None:
    await opened(page, site, "/ban/nhap?don-vi=suoi-da")
    await types(page, "[Tab]", "Ong", "[Control+Enter]")
    await expect(page.get_by_text("Ngắn quá: ít nhất 5 ký tự.")).to_be_visible()

    assert await page.evaluate("document.activeElement.name") == "name"
    assert await page.input_value("#o-name") == "Ong"


async def test_units_are_found_as_one_types(page: Page, site: DeskSite) -> None:
    await opened(page, site, "/ban/nhap")
    await types(page, "nong dan")
    await expect(page.locator("#found a")).to_have_text(["Hội Nông dân phường Thường Thạnh"])
    await types(page, "[ArrowDown]", "[Enter]")
    await page.wait_for_url("**don-vi=nong-dan**")


async def test_a_double_click_makes_one_entry(page: Page, site: DeskSite, world: Hamlet) -> None:
    await opened(page, site, "/ban/nhap?don-vi=suoi-da")
    await page.fill("#o-name", "Nuôi ong lấy mật")
    await page.select_option("#o-field", "economy")
    await page.fill("#o-content", "Vận động 12 hộ nuôi ong.")
    await page.get_by_role("button", name="Nhập vào sổ").dblclick()
    await said(page, "Đã nhập: số 1.")
    await page.reload()

    assert len(await names(world)) == 1


async def test_an_individual_is_asked_about_only_where_there_is_one(
    page: Page, site: DeskSite
) -> None:
    await opened(page, site, "/ban/nhap?don-vi=suoi-da")
    person = page.get_by_label("Họ và tên cá nhân")
    await expect(person).to_be_hidden()
    await page.select_option("#o-kind", "new-individual")
    await expect(person).to_be_visible()


async def test_the_photo_of_a_form_stands_beside_the_fields(
    page: Page, site: DeskSite, world: Hamlet
) -> None:
    photo = await photo_of(site, "lua")
    await give(world, LUA, SendForm("nong-dan", "can-tho-khoi", 2027, (photo,)))
    await opened(page, site, "/ban/viec-cho")
    await page.get_by_role("link", name="Nhập", exact=True).click()
    shown = page.get_by_role("img", name="Ảnh 1/1")
    await expect(shown).to_be_visible()
    box, form = await shown.bounding_box(), await page.locator("#sheet").bounding_box()

    assert box
    assert form
    assert box["x"] > form["x"] + form["width"]
    assert await shown.evaluate("image => image.naturalWidth") == 90


async def test_one_key_takes_in_what_waits(page: Page, site: DeskSite, world: Hamlet) -> None:
    first = (await registered(world, LUA)).entry
    second = (await registered(world, PAO, dialog="d2", unit="suoi-da")).entry
    await opened(page, site, "/ban/viec-cho")
    await page.locator(f"#w-{first.id}").focus()
    await types(page, "[ArrowDown]", "t")
    await said(page, "Đã tiếp nhận đăng ký số 2.")
    await opened(page, site, f"/ban/dang-ky/{first.id}")
    await types(page, "t")
    await said(page, "Đã tiếp nhận đăng ký số 1.")

    assert {(await stands(world, one.id))[0] for one in (first, second)} == {"accepted"}


async def test_keys_of_one_letter_can_be_turned_off(
    page: Page, site: DeskSite, world: Hamlet
) -> None:
    entry = (await registered(world, LUA)).entry
    await opened(page, site, f"/ban/dang-ky/{entry.id}")
    await page.get_by_role("button", name="Phím tắt").click()
    await page.get_by_role("checkbox", name="Không dùng phím một chữ").check()
    await page.get_by_role("button", name="Đóng").click()
    await types(page, "t", "?")

    assert (await stands(world, entry.id))[0] == "confirmed"
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_what_comes_in_appears_in_the_list_by_itself(
    page: Page, site: DeskSite, world: Hamlet
) -> None:
    await registered(world, LUA)
    await opened(page, site, "/ban/viec-cho")
    await expect(page.locator("tr[data-row]")).to_have_count(1)
    await registered(world, PAO, dialog="d2", unit="suoi-da")
    await expect(page.locator("tr[data-row]")).to_have_count(2)
    await expect(page.locator("#total")).to_have_text("2")


async def test_two_of_the_office_press_and_the_second_reads_who_was_first(
    page: Page, site: DeskSite, world: Hamlet, chromium: Browser
) -> None:
    entry = (await registered(world, LUA)).entry
    await let_loan_be_there(world)
    other = await chromium.new_context(**PC)
    loan = await other.new_page()
    await loan.goto(site.url + await link(world, LOAN))
    await loan.get_by_role("button").click()
    await opened(loan, site, f"/ban/dang-ky/{entry.id}")
    await loan.get_by_text("Đề nghị bổ sung").click()
    await loan.get_by_label("Ban đề nghị ghi rõ").fill("Ghi rõ số hộ tham gia")
    await opened(page, site, f"/ban/dang-ky/{entry.id}")
    await types(page, "t")
    await said(page, "Đã tiếp nhận đăng ký số 1.")
    await expect(loan.get_by_text("Đăng ký này vừa có thay đổi.")).to_be_visible()
    await loan.get_by_role("button", name="Gửi đề nghị cho đơn vị").click()
    first = "Đồng chí Trần Thị Hạnh đã tiếp nhận đăng ký số 1 lúc 15 giờ 32 phút."
    await expect(loan.get_by_role("alert")).to_contain_text(first)
    await other.close()

    assert (await stands(world, entry.id))[0] == "accepted"


async def test_the_page_of_an_entry_says_that_it_changed(
    page: Page, site: DeskSite, world: Hamlet
) -> None:
    entry = (await registered(world, LUA)).entry
    await let_loan_be_there(world)
    await opened(page, site, f"/ban/dang-ky/{entry.id}")
    await expect(page.locator("#changed")).to_be_hidden()
    await give(world, LOAN, AcceptEntry(entry.id, entry.version))
    await expect(page.locator("#changed")).to_be_visible()


PAGES = ("/ban/viec-cho", "/ban/nhap", "/ban/nhap?don-vi=suoi-da", "/ban/ban-giay", "/ban/can-goi",
         "/ban/don-vi/nong-dan", "/ban/dang-ky/ENTRY")  # fmt: skip
UNNAMED = """() => [...document.querySelectorAll(`main input:not([type=hidden]), main select,
    main textarea, main button, main img`)].filter(e => !(e.labels?.length || e.ariaLabel
    || e.alt || e.textContent.trim() && e.tagName == 'BUTTON')).map(e => e.outerHTML)"""
PALE = """() => {
  const light = ([r, g, b]) => { const f = [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92
    : ((v + .055) / 1.055) ** 2.4); return .2126 * f[0] + .7152 * f[1] + .0722 * f[2]; };
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const behind = (e) => { for (; e; e = e.parentElement) { const c = rgb(
    getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; }
    return [255, 255, 255]; };
  return [...document.querySelectorAll('main *')].filter(e => e.checkVisibility()
    && [...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim())).filter(e => {
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))];
    return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5;
  }).map(e => e.outerHTML.slice(0, 120));
}"""


async def test_every_field_has_a_name_and_every_word_can_be_read(
    page: Page, site: DeskSite, world: Hamlet
) -> None:
    entry = (await registered(world, LUA)).entry
    for path in PAGES:
        await opened(page, site, path.replace("ENTRY", entry.id))

        assert await page.evaluate(UNNAMED) == [], path
        assert await page.evaluate(PALE) == [], path
        assert await page.locator("h1").count() == 1


async def test_no_page_is_wider_than_a_small_screen_or_at_twice_the_size(
    page: Page, site: DeskSite, world: Hamlet
) -> None:
    entry = (await registered(world, LUA)).entry
    await page.set_viewport_size({"width": 683, "height": 384})
    for path in PAGES:
        await opened(page, site, path.replace("ENTRY", entry.id))

        assert await page.evaluate("document.documentElement.scrollWidth") <= 683, path
