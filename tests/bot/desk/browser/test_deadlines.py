"""Changing a deadline at a real browser: filled in, looked at, done."""

import pytest
from playwright.async_api import Page, expect

from tests.bot.desk.office import DeskSite

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_deadline_is_filled_in_looked_at_and_changed(page: Page, site: DeskSite) -> None:
    await page.goto(f"{site.url}/ban/han")
    await page.get_by_label("Ngày cuối").fill("26/3/2027")
    await page.get_by_label("Lý do").fill("chờ văn bản của Tỉnh ủy")
    await page.get_by_role("button", name="Xem trước").click()
    await expect(page.locator("#preview")).to_contain_text("HẠN MỚI: hết 17 giờ 00, thứ Sáu 26/3")
    await page.get_by_role("button", name="Đổi hạn").click()
    await page.goto(f"{site.url}/ban/lich")
    await page.goto(f"{site.url}/ban/han")

    await expect(page.get_by_role("cell", name="hết 17 giờ 00, thứ Sáu 26/3/2027")).to_be_visible()
