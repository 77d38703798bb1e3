"""Takes the pictures of the guides: a real browser, a real bot, invented units.

Run it as `python -m scripts.guide_pictures`; papers are pictured with LibreOffice and pdftoppm.
"""

import asyncio
import re
from typing import Any, TypeAlias

from openpyxl import load_workbook
from playwright.async_api import Browser, Page, async_playwright, expect

from scripts.guide import invented
from scripts.guide.paper import printed
from scripts.guide.phone import Phone, opened
from scripts.guide.running import HERE, Bot, running
from scripts.guide.small import small

PICTURES = HERE / "docs" / "vi" / "anh"
NOTICE = HERE / "programmes" / "can-tho-khoi.toml"
PC: dict[str, Any] = {
    "viewport": {"width": 1366, "height": 768},
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
}
# What a contact writes (with a stroke before it: touches), and the picture taken afterwards.
Step: TypeAlias = tuple[str, str]
REGISTERING: tuple[Step, ...] = (
    ("/Đồng ý", "02"),
    ("/Mô hình mới của tập thể", "03"),
    ("Tổ hợp tác nuôi lươn không bùn", "04"),
    ("/phường Thường Thạnh", "05"),
    ("/Phát triển kinh tế", "06"),
    (invented.CONTENT, "07"),
    ("/Gửi$", ""),
)
GOING_ON: tuple[Step, ...] = (
    ("dk", ""),
    ("/Mô hình mới của tập thể", ""),
    ("Cổng trường an toàn giao thông", ""),
    ("0", "12"),
    ("xem sửa cái đã gửi", "13"),
    ("don vi toi con thieu may", "14"),
)
ASKING: tuple[Step, ...] = (
    ("/Đồng ý", ""),
    ("số 1", ""),
    ("/Đề nghị bổ sung", ""),
    ("/Nội dung", ""),
    ("Đề nghị ghi rõ số hộ tham gia và thời gian thực hiện.", ""),
    ("/[0-9]", ""),
    ("/Gửi đề nghị", ""),
)
SUPPLEMENTING: tuple[Step, ...] = (
    ("/Bổ sung", ""),
    ("8 hộ tham gia, làm từ tháng 4 đến tháng 12.", "16"),
    ("/Gửi bổ sung", ""),
)
ACCEPTING: tuple[Step, ...] = (("số 1", ""), ("/Tiếp nhận", ""))
CORRECTING: tuple[Step, ...] = (("số 1", ""), ("/Đề nghị sửa", "17"), ("0", ""))
FIRST_DAY: tuple[Step, ...] = (("/Đồng ý", "vp-01"), ("nhập từ excel", "vp-02"))
INVITING: tuple[Step, ...] = (
    ("mã mời", "vp-06"),
    ("/Mã cho các đầu mối chưa vào", ""),
    ("/Làm mã", ""),
)
EXEMPTING: tuple[Step, ...] = (
    ("tổ chức Đảng bộ Chi cục Khoa học", ""),
    ("/Miễn đăng ký", ""),
    ("đang sắp xếp tổ chức", ""),
    ("/Đúng", ""),
)
LAUNCHING: tuple[Step, ...] = (("mô hình phát động", ""), ("/Báo", ""), ("/Gửi thông báo", ""))
TAKING_UP: tuple[Step, ...] = (
    ("/Thực hiện mô hình này", ""),
    ("Kế hoạch số 12-KH/ĐB", ""),
    ("Trung tâm Y tế", ""),
    ("/Xây dựng Đảng", ""),
    ("Họp, giao việc, ký văn bản trên máy; chỉ in khi phải gửi bản giấy.", ""),
    ("/Gửi$", ""),
)
CALLING: tuple[Step, ...] = (
    ("ai chưa nộp", "bang-05"),
    ("GỌI 1 hẹn sáng mai", ""),
    ("việc chờ", "bang-06"),
    ("/Xem số", "bang-07"),
    ("mô hình phát động", "bang-08"),
)
# What of the desk is gone to: the address, or the link to be followed, and the picture's name.
DESK = (
    ("/ban", "ban-01"),
    ("/ban/viec-cho", "ban-02"),
    ("tr[data-row] a", "ban-03"),
    ("/ban/nhap?tim=trung+tam", "ban-04"),
    ("/ban/can-goi", "ban-05"),
    ("tr[data-row] a", "ban-06"),
    ("/ban/nhap", ""),
    ("a[href*='phieu=']", "ban-07"),
    ("/ban/han", "ban-09"),
    ("/ban/lich", "ban-10"),
    ("/ban/thong-bao", "ban-11"),
)


async def go(phone: Phone, steps: tuple[Step, ...]) -> None:
    """Go through some steps of a conversation."""
    for what, picture in steps:
        await (phone.touch(what[1:], picture) if what[0] == "/" else phone.write(what, picture))


async def paper(content: bytes, ending: str, name: str, *, width: int) -> None:
    """Picture the first page of a document, where the machine can."""
    if found := await asyncio.to_thread(printed, content, ending, width=width):
        (PICTURES / f"{name}.png").write_bytes(found)


async def form_by_hand(browser: Browser) -> bytes:
    """Return a photo of an invented form."""
    page = await browser.new_page(viewport={"width": 700, "height": 640})
    await page.set_content((HERE / "scripts" / "guide" / "form.html").read_text(encoding="utf-8"))
    return await page.screenshot()


