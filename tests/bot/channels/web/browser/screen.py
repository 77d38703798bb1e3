"""The page as a person with a phone sees and touches it."""

import re
from typing import Any, Self

from playwright.async_api import Locator, Page, expect

from tests.bot.channels.web.assistant import GREETING

CHROMIUM: dict[str, Any] = {
    "executable_path": "/usr/bin/chromium",
    "args": ["--no-sandbox", "--force-color-profile=srgb"],
}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
}
WAITS = "chờ mạng"

expect.set_options(timeout=20_000)  # other tests may keep the machine busy


class Screen:
    """What is on the screen; whatever is looked for is waited for. `faults` are the page's own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text))

    async def open(self, url: str, *, says: str = GREETING) -> Self:
        """Open the page and wait until something is there to read."""
        await self.page.goto(url)
        await self.sees(says)
        return self

    async def write(self, text: str) -> None:
        """Write something and send it."""
        await self.box.fill(text)
        await self.touch("Gửi")

    async def touch(self, label: str) -> None:
        """Touch the button with this label."""
        await self.button(label).last.tap()

    async def sees(self, text: str, *, times: int = 1) -> None:
        """Wait until some bubbles have exactly these words."""
        await expect(self.bubble(text)).to_have_count(times)

    async def waits_with(self, text: str) -> None:
        """Wait until a bubble is shown as one that waits for the network."""
        bubble = self.page.locator(".bubble", has=self.bubble(text))
        await expect(bubble.locator(".note")).to_have_text(WAITS)

    async def texts(self) -> list[str]:
        """Return the words of all bubbles, without who said them."""
        texts = await self.page.locator(".bubble .text").all_text_contents()
        return [text.split(": ", 1)[1] for text in texts]

    def bubble(self, text: str) -> Locator:
        """Return the bubbles with exactly these words."""
        whole = re.compile(f"^(Trợ lý|Đồng chí): {re.escape(text)}$")
        return self.page.locator("p.text").filter(has_text=whole)

    def button(self, label: str) -> Locator:
        """Return the buttons with this label."""
        return self.page.get_by_role("button", name=label, exact=True)

    @property
    def box(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_role("textbox", name="Nhắn cho trợ lý…")
