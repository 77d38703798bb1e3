"""Tables from a phone, and files onto it."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, expect

from conversations.said import File
from conversations.say import Say, SentFile
from tests.bot.channels.web.browser.screen import Screen
from tests.bot.channels.web.site import Site
from tests.bot.channels.web.words import REFUSALS, WORDS

pytestmark = pytest.mark.asyncio(loop_scope="session")

NAME = "Mẫu nhập đơn vị.xlsx"
FOREVER = 4_000_000_000_000
UNTIL_KEPT = """() => new Promise((kept) => {
    const names = () => Object.keys(localStorage).filter((key) => key.startsWith("kheo.unsent."));
    const look = () => (names().length ? kept() : requestAnimationFrame(look));
    look();
})"""


def table(*, size: int = 40) -> Any:
    """Return a table as it lies on a phone."""
    return {"name": "đơn vị.csv", "mimeType": "text/csv", "buffer": b"x" * size}


async def choose(screen: Screen, file: Any) -> None:
    await screen.write("nhập")
    await screen.sees("Mời đồng chí gửi tệp Excel vào đây.")
    async with screen.page.expect_file_chooser() as opening:
        await screen.touch("Chọn tệp Excel")
    await (await opening.value).set_files([file])


async def handed_over(site: Site, until: int = FOREVER) -> None:
    """Let the assistant hand a file over."""
    site.files.there["f1"] = (NAME, b"PK workbook")
    chat = site.assistant.taken[0].chat
    await site.assistant.say(chat, Say("Tệp đồng chí cần", file=SentFile("f1", NAME, until)))


async def test_a_table_is_offered_to_be_sent_only_when_one_is_asked_for(screen: Screen) -> None:
    await expect(screen.button("Chọn tệp Excel")).to_be_hidden()

    await screen.write("nhập")

    await expect(screen.button("Chọn tệp Excel")).to_be_visible()


async def test_a_table_is_taken_with_its_name_and_bytes(site: Site, screen: Screen) -> None:
    await choose(screen, table())

    await screen.sees("Đã ghi: 📄 đơn vị.csv")
    await screen.sees("📄 đơn vị.csv")
    assert site.files.came == [b"x" * 40]
    assert isinstance(site.assistant.taken[-1].said, File)
    assert screen.faults == []


async def test_a_table_that_waits_survives_the_page(
    site: Site, phone: BrowserContext, screen: Screen
) -> None:
    await screen.write("nhập")
    await screen.sees("Mời đồng chí gửi tệp Excel vào đây.")
    await phone.set_offline(True)
    async with screen.page.expect_file_chooser() as opening:
        await screen.touch("Chọn tệp Excel")
    await (await opening.value).set_files([table()])
    await screen.page.evaluate(UNTIL_KEPT)
    await screen.page.close()
    await phone.set_offline(False)

    later = await Screen(await phone.new_page()).open(site.url)
    await later.sees("Đã ghi: 📄 đơn vị.csv")
    assert site.files.came == [b"x" * 40]


async def test_a_table_over_five_mebibytes_is_not_even_sent(site: Site, screen: Screen) -> None:
    await choose(screen, table(size=6 * 2**20))

    await expect(screen.page.locator(".failed .note")).to_have_text(REFUSALS["table-too-large"])
    assert [path for path, _ in site.posts if "table" in path] == []


async def test_a_file_is_saved_under_its_name(site: Site, screen: Screen) -> None:
    await handed_over(site)
    await screen.sees("Tệp đồng chí cần")
    async with screen.page.expect_download() as coming:
        await screen.page.get_by_role("link", name=NAME).tap()
    download = await coming.value

    assert download.suggested_filename == NAME
    assert Path(await download.path()).read_bytes() == b"PK workbook"  # noqa: ASYNC240 - one small file
    await screen.sees("Tệp đồng chí cần")


async def test_a_file_whose_time_is_over_is_words_and_no_link(site: Site, screen: Screen) -> None:
    await handed_over(site, until=1)
    await screen.sees("Tệp đồng chí cần")

    await expect(screen.page.locator("p.file")).to_have_text(WORDS["file_gone"])
    await expect(screen.page.get_by_role("link", name=re.compile("Mẫu"))).to_have_count(0)


async def test_link_and_button_fit_a_phone(site: Site, screen: Screen) -> None:
    await screen.write("nhập")
    await handed_over(site)
    await site.assistant.say(site.assistant.taken[0].chat, Say("Gửi vào đây", wants="table"))
    await expect(screen.button("Chọn tệp Excel")).to_be_visible()

    wide = "document.documentElement.scrollWidth"
    assert await screen.page.evaluate(wide) <= 390
    for box in (screen.page.get_by_role("link", name=NAME), screen.button("Chọn tệp Excel")):
        size = await box.bounding_box()
        assert size
        assert size["height"] >= 44