async def unit_and_office(browser: Browser, bot: Bot) -> None:
    """Picture a unit's contact, from the greeting on, and what the office asks of them."""
    contact = await opened(browser, f"{bot.address}/vao/N4T8HW", PICTURES)
    await contact.take("01")
    await go(contact, REGISTERING)
    await contact.read("08")
    await go(contact, GOING_ON)
    office = await opened(browser, bot.address + await bot.admin(), PICTURES)
    await go(office, ASKING)
    await contact.look("15")
    await go(contact, SUPPLEMENTING)
    await go(office, ACCEPTING)
    await go(contact, CORRECTING)
    await contact.write("gửi ảnh phiếu")
    await contact.send("Ảnh", "phieu.png", await form_by_hand(browser))
    await contact.touch("1 ảnh", "18")
    await go(contact, (("số 1", ""), ("/Lấy phiếu", "")))
    await paper(await contact.file("Phieu.*docx"), "docx", "19", width=620)


async def first_day(browser: Browser, bot: Bot) -> Phone:
    """Picture how an office takes in its lists and invites; return its phone."""
    office = await opened(browser, bot.address + await bot.admin(), PICTURES)
    await go(office, FIRST_DAY)
    await office.send("Chọn tệp Excel", "don-vi.csv", invented.units().encode())
    await office.touch("Nhập đơn vị", "vp-03")
    await office.touch("Đúng rồi")
    await office.write("84 = 45 đảng bộ + 39 chi bộ", "vp-04")
    await office.touch("Nhập vào sổ", "vp-05")
    await office.write("nhập từ excel")
    await office.send("Chọn tệp Excel", "dau-moi.csv", invented.contacts().encode())
    await go(office, (("/Nhập đầu mối", ""), ("/Đúng rồi", ""), ("/Nhập vào sổ", ""), *INVITING))
    await office.file("Phiếu.*docx")
    await office.take("vp-07")
    await office.write("tổ chức", "vp-08")
    return office


async def contact_of(browser: Browser, bot: Bot, unit: str) -> Phone:
    """Return the phone of the contact of a unit, who has just agreed."""
    folder = bot.folder / "ma"
    await bot.do("codes", "make", str(folder), "--unit", unit)
    sheet = load_workbook(next(folder.glob("*.xlsx"))).active
    cells = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    for file in folder.iterdir():
        file.unlink()
    way_in = re.findall(r"/vao/\w+", cells)[0]
    phone = await opened(browser, bot.address + way_in, PICTURES)
    await phone.touch("Đồng ý")
    return phone


async def at_four(browser: Browser, bot: Bot, office: Phone) -> None:
    """Picture the office's table, its papers, and what waits."""
    register = bot.folder / "so.csv"
    register.write_text(invented.entries(NOTICE), encoding="utf-8")
    await bot.do("import", "entries", str(register), "--yes")
    await units_at_work(browser, bot, office)
    await office.write("bảng", "bang-01")
    await office.touch("Ảnh bảng")
    (PICTURES / "bang-02.png").write_bytes(small(await office.file("TongHop.*png"), width=800))
    await office.write("bảng")
    await office.touch("Tệp Excel")
    await paper(await office.file("TongHop.*xlsx"), "xlsx", "bang-03", width=900)
    await paper(await office.file("TongHop.*docx"), "docx", "bang-04", width=700)
    await go(office, CALLING)


async def units_at_work(browser: Browser, bot: Bot, office: Phone) -> None:
    """Let one unit be exempt, one send a form by hand, one register and take up a model."""
    on_paper = await contact_of(browser, bot, "Chi bộ Trường Đồng Tâm")
    await on_paper.write("phiếu viết tay")
    await on_paper.send("Ảnh", "phieu.png", await form_by_hand(browser))
    await on_paper.touch("1 ảnh")
    health = await contact_of(browser, bot, "Đảng bộ Trung tâm Y tế")
    await go(health, ((invented.OTHERS, ""), ("/Gửi$", "")))
    await go(office, (*EXEMPTING, *LAUNCHING))
    launched = health.page.locator(".rows button", has_text="Thực hiện mô hình này")
    await expect(launched).to_be_visible(timeout=20_000)
    await health.look("20")
    await go(health, TAKING_UP)


async def at_desk(browser: Browser, bot: Bot, office: Phone) -> None:
    """Open the desk from the chat and picture its pages."""
    await office.write("bàn làm việc")
    link = await office.page.locator(".bubble.ours a[href*='/ban/vao/']").last.get_attribute("href")
    page = await (await browser.new_context(**PC)).new_page()
    await page.goto(link or "")
    await page.get_by_role("button").click()
    for at, name in DESK:
        if at.startswith("/"):
            await page.goto(f"{bot.address}{at}")
        else:
            await page.locator(at).first.click()
        if name:
            await take(page, name)
    await page.goto(f"{bot.address}/ban")
    await paper(await page.pdf(prefer_css_page_size=True), "pdf", "ban-08", width=900)


async def take(page: Page, name: str) -> None:
    """Take a picture of a page of the desk."""
    await page.wait_for_timeout(700)
    (PICTURES / f"{name}.png").write_bytes(small(await page.screenshot()))


async def main() -> None:
    """Walk through a registration, an office's first day, its table and the desk."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    programme = invented.programme(NOTICE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        async with running(programme, demo=True) as bot:
            await unit_and_office(browser, bot)
        async with running(programme, demo=False) as bot:
            office = await first_day(browser, bot)
            await at_four(browser, bot, office)
            await at_desk(browser, bot, office)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
