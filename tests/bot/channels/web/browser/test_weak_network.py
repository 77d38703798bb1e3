"""Nothing that was said is lost or said twice, whatever the network does."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Route, expect

from conversations.say import Say
from tests.bot.channels.web.assistant import GREETING
from tests.bot.channels.web.browser.screen import PHONE, Screen
from tests.bot.channels.web.site import Site
from tests.bot.chromium import device_of

pytestmark = pytest.mark.asyncio(loop_scope="session")
THREE = ["Tên: Nuôi ong", "Địa chỉ: bản Suối Đá", "Lĩnh vực: kinh tế"]


@pytest_asyncio.fixture(loop_scope="session")
async def phone(chromium: Browser) -> AsyncIterator[BrowserContext]:
    """Give a phone of its own to each test: most set its clock."""
    async with device_of(chromium, PHONE) as device:
        yield device


@pytest_asyncio.fixture(loop_scope="session")
async def other_tab(site: Site, screen: Screen, phone: BrowserContext) -> AsyncIterator[Screen]:
    """Give the page in a second tab of the same phone."""
    yield await Screen(await phone.new_page()).open(site.url)
    assert screen.faults == []


def once_each(site: Site) -> bool:
    return set(site.assistant.tries.values()) == {1}


async def test_what_is_said_without_network_is_sent_when_it_is_back(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    await phone.set_offline(True)
    for text in THREE:
        await screen.write(text)
        await screen.waits_with(text)
    await expect(screen.page.get_by_text("Đang chờ mạng.")).to_be_visible()
    await phone.set_offline(False)

    await screen.sees(f"Đã ghi: {THREE[-1]}")
    await expect(screen.page.get_by_text("Đang chờ mạng.")).to_have_count(0)
    assert site.assistant.texts() == THREE
    assert once_each(site)
    assert sorted(await screen.texts()) == sorted(
        [GREETING, *THREE, *(f"Đã ghi: {text}" for text in THREE)]
    )


async def test_what_waits_survives_the_page(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    await phone.set_offline(True)
    for text in THREE:
        await screen.write(text)
    await screen.page.close()
    await phone.set_offline(False)
    later = await Screen(await phone.new_page()).open(site.url)

    await later.sees(f"Đã ghi: {THREE[-1]}")
    assert site.assistant.texts() == THREE
    assert once_each(site)


async def test_an_answer_that_was_cut_off_is_asked_for_again(site: Site, screen: Screen) -> None:
    site.cut_next = True
    await screen.write("Nuôi ong")

    await screen.sees("Đã ghi: Nuôi ong")
    await expect(screen.page.locator(".note")).to_have_count(0)
    await screen.sees("Nuôi ong")
    assert site.assistant.texts() == ["Nuôi ong"]
    assert sorted(site.assistant.tries.values()) == [1, 2]


async def test_a_server_that_is_restarted_gets_everything(site: Site, screen: Screen) -> None:
    await site.down()
    await screen.write("Nuôi ong")
    await screen.waits_with("Nuôi ong")
    await site.up()

    await screen.sees("Đã ghi: Nuôi ong")
    assert site.assistant.texts() == ["Nuôi ong"]


async def test_a_database_that_is_down_makes_the_page_wait(site: Site, screen: Screen) -> None:
    await screen.page.clock.install()
    site.assistant.down = True
    await screen.write("Nuôi ong")
    await expect(screen.page.locator(".waiting")).to_have_count(1)
    site.assistant.down = False
    await screen.page.clock.fast_forward(3000)

    await screen.sees("Đã ghi: Nuôi ong")
    assert site.assistant.texts() == ["Nuôi ong"]


async def test_who_writes_very_fast_loses_nothing(site: Site, screen: Screen) -> None:
    await screen.page.clock.install()
    for number in range(31):
        await screen.write(f"Tin {number}")
    await screen.sees("Đã ghi: Tin 28")
    await expect(screen.page.locator(".waiting")).to_have_count(2)
    site.seconds += 10
    await screen.page.clock.fast_forward(10_000)

    await screen.sees("Đã ghi: Tin 30")
    assert site.assistant.texts() == [f"Tin {number}" for number in range(31)]


async def test_a_network_that_wants_to_be_logged_in_to_is_no_network(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    async def portal(route: Route) -> None:
        await route.fulfill(status=200, content_type="text/html", body="<h1>Wi-Fi</h1>")

    await phone.route("**/chat/*", portal)
    await screen.write("Nuôi ong")
    await screen.waits_with("Nuôi ong")
    await phone.unroute("**/chat/*")

    await screen.sees("Đã ghi: Nuôi ong")
    assert site.assistant.texts() == ["Nuôi ong"]


async def test_of_two_tabs_one_sends(
    site: Site, phone: BrowserContext, screen: Screen, other_tab: Screen
) -> None:
    await phone.set_offline(True)
    await screen.write("từ trang này")
    await other_tab.write("từ trang kia")
    for tab in (screen, other_tab):
        await tab.waits_with("từ trang này")
        await tab.waits_with("từ trang kia")
    screen.faults.clear()
    await phone.set_offline(False)

    for tab in (screen, other_tab):
        await tab.sees("Đã ghi: từ trang này")
        await tab.sees("Đã ghi: từ trang kia")
        await tab.sees("từ trang này")
    assert site.assistant.texts() == ["từ trang này", "từ trang kia"]
    assert once_each(site)


async def test_a_tab_that_died_while_sending_is_replaced(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    await phone.set_offline(True)
    await screen.write("Nuôi ong")
    await screen.page.close()
    await phone.set_offline(False)
    later = Screen(await phone.new_page())
    await later.page.clock.install()
    await later.page.add_init_script("localStorage['kheo.turn'] = `dead ${Date.now() + 4000}`")
    await later.open(site.url)
    waiting = site.assistant.texts()
    await later.page.clock.fast_forward(6000)

    await later.sees("Đã ghi: Nuôi ong")
    assert waiting == []
    assert site.assistant.texts() == ["Nuôi ong"]


async def test_a_message_the_server_refuses_does_not_hold_up_the_next(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    async def refuse(route: Route) -> None:
        await route.fulfill(status=413, json={"say": "Tin dài quá."})

    await phone.route("**/chat/say", refuse, times=1)
    await screen.write("Dài")
    await screen.write("Nuôi ong")

    await screen.sees("Đã ghi: Nuôi ong")
    await expect(screen.page.locator(".failed .note")).to_have_text("Tin dài quá.")
    assert site.assistant.texts() == ["Nuôi ong"]


async def test_where_events_do_not_come_through_the_page_asks(
    site: Site, phone: BrowserContext
) -> None:
    await phone.route("**/chat/events*", lambda route: route.abort())
    screen = await Screen(await phone.new_page()).open(site.url)
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    await screen.page.clock.install()
    await screen.page.reload()
    await screen.sees("Đã ghi: Nuôi ong")
    await site.assistant.say(site.assistant.taken[0].chat, Say("Còn 7 ngày."))
    await screen.page.clock.fast_forward(4000)

    await screen.sees("Còn 7 ngày.")
