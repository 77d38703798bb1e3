"""Giàng A Páo registers a model on his phone, with the assistant as it is."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, expect

from bot.channels.web.channel import Web
from bot.deliver import Deliverer
from bot.receive import Receiving
from tests.bot.channels.web.browser.screen import Screen
from tests.bot.channels.web.site import Site
from tests.hamlet import hamlet, settle_in

pytestmark = pytest.mark.asyncio(loop_scope="session")
CONTENT = "Chi bo van dong 12 ho nuoi ong, dang vien lam truoc 3 ho, moi ho 5 dan."


@pytest_asyncio.fixture(loop_scope="session")
async def real(site: Site) -> AsyncIterator[Site]:
    """Give the web chat with the real assistant behind it, and the people of the hamlet."""
    world = hamlet(site.database)
    async with site.database.writing() as tx:
        await settle_in(tx)
    channels = {"web": Web(site.database, site.bell)}
    deliver = Deliverer(site.database, channels, world.clock, lease="test")
    receive = Receiving(site.database, world.shell, deliver, site.bell)
    receive.start()
    await site.down()
    await site.up(receive)
    yield site
    await receive.stop()


async def entries(site: Site) -> list[tuple[str, str]]:
    async with site.database.reading() as tx:
        return [
            (name, content) for name, content in await tx.rows("SELECT name, content FROM entries")
        ]


async def test_a_model_is_registered_with_five_touches_and_two_texts(
    real: Site, phone: BrowserContext
) -> None:
    screen = Screen(await phone.new_page())
    log = screen.page.get_by_role("log")
    await screen.page.goto(f"{real.url}/vao/7K3M2P")
    await log.get_by_role("button", name="Đồng ý", exact=True).tap()
    await log.get_by_role("button", name="Mô hình mới của tập thể").tap()
    await expect(log).to_contain_text("Câu 1/4")
    await screen.write("Nuôi ong lấy mật")
    await log.get_by_role("button", name="bản Suối Đá").tap()
    await log.get_by_role("button", name="Phát triển kinh tế").tap()
    await expect(log).to_contain_text("Câu 4/4")
    await phone.set_offline(True)
    await screen.write(CONTENT)
    await screen.waits_with(CONTENT)
    await phone.set_offline(False)
    await log.get_by_role("button", name="Gửi", exact=True).tap()

    await expect(log).to_contain_text("ĐÃ NHẬN đăng ký số DVK-2027-0001")
    assert await entries(real) == [("Nuôi ong lấy mật", CONTENT)]
