"""What can be followed in what the assistant says: phone numbers, and the way to the desk."""

import pytest
from playwright.async_api import expect

from conversations.say import Say
from tests.bot.channels.web.browser.screen import Screen
from tests.bot.channels.web.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")
LINK = "https://kheo.example/ban/vao/7K3M2P9T4X7K3M2P9T4X"


async def test_the_link_to_the_desk_can_be_followed_and_no_other_address(
    site: Site, screen: Screen
) -> None:
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    chat = site.assistant.taken[0].chat
    say = Say(f"Mở:\n{LINK}\nhoặc https://elsewhere.example/x, gọi 0912 000 009.")
    await site.assistant.say(chat, say)
    link = screen.page.get_by_role("link", name=LINK)
    await expect(link).to_have_attribute("href", LINK)

    links = await screen.page.locator(".bubble a").all_text_contents()
    assert links == [LINK, "0912 000 009"]
