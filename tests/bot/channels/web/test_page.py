"""What a browser gets before anybody has said anything."""

import gzip
import re
from pathlib import Path

import aiohttp
import pytest

from bot.channels.web.assets import FOLDER, Assets
from conversations.page import page_refusals, page_words
from tests.bot.channels.web.phone import Phone
from tests.bot.channels.web.site import Site, opened
from tests.bot.channels.web.words import REFUSALS, WORDS

ADDRESS = re.compile(r'(?:href|src)="(/page/[^"]+)"')
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)


async def html(phone: Phone, path: str = "/") -> str:
    async with phone.session.get(path) as response:
        return await response.text()


async def test_the_first_page_travels_in_at_most_100_kilobytes(phone: Phone) -> None:
    addresses = ["/", *set(ADDRESS.findall(await html(phone)))]
    sizes = []
    for address in addresses:
        async with phone.session.get(address, auto_decompress=False) as response:
            sizes.append(len(await response.read()))

    assert len(sizes) == 5
    assert sum(sizes) <= 100_000


async def test_everything_of_the_page_would_fit_uncompressed(phone: Phone) -> None:
    sizes = [len(file.body) for file in Assets(WORDS, REFUSALS).files.values()]

    assert sum(sizes) + len(await html(phone)) <= 100_000


@pytest.mark.parametrize("path", ["/", "/vao/7K3M2P", "/nowhere", "/chat/bubbles", "/page/x/y"])
async def test_every_answer_forbids_what_the_page_does_not_need(phone: Phone, path: str) -> None:
    async with phone.session.get(path) as response:
        headers = response.headers

    if path != "/nowhere":
        assert headers["Content-Security-Policy"] == CSP
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Permissions-Policy"] == "geolocation=(self), camera=(self)"


async def test_nothing_in_the_page_is_run_or_styled_in_place(phone: Phone) -> None:
    page = await html(phone)

    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", page) == []
    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:", page) == []


async def test_the_session_is_a_secret_that_scripts_cannot_read(site: Site) -> None:
    async with aiohttp.ClientSession(site.url) as session, session.get("/") as response:
        cookie = response.cookies["kheo"]

    assert re.fullmatch("[A-Za-z0-9_-]{43}", cookie.value)
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert (cookie["max-age"], cookie["secure"]) == ("31536000", "")


async def test_where_the_page_is_public_by_https_the_cookie_travels_no_other_way(
    tmp_path: Path,
) -> None:
    async with (
        opened(tmp_path, public_url="https://kheo.example") as site,
        aiohttp.ClientSession(site.url) as session,
        session.get("/") as response,
    ):
        assert response.cookies["kheo"]["secure"] is True


async def test_a_browser_keeps_its_secret_when_it_comes_back(phone: Phone) -> None:
    secret = phone.secret
    await phone.open()

    assert phone.secret == secret


async def test_opening_the_page_leaves_nothing_in_the_database(site: Site, phone: Phone) -> None:
    await phone.bubbles()
    async with site.database.reading() as tx:
        found = await tx.rows("SELECT id FROM people")

    assert found == []


async def test_the_secret_is_stored_nowhere(site: Site, phone: Phone) -> None:
    await phone.say(text="Nuôi ong lấy mật")
    files = [path for path in site.folder.rglob("*") if path.is_file()]

    assert any(phone.chat.encode() in path.read_bytes() for path in files)
    assert not any(phone.secret.encode() in path.read_bytes() for path in files)


async def test_a_link_with_a_code_hands_it_to_the_page(phone: Phone) -> None:
    assert 'data-code="7K3-M2P"' in await html(phone, "/vao/7K3-M2P")


@pytest.mark.parametrize("code", ["abc", "a" * 25, '"><script>', "7K3M2P%0A", "7K3 M2P"])
async def test_what_cannot_be_a_code_is_not_handed_on(phone: Phone, code: str) -> None:
    assert 'data-code=""' in await html(phone, f"/vao/{code}")


