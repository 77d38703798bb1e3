"""Large letters, dark rooms, keyboards, screen readers, thick fingers."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from conversations.said import Text
from conversations.say import Option, Say
from tests.bot.channels.web.browser.screen import PHONE, Screen
from tests.bot.channels.web.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")
LONG = Say(
    "Đồng chí kiểm tra lại: https://kheo.example/mot-dia-chi-rat-dai-khong-co-dau-cach-o-giua-het",
    (
        (Option("Gửi", "d:x:review:yes"),),
        (Option("Sửa lĩnh vực", "d:x:review:field"), Option("Sửa nội dung", "d:x:review:content")),
        (Option("Để đó, làm tiếp sau (không mất)", "d:x:review:0"),),
    ),
    "place",
)
NAMELESS = """() => [...document.querySelectorAll("button, textarea, img, a")]
    .filter((e) => !(e.getAttribute("aria-label") || e.alt || e.textContent).trim())
    .map((e) => e.outerHTML)"""
SMALL = """() => [...document.querySelectorAll("button, textarea")]
    .filter((e) => e.offsetParent && (e.offsetHeight < 44 || e.offsetWidth < 44))
    .map((e) => e.outerHTML)"""
TIGHT = """() => [...document.querySelectorAll("p, button, textarea, h1")]
    .filter((e) => {
        const { lineHeight, fontSize } = getComputedStyle(e);
        return parseFloat(lineHeight) < 1.5 * parseFloat(fontSize);
    })
    .map((e) => e.outerHTML)"""
PALE = """() => {
    const parts = (color) => color.match(/[0-9.]+/g).map(Number);
    const light = (color) => {
        const [r, g, b] = parts(color).slice(0, 3).map((c) => c / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (e) => {
        const color = getComputedStyle(e).backgroundColor;
        return parts(color)[3] === 0 ? ground(e.parentElement) : color;
    };
    const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return [...document.querySelectorAll("p, button, textarea, h1, time, .note, a")]
        .filter((e) => e.offsetParent)
        .filter((e) => contrast(light(getComputedStyle(e).color), light(ground(e))) < 4.5)
        .map((e) => e.outerHTML);
}"""


@pytest_asyncio.fixture(loop_scope="session")
async def full(site: Site, screen: Screen) -> Screen:
    """Give the page with everything on it that it may show."""
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    await site.assistant.say(site.assistant.taken[0].chat, LONG)
    await screen.button("Gửi vị trí đang đứng").wait_for()
    await screen.page.context.set_offline(True)
    await screen.page.get_by_text("Đang chờ mạng.").wait_for()
    return screen


@pytest_asyncio.fixture(loop_scope="session")
async def desk(site: Site, chromium: Browser) -> AsyncIterator[Screen]:
    """Give the page on a computer with a keyboard."""
    context = await chromium.new_context(locale="vi-VN")
    yield await Screen(await context.new_page()).open(site.url)
    await context.close()


async def focused(page: Page) -> str:
    found: str = await page.evaluate(
        "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
    )
    return found


async def test_everything_that_can_be_touched_has_a_name(full: Screen) -> None:
    assert await full.page.evaluate(NAMELESS) == []


async def test_everything_that_can_be_touched_is_as_large_as_a_finger(full: Screen) -> None:
    assert await full.page.evaluate(SMALL) == []


async def test_tone_marks_have_room(full: Screen) -> None:
    assert await full.page.evaluate(TIGHT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_can_be_read_in_the_sun_and_at_night(full: Screen, scheme: str) -> None:
    await full.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")

    assert await full.page.evaluate(PALE) == []


async def test_dark_is_dark(full: Screen) -> None:
    await full.page.emulate_media(color_scheme="dark")
    ground = await full.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")

    assert ground == "rgb(16, 21, 18)"


@pytest.mark.parametrize("width", [390, 320])
async def test_letters_twice_as_large_still_fit_the_width(full: Screen, width: int) -> None:
    await full.page.set_viewport_size({"width": width, "height": 640})
    await full.page.evaluate("document.documentElement.style.fontSize = '200%'")
    needed = await full.page.evaluate("document.documentElement.scrollWidth")

    assert needed == width
    await expect(full.box).to_be_in_viewport()


async def test_who_wants_no_motion_has_none(full: Screen) -> None:
    await full.page.emulate_media(reduced_motion="reduce")
    moving = await full.page.evaluate(
        "[...document.querySelectorAll('*')].map((e) => getComputedStyle(e).animationName)"
    )

    assert set(moving) == {"none"}


async def test_a_screen_reader_knows_what_is_what(screen: Screen) -> None:
    page = screen.page
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")

    await expect(page.get_by_role("log", name="Cuộc trò chuyện")).to_have_attribute(
        "aria-live", "polite"
    )
    await expect(page.get_by_role("heading", level=1)).to_have_text("Trợ lý Dân vận khéo")
    await expect(page.locator("html")).to_have_attribute("lang", "vi")
    await expect(page.get_by_role("status")).to_have_count(3)
    who = await page.locator(".bubble .unseen").all_text_contents()
    assert who == ["Trợ lý: ", "Đồng chí: ", "Trợ lý: "]


async def test_what_was_said_is_not_read_out_twice(site: Site, screen: Screen) -> None:
    site.assistant.down = True
    await screen.write("Nuôi ong")
    await screen.page.evaluate("window.mine = document.querySelector('.theirs .text')")
    site.assistant.down = False
    await screen.sees("Đã ghi: Nuôi ong")

    assert await screen.page.evaluate("window.mine === document.querySelector('.theirs .text')")
    assert await screen.page.evaluate("document.querySelectorAll('.theirs').length") == 1


async def test_nobody_who_writes_is_interrupted(site: Site, screen: Screen) -> None:
    await screen.box.focus()
    await screen.page.keyboard.type("Nuôi ")
    await site.assistant.say(site.assistant.taken[0].chat, LONG)
    await screen.button("Sửa lĩnh vực").wait_for()
    await screen.page.keyboard.type("ong")

    await expect(screen.box).to_have_value("Nuôi ong")


async def test_a_touch_on_an_answer_opens_no_keyboard(screen: Screen) -> None:
    await screen.touch("Đồng ý")
    await screen.sees("Câu 1/4. Tên mô hình là gì?")

    await expect(screen.box).not_to_be_focused()


async def test_everything_can_be_done_with_a_keyboard(site: Site, desk: Screen) -> None:
    keyboard = desk.page.keyboard
    await keyboard.press("Tab")
    assert await focused(desk.page) == "Đồng ý"
    await keyboard.press("Enter")
    await desk.sees("Câu 1/4. Tên mô hình là gì?")
    await keyboard.press("Tab")
    assert await focused(desk.page) == "Nhắn cho trợ lý…"
    await keyboard.type("Nuôi ong")
    await keyboard.press("Shift+Enter")
    await keyboard.type("lấy mật")
    await keyboard.press("Enter")

    await desk.button("Sửa").wait_for()
    assert site.assistant.taken[-1].said == Text("Nuôi ong\nlấy mật")
    await expect(desk.box).to_be_focused()
    await keyboard.press("Shift+Tab")
    await keyboard.press("Shift+Tab")
    assert await focused(desk.page) == "Sửa"
    await keyboard.press("Space")
    await desk.sees("Đã ghi: Sửa")


async def test_enter_that_ends_a_syllable_of_telex_sends_nothing(desk: Screen) -> None:
    await desk.box.fill("Nuôi ong lấy mâ")
    await desk.box.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    await desk.box.dispatch_event("keydown", {"key": "Enter", "keyCode": 229})

    await expect(desk.box).to_have_value("Nuôi ong lấy mâ")


async def test_on_a_phone_enter_begins_a_new_line(chromium: Browser, site: Site) -> None:
    context = await chromium.new_context(**PHONE)
    screen = await Screen(await context.new_page()).open(site.url)
    await screen.box.fill("Tên: Nuôi ong")
    await screen.box.press("Enter")

    await expect(screen.box).to_have_value("Tên: Nuôi ong\n")
    await context.close()
