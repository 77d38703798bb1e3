"""The page shows a person's own bubbles, all of them and nobody else's."""

import asyncio

import pytest

from bot.channels import Outgoing
from bot.channels.web.channel import Web
from conversations.say import Option, Say
from storage import merging
from storage.addresses import person_at
from storage.chats import Chat
from tests.bot.channels.web.assistant import GREETING
from tests.bot.channels.web.phone import Phone
from tests.bot.channels.web.site import Site

CANARY = "Canary: chỉ của đồng chí Páo"


async def person_of(site: Site, phone: Phone) -> str:
    async with site.database.reading() as tx:
        return await person_at(tx, Chat("web", "", phone.chat))


async def test_nobody_has_said_anything_yet(phone: Phone) -> None:
    assert await phone.bubbles() == []


async def test_both_sides_are_shown_in_order(phone: Phone) -> None:
    await phone.say(start="")
    await phone.say(id="message-9", text="Nuôi ong")
    greeting, mine, answer = await phone.bubbles()

    assert (greeting["side"], greeting["text"], greeting["mine"]) == ("ours", GREETING, "")
    assert (mine["side"], mine["text"], mine["mine"]) == ("theirs", "Nuôi ong", "message-9")
    assert answer["rows"] == [[["Sửa", "a:edit:1:1"], ["Phiếu để in, ký", "a:paper:1:1"]]]
    assert greeting["id"] < mine["id"] < answer["id"]
    assert greeting["at"] < answer["at"]


async def test_a_long_conversation_comes_in_pieces(site: Site, phone: Phone) -> None:
    await phone.say(start="")
    for number in range(250):
        await site.assistant.say(phone.chat, Say(f"Tin {number}"))
    first = await phone.bubbles()
    second = await phone.bubbles(after=first[-1]["id"])
    texts = [bubble["text"] for bubble in [*first, *second]]

    assert len(first) == 200
    assert list(dict.fromkeys(texts)) == [GREETING, *(f"Tin {number}" for number in range(250))]


async def test_a_bubble_committed_late_is_not_missed(site: Site, phone: Phone) -> None:
    await phone.say(start="")
    late = site.assistant.ids.next()
    await phone.say(text="Nuôi ong")
    last = (await phone.bubbles())[-1]["id"]

    again = {bubble["id"] for bubble in await phone.bubbles(after=last)}

    assert late < last
    assert last in again  # what came shortly before is looked at once more


@pytest.mark.parametrize("after", ["'; --", "zzz", "u" * 16, "\0" * 16, "é" * 16])
async def test_an_id_nobody_gave_out_is_as_good_as_none(phone: Phone, after: str) -> None:
    await phone.say(start="")

    assert [bubble["text"] for bubble in await phone.bubbles(after=after)] == [GREETING]


async def test_nobody_sees_what_is_said_to_somebody_else(
    site: Site, phone: Phone, other_phone: Phone
) -> None:
    for one in (phone, other_phone):
        await one.say(start="")
    await phone.say(text=CANARY)
    await site.assistant.say(phone.chat, Say(CANARY, ((Option(CANARY, "a:x::0"),),)))

    async with other_phone.listening() as events:
        heard = [await events.next() for _ in range(2)]
    assert CANARY not in str(await other_phone.bubbles()) + str(heard)
    assert CANARY in str(await phone.bubbles())


async def test_a_secret_of_nobody_shows_nothing(phone: Phone) -> None:
    await phone.say(text=CANARY)
    headers = {"Cookie": f"kheo={'x' * 43}"}
    phone.session.cookie_jar.clear()
    async with phone.session.get("/chat/bubbles", headers=headers) as response:
        found = await response.json()

    assert found == {"whose": "", "bubbles": []}


async def test_who_turns_out_to_be_known_has_one_conversation(
    site: Site, phone: Phone, other_phone: Phone
) -> None:
    await phone.say(text="từ máy này")
    await other_phone.say(text="từ máy kia")
    kept, gone = await person_of(site, phone), await person_of(site, other_phone)
    async with site.database.writing() as tx:
        await merging.merge(tx, kept=kept, gone=gone)

    assert await phone.texts() == await other_phone.texts()
    assert {"từ máy này", "từ máy kia"} <= set(await phone.texts())


async def test_what_another_process_sends_to_the_page_rings(site: Site, phone: Phone) -> None:
    await phone.say(start="")
    person = await person_of(site, phone)
    rung = asyncio.create_task(site.bell.wait(person, timeout=60))
    await asyncio.sleep(0)

    external = await Web(site.database, site.bell).send(
        Outgoing("row-1", "web", "", phone.chat, Say("Nhắc hạn"))
    )
    await rung

    assert external == "row-1"
