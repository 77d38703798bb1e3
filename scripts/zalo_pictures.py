"""Takes the pictures of the guide to Zalo: the fake's phone, a real bot, invented units.

Run it as `python -m scripts.zalo_pictures`.
"""

import asyncio
import re
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Page, ViewportSize, async_playwright, expect

from scripts.guide import invented
from scripts.guide.running import HERE, running
from scripts.guide.small import small

PICTURES = HERE / "docs" / "vi" / "anh"
NOTICE = HERE / "programmes" / "can-tho-khoi.toml"
PHONE: ViewportSize = {"width": 390, "height": 844}
MOMENT = 700  # milliseconds, until what came is drawn
CODE = "N4T8HW"
# What a contact writes, and the picture taken afterwards.
REGISTERING = (
    (f"DANG KY {CODE}", "zalo-01"),
    ("1", ""),
    ("1", ""),
    ("Tổ hợp tác nuôi lươn không bùn", ""),
    ("1", "zalo-02"),
    ("2", ""),
    (invented.CONTENT, "zalo-03"),
    ("1", ""),
)


@asynccontextmanager
async def by_hand() -> AsyncIterator[tuple[dict[str, str], str]]:
    """Run the fake; give the settings it prints for the bot, and where the phone's page is."""
    fake = await asyncio.create_subprocess_exec(
        *(sys.executable, "-u", "-m", "tests.fakes.zalo_by_hand"), cwd=HERE, stdout=PIPE
    )
    try:
        if fake.stdout is None:
            raise SystemExit("the fake says nothing")
        lines = [(await fake.stdout.readline()).decode().strip() for _ in range(3)]
        yield dict(line.split("=", 1) for line in lines[:2]), lines[2].partition("?")[0]
    finally:
        fake.terminate()
        await fake.wait()


async def write(page: Page, words: str, picture: str) -> None:
    """Write a message, wait for the answer, and picture it."""
    answers = page.locator(".line:not(.mine)")
    before = await answers.count()
    await page.locator("[name=text]").fill(words)
    await page.get_by_role("button", name="Gửi").click()
    await expect(answers).not_to_have_count(before, timeout=20_000)
    if picture:
        await take(page, picture)


async def take(page: Page, picture: str) -> None:
    """Take a picture of the screen, without what the fake has for typing."""
    await page.wait_for_timeout(MOMENT)
    seen = await page.screenshot(style="form { display: none !important }")
    (PICTURES / f"{picture}.png").write_bytes(small(seen))


async def form(page: Page) -> None:
    """Ask for the form of what was sent, and follow the link to it."""
    receipt = await page.locator(".line:not(.mine)").last.inner_text()
    await write(page, re.findall(r"(\d)\. Lấy phiếu", receipt)[0], "")
    told = page.locator(".line", has_text="/lay/")
    await expect(told).to_be_visible(timeout=20_000)
    await page.goto(re.findall(r"http\S+/lay/\S+", await told.inner_text())[0])
    await take(page, "zalo-04")


async def main() -> None:
    """Walk through a registration by numbers, to the printed form."""
    async with (
        by_hand() as (settings, phone),
        running(invented.programme(NOTICE), demo=True, **settings),
        async_playwright() as playwright,
    ):
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = await browser.new_page(viewport=PHONE)
        await page.goto(f"{phone}?who=Lan")
        for words, picture in REGISTERING:
            await write(page, words, picture)
        await form(page)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
