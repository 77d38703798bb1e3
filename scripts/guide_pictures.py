"""Takes the pictures of the guide: a real browser, a real bot, the invented units."""

import asyncio
import os
import re
import socket
import sys
import tempfile
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.async_api import Page, async_playwright, expect

HERE = Path(__file__).resolve().parent.parent
PICTURES = HERE / "docs" / "vi" / "anh"
CODE = "N4T8HW"
CONTENT = (
    "Hội Nông dân phường vận động 8 hộ góp vốn, góp công lập tổ hợp tác nuôi lươn không bùn trong "
    "bể xi măng; hộ làm trước hướng dẫn hộ làm sau, cùng mua giống, cùng bán. Phấn đấu cuối năm "
    "mỗi hộ tăng thu nhập, 2 hộ thoát nghèo."
)
STEPS: tuple[tuple[str, str], ...] = (  # ("touch" or "write", what)
    ("touch", "Đồng ý"),
    ("touch", "Mô hình mới của tập thể"),
    ("write", "Tổ hợp tác nuôi lươn không bùn"),
    ("touch", "phường Thường Thạnh"),
    ("touch", "Phát triển kinh tế"),
    ("write", CONTENT),
    ("touch", "Gửi$"),
    ("write", "dk"),
    ("touch", "Đăng ký mô hình mới|Mô hình mới của tập thể"),
    ("write", "Cổng trường an toàn giao thông"),
    ("write", "0"),
    ("write", "xem sửa cái đã gửi"),
)


@asynccontextmanager
async def running_bot() -> AsyncIterator[str]:
    """Run the bot on an empty folder; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        env = {"KHEO_DATA": folder, "KHEO_PORT": str(port), "PATH": os.environ["PATH"]}
        command = (sys.executable, "main.py", "run")
        bot = await asyncio.create_subprocess_exec(*command, cwd=HERE, env=env)
        address = f"http://127.0.0.1:{port}"
        try:
            await asyncio.to_thread(wait_for, f"{address}/health")
            yield address
        finally:
            with suppress(ProcessLookupError):
                bot.terminate()
            await bot.wait()


def wait_for(address: str) -> None:
    """Return when the address answers."""
    for _ in range(200):
        with suppress(OSError), urllib.request.urlopen(address, timeout=1):  # noqa: S310 - our own
            return
        import time  # noqa: PLC0415 - a script may wait

        time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")


async def take(page: Page, number: int) -> None:
    """Take a picture of the screen as it is."""
    await page.wait_for_timeout(700)
    await page.screenshot(path=PICTURES / f"{number:02d}.png")


async def do(page: Page, how: str, what: str) -> None:
    """Write or touch, and wait for the assistant's answer."""
    bubbles = page.locator(".bubble.ours")
    before = await bubbles.count()
    if how == "write":
        await page.get_by_role("textbox").fill(what)
        await page.locator("#send").tap()
    else:
        await page.locator(".rows button", has_text=re.compile(f"^({what})")).last.tap()
    await expect(bubbles).not_to_have_count(before)


async def main() -> None:
    """Walk through a registration and picture each step."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    phone: dict[str, Any] = {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "is_mobile": True,
        "locale": "vi-VN",
        "timezone_id": "Asia/Ho_Chi_Minh",
    }
    async with running_bot() as address, async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        page = await (await browser.new_context(**phone)).new_page()
        await page.goto(f"{address}/vao/{CODE}")
        await expect(page.locator(".bubble.ours")).to_have_count(1)
        await take(page, 1)
        for number, (how, what) in enumerate(STEPS, start=2):
            await do(page, how, what)
            await take(page, number)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
