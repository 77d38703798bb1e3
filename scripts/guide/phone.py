"""Somebody's phone with the web chat on it: what they write, touch, send, and a picture of it."""

import re
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, expect

from scripts.guide.small import small

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
}
_BRINGS_FILES = 1500  # milliseconds


class Phone:
    """One person's page of the chat."""

    def __init__(self, page: Page, pictures: Path) -> None:
        self.page = page
        self._pictures = pictures
        self._bubbles = page.locator(".bubble.ours")

    async def write(self, text: str, picture: str = "") -> None:
        """Write a message and wait for the answer."""
        before = await self._bubbles.count()
        await self.page.get_by_role("textbox").fill(text)
        await self.page.locator("#send").tap()
        await self._answered(before, picture)

    async def touch(self, label: str, picture: str = "") -> None:
        """Touch the last button whose words begin so, and wait for the answer."""
        before = await self._bubbles.count()
        pattern = re.compile(f"^({label})")
        await self.page.locator(".rows button", has_text=pattern).last.tap()
        await self._answered(before, picture)

    async def send(self, button: str, name: str, content: bytes, picture: str = "") -> None:
        """Choose a file behind a button and wait until it was read."""
        before = await self._bubbles.count()
        async with self.page.expect_file_chooser() as opening:
            await self.page.get_by_role("button", name=button, exact=True).tap()
        kind = "image/png" if name.endswith("png") else "text/csv"
        file: Any = {"name": name, "mimeType": kind, "buffer": content}
        await (await opening.value).set_files([file])
        await self.page.wait_for_timeout(_BRINGS_FILES)
        await self._answered(before, picture)

    async def file(self, name: str) -> bytes:
        """Return the last file that came into the chat under such a name."""
        link = self.page.locator(".file a", has_text=re.compile(name)).last
        await expect(link).to_be_visible(timeout=20_000)
        async with self.page.expect_download() as coming:
            await link.tap()
        return (await (await coming.value).path()).read_bytes()

    async def look(self, picture: str) -> None:
        """Read what came without being asked for, and picture it."""
        await self.page.reload()
        await expect(self._bubbles.first).to_be_visible()
        await self.page.locator(".rows button").last.scroll_into_view_if_needed()
        await self.take(picture)

    async def read(self, picture: str) -> None:
        """Go to the first line of the last answer and picture it."""
        await self._bubbles.last.evaluate("bubble => bubble.scrollIntoView({block: 'start'})")
        await self.take(picture)

    async def take(self, picture: str) -> None:
        """Take a picture of the screen as it is."""
        await self.page.wait_for_timeout(700)
        (self._pictures / f"{picture}.png").write_bytes(small(await self.page.screenshot()))

    async def _answered(self, before: int, picture: str) -> None:
        await expect(self._bubbles).not_to_have_count(before)
        if picture:
            await self.take(picture)


async def opened(browser: Browser, address: str, pictures: Path) -> Phone:
    """Return the phone of somebody who opens an address for the first time."""
    page = await (await browser.new_context(**PHONE)).new_page()
    await page.goto(address)
    await expect(page.locator(".bubble.ours")).to_have_count(1)
    return Phone(page, pictures)
