"""A conversation in a real browser."""

import re

import pytest
from playwright.async_api import BrowserContext, expect

from conversations.said import Place, Press, Start, Text
from conversations.say import Option, Say
from storage import merging
from storage.addresses import person_at
from storage.chats import Chat
from tests.bot.channels.web.assistant import GREETING
from tests.bot.channels.web.browser.screen import Screen
from tests.bot.channels.web.site import Site

pytestmark = pytest.mark.asyncio(loop_scope="session")
TO_THE_TOP = """() => new Promise((seen) => {
    window.addEventListener("scroll", () => requestAnimationFrame(seen), { once: true });
    window.scrollTo(0, 0);
})"""
QUESTION = Say("Hỏi?", ((Option("Một", "d:x:k:1"), Option("Hai", "d:x:k:2")),))


async def test_who_opens_the_page_is_greeted(site: Site, screen: Screen) -> None:
    assert [taken.said for taken in site.assistant.taken] == [Start("")]
    assert await screen.texts() == [GREETING]
    assert screen.faults == []


async def test_what_is_said_is_answered(site: Site, screen: Screen) -> None:
    await screen.write("Nuôi ong lấy mật")

    await screen.sees("Đã ghi: Nuôi ong lấy mật")
    assert (await screen.texts())[1:] == ["Nuôi ong lấy mật", "Đã ghi: Nuôi ong lấy mật"]
    assert site.assistant.texts() == ["Nuôi ong lấy mật"]
    assert screen.faults == []


async def test_words_are_shown_as_they_were_written(screen: Screen) -> None:
    wicked = "<b>ong</b> & <script>alert(1)</script> “mật”"
    await screen.write(wicked)

    await screen.sees(f"Đã ghi: {wicked}")


async def test_a_button_says_its_label_and_the_question_is_closed(
    site: Site, screen: Screen
) -> None:
    await screen.touch("Đồng ý")

    await screen.sees("Câu 1/4. Tên mô hình là gì?")
    await screen.sees("Đồng ý")
    await expect(screen.button("Đồng ý")).to_have_count(0)
    taken = site.assistant.taken[-1]
    assert (taken.said, taken.label) == (Press("d:x:consent:yes"), "Đồng ý")


async def test_the_buttons_of_a_question_go_when_another_is_asked(
    site: Site, screen: Screen
) -> None:
    await site.assistant.say(site.assistant.taken[0].chat, QUESTION)

    await expect(screen.button("Một")).to_be_visible()
    await expect(screen.button("Đồng ý")).to_have_count(0)


async def test_what_stands_outside_a_question_stays_usable(site: Site, screen: Screen) -> None:
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    await screen.write("Nuôi lươn")
    await screen.sees("Đã ghi: Nuôi lươn")
    await screen.button("Sửa").first.tap()
    await screen.sees("Đã ghi: Sửa")

    assert site.assistant.taken[-1].said == Press("a:edit:1:1")
    await expect(screen.button("Sửa")).to_have_count(3)


async def test_a_reminder_appears_by_itself(site: Site, screen: Screen) -> None:
    await site.assistant.say(site.assistant.taken[0].chat, Say("Còn 7 ngày là hết hạn."))

    await screen.sees("Còn 7 ngày là hết hạn.")


async def test_after_a_reload_everything_is_there_once(screen: Screen) -> None:
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    before = await screen.texts()
    await screen.page.reload()
    await screen.sees("Đã ghi: Nuôi ong")

    assert await screen.texts() == before
    assert screen.faults == []


