"""A registration begun on Zalo, gone on with on the web, and finished on Telegram."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import humans, outbox
from storage.outbox import OutboxRow
from tests.acceptance.browsing import Visitor, visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.telling import CODE, CONTENT, NAME, PLACE, RECEIPT
from tests.acceptance.touching import presses
from tests.acceptance.touching import says as says_on_telegram
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Person
from tests.fakes.zalo import Chat, FakeZalo

LINK = r"/vao/([0-9A-Z]{10})\b"
QUESTION = "Mô hình làm ở đâu?"


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    """Give a Zalo of our own with two bots; a call that breaks the contract fails the test."""
    async with FakeZalo(bots=2, longest_poll=0.25) as fake:
        yield fake
        assert fake.complaints == []


@pytest.fixture
async def bot(
    zalo: FakeZalo, telegram: FakeTelegram, sqlite_url: str, tmp_path: Path
) -> AsyncIterator[Inside]:
    """Give a bot on all three channels."""
    tokens = " ".join(one.token for one in zalo.bots)
    also = {"KHEO_ZALO_TOKENS": tokens, "KHEO_ZALO_API": zalo.url}
    env = settings(tmp_path / "data", sqlite_url, **on(telegram), **also)
    async with inside(env) as bot:
        yield bot


async def says(chat: Chat, words: str) -> str:
    """Say words on Zalo, or the number of an answer; return what comes."""
    await chat.writes(words)
    return (await chat.reads()).text


async def begins(chat: Chat) -> None:
    """Agree and give the name of a model."""
    await says(chat, f"DANG KY {CODE}")
    await says(chat, "1")
    await says(chat, "1")
    assert QUESTION in await says(chat, NAME)


def code_in(text: str) -> str:
    """Return the code in the address of the page."""
    found = re.search(LINK, text)
    assert found
    return found[1]


async def goes_on(visitor: Visitor, code: str) -> None:
    """Follow a code on the page and answer two questions."""
    await visitor.opens(code)
    assert QUESTION in await visitor.presses("Đồng ý")
    await visitor.presses(PLACE)
    await visitor.presses("Phát triển kinh tế")


async def test_begun_on_zalo_gone_on_with_on_the_web_finished_on_telegram(
    zalo: FakeZalo, lan: Person, bot: Inside
) -> None:
    on_zalo = zalo.person("Lan").at(zalo.bots[0])
    await begins(on_zalo)
    way = await says(on_zalo, "mã")
    assert f"?start={code_in(way)}" in way
    assert "https://zalo.me/" not in way
    async with visiting(bot) as visitor:
        await goes_on(visitor, code_in(way))
        ways = await visitor.says("mã")
        assert f"https://zalo.me/{zalo.bots[0].id}?text=" in ways
    await says_on_telegram(lan, f"/start {code_in(ways)}")
    await presses(lan, "Đồng ý")
    await says_on_telegram(lan, CONTENT)

    assert re.search(RECEIPT, await presses(lan, "Gửi"))
    assert await bot.rows("SELECT count(DISTINCT person) FROM addresses") == [(1,)]
    ((name, person),) = await bot.rows("SELECT name, typed_by FROM entries WHERE name LIKE 'Tổ%'")
    assert name == NAME
    async with bot.db.reading() as tx:
        chats = (await humans.with_chats(tx, [person]))[person].chats
    assert [chat.channel for chat in chats] == ["telegram", "web", "zalo"]
    await lan.sees(NAME)


async def test_a_second_bot_on_zalo_is_the_same_person_in_the_middle_of_it_all(
    zalo: FakeZalo, bot: Inside
) -> None:
    person = zalo.person("Lan")
    first, second = (person.at(one) for one in zalo.bots)
    await begins(first)
    code = code_in(await says(first, "mã"))
    await says(second, f"MA {code}")

    assert QUESTION in await says(second, "1")
    assert await bot.rows("SELECT count(DISTINCT person), count(*) FROM addresses") == [(1, 2)]


async def test_whoever_has_a_code_is_led_to_a_bot_with_room(zalo: FakeZalo, bot: Inside) -> None:
    async with bot.phone() as phone, phone.session.get(f"/vao/{CODE}") as response:
        page = await response.text()

    shown = re.findall(r"https://chat\.zalo\.me/\?c=(\d+)&amp;text=DANG%20KY%20(\w+)", page)
    assert len(shown) == 1
    assert shown[0][0] in {one.id for one in zalo.bots}
    assert shown[0][1] == CODE


async def test_what_a_bot_without_its_token_cannot_say_is_on_the_page(
    zalo: FakeZalo, bot: Inside
) -> None:
    on_zalo = zalo.person("Lan").at(zalo.bots[0])
    await begins(on_zalo)
    async with visiting(bot) as visitor:
        await goes_on(visitor, code_in(await says(on_zalo, "mã")))
        zalo.reset_token(zalo.bots[0])
        ((person,),) = await bot.rows("SELECT DISTINCT person FROM addresses")
        async with bot.db.writing() as tx:
            row = OutboxRow("0", "zalo", on_zalo.bot, on_zalo.id, person, say={"text": "Tin mới"})
            await outbox.add(tx, [row])
        bot.parts.deliver.look()

        await eventually(lambda: reads(visitor, "Tin mới"))
    await eventually(lambda: is_lost(bot, on_zalo.bot))


async def test_a_bot_is_lost_when_it_hears_nothing_any_more_or_is_run_no_more(
    zalo: FakeZalo, bot: Inside, sqlite_url: str, tmp_path: Path
) -> None:
    refused, run_no_more = zalo.bots
    zalo.reset_token(refused)
    await eventually(lambda: is_lost(bot, refused.id))
    assert not await is_lost(bot, run_no_more.id)

    one = {"KHEO_ZALO_TOKENS": refused.token, "KHEO_ZALO_API": zalo.url}
    async with inside(settings(tmp_path / "other", sqlite_url, **one)):
        await eventually(lambda: is_lost(bot, run_no_more.id))


async def reads(visitor: Visitor, words: str) -> bool:
    return words in await visitor.reads()


async def is_lost(bot: Inside, name: str) -> bool:
    return (name,) in await bot.rows("SELECT bot FROM bots WHERE refused_at > 0")
