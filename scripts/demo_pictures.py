"""Takes the pictures of the guide to the demo: three phones, a clock, a network that fails.

Run it as `python -m scripts.demo_pictures`.
"""

import asyncio
import os
import tempfile
from pathlib import Path

from playwright.async_api import FrameLocator, Page, ViewportSize, async_playwright, expect

from bot.demo.showing import showing
from bot.settings import read_settings
from scripts.guide.running import HERE
from scripts.guide.small import small

PICTURES = HERE / "docs" / "vi" / "anh"
SCREEN: ViewportSize = {"width": 1366, "height": 1180}
ON_A_PHONE: ViewportSize = {"width": 390, "height": 844}
CONTACT, ABOVE, OFFICE = range(3)
HOURS = 11  # from a quarter to seven until less than two hours before a meeting at seven
CHANGING = ("lùi hạn", "1", "1", "2", "7", "chờ văn bản của Thành ủy", "1")
ANNOUNCING = (
    "soạn thông báo",
    "1",
    "Về việc gửi danh sách mô hình đề nghị công nhận",
    "Đề nghị các đơn vị rà soát, gửi danh sách trước ngày 24/3/2027.",
    "bỏ qua",
)
MOMENT = 2500  # milliseconds, in which what was moved or said is on all phones


class Demo:
    """The page of the demo, as somebody uses it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def turn(self, button: str) -> None:
        """Press a button of the clock or of the network."""
        await self.page.get_by_role("button", name=button).click()
        await self.page.wait_for_timeout(MOMENT)

    async def write(self, phone: int, words: str, *, answered: bool = True) -> None:
        """Write a message on a phone."""
        frame = self._frame(phone)
        before = await frame.locator(".bubble.ours").count()
        await frame.get_by_role("textbox").fill(words)
        await frame.locator("#send").click()
        if answered:
            await expect(frame.locator(".bubble.ours")).not_to_have_count(before)
        await self.page.wait_for_timeout(MOMENT)

    async def hear(self, phone: int, words: str) -> None:
        """Wait until a phone was told something."""
        told = self._frame(phone).locator(".bubble.ours", has_text=words)
        await expect(told.last).to_be_visible(timeout=20_000)
        await self.page.wait_for_timeout(MOMENT)

    async def touch(self, phone: int, label: str) -> None:
        """Touch the last button of a phone with this label."""
        await self._frame(phone).get_by_role("button", name=label).last.click()
        await self.page.wait_for_timeout(MOMENT)

    async def take(self, name: str) -> None:
        """Take a picture of the screen."""
        await self.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        picture = await self.page.screenshot()
        (PICTURES / f"thu-{name}.png").write_bytes(small(picture, width=900))

    async def take_phone(self, phone: int, name: str) -> None:
        """Take a picture of one phone, for the guides to what it shows."""
        frame = self._frame(phone)
        await frame.get_by_role("textbox").blur()
        last = frame.locator(".bubble.ours").last
        await last.evaluate("bubble => bubble.scrollIntoView({block: 'start'})")
        picture = await self.page.locator("iframe").nth(phone).screenshot()
        (PICTURES / f"{name}.png").write_bytes(small(picture))

    def _frame(self, phone: int) -> FrameLocator:
        return self.page.frame_locator("iframe").nth(phone)


async def a_week_before(demo: Demo) -> None:
    """Picture the first reminder, what is answered to it, and a meeting called."""
    await demo.turn("Đến D-7")
    await demo.hear(CONTACT, "còn 7 ngày")
    await demo.take("01")
    await demo.take_phone(CONTACT, "nhac-01")
    await demo.touch(CONTACT, "Đã gửi bản giấy")
    await demo.write(OFFICE, "việc chờ")
    await demo.take("02")
    await demo.turn("Cắt mạng")
    await demo.write(ABOVE, "don vi toi con thieu may", answered=False)
    await demo.take("03")
    await demo.turn("Cắt mạng")
    await demo.write(CONTACT, "họp thường kỳ 19h thứ năm tuần sau tại nhà văn hóa")
    await demo.take_phone(CONTACT, "hop-01")
    await demo.touch(CONTACT, "Gửi lời mời")


async def the_day_before(demo: Demo) -> None:
    """Picture the last reminder, the meeting, what the office says, and a server killed."""
    await demo.turn("Đến D-1")
    await demo.hear(ABOVE, "ngày mai")
    await demo.take("04")
    for _ in range(HOURS):
        await demo.page.get_by_role("button", name="+1 giờ").click()
    await demo.hear(CONTACT, "hôm nay sinh hoạt")
    await demo.take("06")
    await demo.take_phone(CONTACT, "hop-02")
    await ask_about_reminders(demo)
    await tell_the_units(demo)
    await demo.turn("Tắt ngang máy chủ")
    await demo.page.set_viewport_size(ON_A_PHONE)
    await demo.take("05")


async def ask_about_reminders(demo: Demo) -> None:
    """Picture what a contact chooses and asks about reminders."""
    await demo.write(ABOVE, "nhắc việc của tôi")
    await demo.take_phone(ABOVE, "nhac-02")
    await demo.write(CONTACT, "vì sao tôi không nhận được nhắc")
    await demo.take_phone(CONTACT, "nhac-03")


async def tell_the_units(demo: Demo) -> None:
    """Picture how the office changes a deadline and announces something."""
    for words in CHANGING:
        await demo.write(OFFICE, words)
    await demo.take_phone(OFFICE, "tb-01")
    await demo.touch(OFFICE, "Thôi, giữ như cũ")
    for words in ANNOUNCING:
        await demo.write(OFFICE, words)
    await demo.take_phone(OFFICE, "tb-02")
    await demo.write(OFFICE, "1")
    await demo.turn("+1 giờ")
    await demo.hear(CONTACT, "THÔNG BÁO")
    await demo.take_phone(CONTACT, "tb-03")
    await demo.touch(CONTACT, "Đã rõ")
    await demo.write(OFFICE, "thông báo đã gửi")
    await demo.write(OFFICE, "1")
    await demo.take_phone(OFFICE, "tb-04")


async def main() -> None:
    """Open the demo in a browser and walk through it."""
    settings = read_settings({"PATH": os.environ["PATH"]}, here=HERE)
    with tempfile.TemporaryDirectory() as folder:
        async with showing(settings, Path(folder), port=0) as address, async_playwright() as player:
            browser = await player.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            page = await browser.new_page(
                viewport=SCREEN, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh"
            )
            await page.goto(address)
            await page.wait_for_timeout(MOMENT)
            await a_week_before(Demo(page))
            await the_day_before(Demo(page))
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
