"""Takes the pictures of the guides: a real browser, a real bot, invented units."""

import asyncio
import os
import re
import socket
import sys
import tempfile
import urllib.request
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

from playwright.async_api import Page, async_playwright, expect

HERE = Path(__file__).resolve().parent.parent
PICTURES = HERE / "docs" / "vi" / "anh"
CODE = "N4T8HW"
CONTENT = (
    "Hội Nông dân phường vận động 8 hộ góp vốn, góp công lập tổ hợp tác nuôi lươn không bùn trong "
    "bể xi măng; hộ làm trước hướng dẫn hộ làm sau, cùng mua giống, cùng bán. Phấn đấu cuối năm "
    "mỗi hộ tăng thu nhập, 2 hộ thoát nghèo."
)
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
}
NAMES = ("Tài chính", "Y tế", "Xây dựng", "Công Thương", "Tư pháp", "Nội vụ", "Du lịch")


def units() -> str:
    """Return the list of an invented committee: 45 and 39 units."""
    first = [(f"DB{n:02}", f"Đảng bộ {_name(n)}", "Đảng bộ", n + 30) for n in range(1, 46)]
    second = [(f"CB{n:02}", f"Chi bộ {_name(n)}", "Chi bộ", n + 3) for n in range(1, 40)]
    head = ("Mã đơn vị", "Tên TCCSĐ", "Loại hình", "Số đảng viên")
    return _table(head, *first, *second)


def contacts() -> str:
    """Return the list of one invented contact for each of them."""
    codes = [*(f"DB{n:02}" for n in range(1, 46)), *(f"CB{n:02}" for n in range(1, 40))]
    people = [
        (code, f"Nguyễn Văn {_name(n)}", "Bí thư", f"09120{n:05}") for n, code in enumerate(codes)
    ]
    return _table(("Mã đơn vị", "Họ và tên", "Chức vụ", "Số điện thoại"), *people)


def _name(number: int) -> str:
    return f"{NAMES[number % len(NAMES)]} {number}"


def _table(*rows: tuple[object, ...]) -> str:
    return "\n".join(";".join(map(str, row)) for row in rows)


# How ("touch", "write", "send"), what, and the name of the picture taken afterwards, if one is.
Step: TypeAlias = tuple[str, str, str]
CONTACT: tuple[Step, ...] = (
    ("touch", "Đồng ý", "02"),
    ("touch", "Mô hình mới của tập thể", "03"),
    ("write", "Tổ hợp tác nuôi lươn không bùn", "04"),
    ("touch", "phường Thường Thạnh", "05"),
    ("touch", "Phát triển kinh tế", "06"),
    ("write", CONTENT, "07"),
    ("touch", "Gửi$", "08"),
    ("write", "dk", "09"),
    ("touch", "Đăng ký mô hình mới|Mô hình mới của tập thể", "10"),
    ("write", "Cổng trường an toàn giao thông", "11"),
    ("write", "0", "12"),
    ("write", "xem sửa cái đã gửi", "13"),
)
OFFICE: tuple[Step, ...] = (
    ("touch", "Đồng ý", "vp-01"),
    ("touch", "Nhập từ Excel", "vp-02"),
    ("send", "don-vi.csv", ""),
    ("touch", "Nhập đơn vị", "vp-03"),
    ("touch", "Đúng rồi", ""),
    ("write", "84 = 45 đảng bộ + 39 chi bộ", "vp-04"),
    ("touch", "Nhập vào sổ", "vp-05"),
    ("touch", "Nhập đầu mối", ""),
    ("send", "dau-moi.csv", ""),
    ("touch", "Nhập đầu mối", ""),
    ("touch", "Đúng rồi", ""),
    ("touch", "Nhập vào sổ", ""),
    ("write", "mã mời", "vp-06"),
    ("touch", "Mã cho các đầu mối chưa vào", ""),
    ("touch", "Làm mã", "vp-07"),
    ("write", "tổ chức", "vp-08"),
)
TABLES = {"don-vi.csv": units, "dau-moi.csv": contacts}


@asynccontextmanager
async def running_bot(**settings: str) -> AsyncIterator[tuple[str, dict[str, str]]]:
    """Run the bot on an empty folder; yield its address and its environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        env = {"KHEO_DATA": folder, "KHEO_PORT": str(port), "PATH": os.environ["PATH"], **settings}
        command = (sys.executable, "main.py", "run")
        bot = await asyncio.create_subprocess_exec(*command, cwd=HERE, env=env)
        address = f"http://127.0.0.1:{port}"
        try:
            await asyncio.to_thread(wait_for, f"{address}/health")
            yield address, env
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


async def command(env: dict[str, str], *words: str) -> str:
    """Run one of the bot's commands beside it; return what it says."""
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "main.py", *words), cwd=HERE, env=env, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await running.communicate()
    return said.decode()


async def take(page: Page, name: str) -> None:
    """Take a picture of the screen as it is."""
    await page.wait_for_timeout(700)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def do(page: Page, how: str, what: str) -> None:
    """Write, touch or send a table, and wait for the assistant's answer."""
    bubbles = page.locator(".bubble.ours")
    before = await bubbles.count()
    if how == "write":
        await page.get_by_role("textbox").fill(what)
        await page.locator("#send").tap()
    elif how == "touch":
        await page.locator(".rows button", has_text=re.compile(f"^({what})")).last.tap()
    else:
        async with page.expect_file_chooser() as opening:
            await page.get_by_role("button", name="Chọn tệp Excel").tap()
        table: Any = {"name": what, "mimeType": "text/csv", "buffer": TABLES[what]().encode()}
        await (await opening.value).set_files([table])
    await expect(bubbles).not_to_have_count(before)
    await page.wait_for_timeout(1500 if how == "send" or what == "Làm mã" else 0)


async def walk(page: Page, address: str, steps: Sequence[Step]) -> None:
    """Go through a conversation from its greeting on."""
    await page.goto(address)
    await expect(page.locator(".bubble.ours")).to_have_count(1)
    for how, what, name in steps:
        await do(page, how, what)
        if name:
            await take(page, name)


async def main() -> None:
    """Walk through a registration and an office's first day, and picture the steps."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        async with running_bot() as (address, _):
            page = await (await browser.new_context(**PHONE)).new_page()
            await page.goto(f"{address}/vao/{CODE}")
            await expect(page.locator(".bubble.ours")).to_have_count(1)
            await take(page, "01")
            await walk(page, address, CONTACT)
        async with running_bot(KHEO_PROGRAMME="hung-yen-khoi") as (address, env):
            await command(env, "demo", "remove")
            said = await command(env, "admin", "Nguyễn Thị Hạnh")
            code = said.partition("/vao/")[2].split()[0]
            page = await (await browser.new_context(**PHONE)).new_page()
            await walk(page, f"{address}/vao/{code}", OFFICE)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