async def test_a_second_tab_shows_the_same_conversation(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    other = await Screen(await phone.new_page()).open(site.url)
    await other.write("Nuôi lươn")

    for tab in (screen, other):
        await tab.sees("Đã ghi: Nuôi lươn")
        await tab.sees("Nuôi lươn")
    assert await screen.texts() == await other.texts()
    assert len([t for t in site.assistant.taken if isinstance(t.said, Start)]) == 1


async def test_a_link_says_its_code_once(site: Site, phone: BrowserContext) -> None:
    screen = Screen(await phone.new_page())
    for _ in range(2):
        await screen.open(f"{site.url}/vao/7K3M2P", says=f"{GREETING} 7K3M2P")

    assert [taken.said for taken in site.assistant.taken] == [Start("7K3M2P")]
    assert screen.page.url == f"{site.url}/"


async def test_a_link_offers_the_app_until_something_is_said_here(
    site: Site, screen: Screen
) -> None:
    site.ways = [("Telegram", "https://t.me/kheo_bot?start=")]
    await screen.open(f"{site.url}/vao/7K3M2P9T4X", says=f"{GREETING} 7K3M2P9T4X")
    way = screen.page.get_by_role("link", name="Mở Telegram")

    await expect(way).to_be_in_viewport()
    assert await way.get_attribute("href") == "https://t.me/kheo_bot?start=7K3M2P9T4X"
    await screen.write("Nuôi ong")
    await expect(way).to_be_hidden()
    assert screen.page.url == f"{site.url}/"


async def test_a_link_says_its_code_again_where_nothing_is_known_of_it(
    site: Site, phone: BrowserContext
) -> None:
    screen = Screen(await phone.new_page())
    await screen.open(f"{site.url}/vao/7K3M2P", says=f"{GREETING} 7K3M2P")
    async with site.database.writing() as tx:
        await tx.run("DELETE FROM outbox")

    await screen.open(f"{site.url}/vao/7K3M2P", says=f"{GREETING} 7K3M2P")

    assert [taken.said for taken in site.assistant.taken] == [Start("7K3M2P")] * 2


async def test_who_is_known_from_another_phone_sees_that_conversation(
    site: Site, screen: Screen
) -> None:
    await screen.write("Nuôi ong")
    await screen.sees("Đã ghi: Nuôi ong")
    here = Chat("web", "", site.assistant.taken[0].chat)
    async with site.database.writing() as tx:
        gone = await person_at(tx, here)
        await tx.run(
            """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                                   demo, created_at)
               VALUES ('known', '', '', '', '', 'vi', '', '{}', 0, 0)"""
        )
        await merging.merge(tx, kept="known", gone=gone)
    site.bell.ring(gone)
    await site.assistant.say(here.chat, Say("Đồng chí đã vào lại."))

    await screen.sees("Đồng chí đã vào lại.")
    await screen.sees("Nuôi ong")
    assert (await screen.texts())[0] == GREETING


async def test_a_phone_number_can_be_called(site: Site, screen: Screen) -> None:
    words = "Số 17, mã DVK-2027-0017, hạn 20/3/2027. Người giúp: đồng chí Hạnh, 0912 345 678."
    await site.assistant.say(site.assistant.taken[0].chat, Say(words))

    calls = screen.page.get_by_role("link")
    await expect(calls).to_have_count(1)
    await expect(calls).to_have_attribute("href", "tel:0912345678")


async def test_what_is_half_written_survives_a_reload(screen: Screen) -> None:
    await screen.box.fill("Chi bộ vận động 12 hộ")
    await screen.page.reload()

    await expect(screen.box).to_have_value("Chi bộ vận động 12 hộ")


async def test_nothing_and_too_much_are_not_sent(site: Site, screen: Screen) -> None:
    await screen.write("  \n ")
    await screen.write("ố" * 20_001)

    await expect(screen.page.get_by_text("Tin dài quá 20.000 chữ")).to_be_visible()
    await expect(screen.box).to_have_value(re.compile("^ố+$"))
    assert len(site.posts) == 1  # the greeting


async def test_a_place_is_offered_when_one_is_asked_for(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    await phone.grant_permissions(["geolocation"])
    await phone.set_geolocation({"latitude": 22.1234567, "longitude": 103.7654321})
    await expect(screen.button("Gửi vị trí đang đứng")).to_have_count(0)
    await screen.write("ở đâu")
    await screen.touch("Gửi vị trí đang đứng")

    await screen.sees("22.12346, 103.76543")
    assert site.assistant.taken[-1].said == Place(22.12346, 103.76543)
    await expect(screen.button("Gửi vị trí đang đứng")).to_have_count(0)


async def test_a_phone_that_does_not_tell_its_place_asks_for_words(
    phone: BrowserContext, screen: Screen
) -> None:
    await phone.clear_permissions()
    await screen.write("ở đâu")
    await screen.touch("Gửi vị trí đang đứng")

    await expect(screen.page.get_by_text("Máy không cho biết vị trí.")).to_be_visible()


async def test_who_reads_what_was_said_before_is_not_carried_away(
    site: Site, screen: Screen
) -> None:
    chat = site.assistant.taken[0].chat
    for number in range(30):
        await site.assistant.say(chat, Say(f"Tin {number}"))
    await screen.sees("Tin 29")
    await screen.page.evaluate(TO_THE_TOP)
    await site.assistant.say(chat, Say("Tin mới"))
    await screen.touch("Có tin mới ↓")

    await expect(screen.bubble("Tin mới")).to_be_in_viewport()
    await expect(screen.button("Có tin mới ↓")).to_have_count(0)


async def test_a_long_bubble_is_shown_from_its_beginning(site: Site, screen: Screen) -> None:
    await site.assistant.say(site.assistant.taken[0].chat, Say("Đầu tin. " + "Dài lắm. " * 300))
    await screen.page.get_by_text("Đầu tin.").wait_for()

    top = await screen.page.locator(".bubble").last.evaluate("b => b.getBoundingClientRect().top")
    assert 0 <= top < 100


async def test_texts_of_many_lines_stay_as_they_are(site: Site, screen: Screen) -> None:
    await screen.box.fill("Tên: Nuôi ong\nĐịa chỉ: bản Suối Đá")
    await screen.touch("Gửi")
    await screen.page.get_by_text("Đã ghi:").wait_for()

    assert site.assistant.taken[-1].said == Text("Tên: Nuôi ong\nĐịa chỉ: bản Suối Đá")