async def test_a_link_with_a_code_leads_to_the_app_too(site: Site, phone: Phone) -> None:
    site.ways = [("Telegram", "https://t.me/kheo_bot?start=")]
    page = await html(phone, "/vao/7K3M2-P9T4X")

    assert '<a href="https://t.me/kheo_bot?start=7K3M2-P9T4X">Mở Telegram</a>' in page
    assert "hoặc làm ngay trên trang này" in page


async def test_who_is_led_to_zalo_reads_what_to_send_there(site: Site, phone: Phone) -> None:
    site.ways = [("Zalo", "https://zalo.me/1?text=")]
    page = await html(phone, "/vao/7K3M2P9T4X")

    assert '<a href="https://zalo.me/1?text=7K3M2P9T4X">Mở Zalo</a>' in page
    assert "Trong Zalo gửi: <b>DANG KY 7K3M2-P9T4X</b>." in page


async def test_where_zalo_is_full_the_page_says_so(site: Site, phone: Phone) -> None:
    site.full = True

    assert "Zalo hết chỗ, đồng chí làm ngay trên trang này." in await html(phone, "/vao/7K3M2P")


async def test_a_visitor_is_the_same_when_they_come_again(site: Site, phone: Phone) -> None:
    await html(phone, "/vao/7K3M2P")
    headers = {"User-Agent": "Mozilla/5.0 (Linux; Android 7.0) Chrome/70.0 Mobile"}
    async with phone.session.get("/vao/7K3M2P", headers=headers):
        pass

    computer, mobile = site.followers
    assert (computer.computer, mobile.computer) == (True, False)
    assert computer.who == mobile.who


@pytest.mark.parametrize("path", ["/", "/vao/abc"])
async def test_without_a_code_no_app_is_offered(site: Site, phone: Phone, path: str) -> None:
    site.ways = [("Telegram", "https://t.me/kheo_bot?start=")]

    assert "t.me" not in await html(phone, path)


async def test_without_the_database_the_page_is_there_all_the_same(
    site: Site, phone: Phone
) -> None:
    site.assistant.down = True
    page = await html(phone, "/vao/7K3M2P9T4X")

    assert 'data-code="7K3M2P9T4X"' in page
    assert 'id="ways"' not in page


async def test_where_there_is_no_other_app_only_the_page_is_there(phone: Phone) -> None:
    assert 'id="ways"' not in await html(phone, "/vao/7K3M2-P9T4X")


def test_words_become_no_markup() -> None:
    wicked = '</script><script>alert("$js")</script>'
    page = Assets({**WORDS, "title": wicked, "send": wicked}, REFUSALS).html("7K3M2P")

    assert wicked not in page
    assert page.count("</script>") == 2


def test_a_word_that_is_missing_is_missed_before_anybody_opens_the_page() -> None:
    with pytest.raises(KeyError):
        Assets({key: word for key, word in WORDS.items() if key != "no_script"}, REFUSALS)


def test_the_assistant_has_every_word_of_the_page() -> None:
    assert set(page_words(str)) == set(WORDS)
    assert set(page_refusals(str)) == set(REFUSALS)


def test_the_scripts_say_only_words_there_are() -> None:
    said = {
        word
        for script in FOLDER.glob("*.js")
        for word in re.findall(r"\bwords\.(\w+)", script.read_text("utf-8"))
    }

    assert said - set(WORDS) == set()


async def test_a_file_of_the_page_is_kept_forever_under_the_address_of_its_content(
    phone: Phone,
) -> None:
    address = next(a for a in ADDRESS.findall(await html(phone)) if a.endswith("chat.js"))
    async with phone.session.get(address) as response:
        kept = response.headers["Cache-Control"]
    async with phone.session.get("/page/older/chat.js") as response:
        other = response.headers["Cache-Control"]

    assert "immutable" in kept
    assert other == "no-store"


async def test_a_browser_that_cannot_unpack_gets_the_file_as_it_is(phone: Phone) -> None:
    headers = {"Accept-Encoding": "identity"}
    async with phone.session.get("/page/x/chat.css", headers=headers) as response:
        plain = await response.read()
    files = Assets(WORDS, REFUSALS).files

    assert plain == files["chat.css"].body == gzip.decompress(files["chat.css"].zipped)
