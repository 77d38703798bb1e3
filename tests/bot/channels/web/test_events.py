"""A stream brings what is new the moment it is there."""

import asyncio
import json

import pytest

from bot.channels.web import stream
from conversations.say import Say
from storage import merging
from tests.bot.channels.web.assistant import GREETING
from tests.bot.channels.web.phone import Phone
from tests.bot.channels.web.site import Site
from tests.bot.channels.web.test_bubbles import person_of


async def test_a_stream_begins_with_what_the_page_has_not_got(phone: Phone) -> None:
    await phone.say(start="")
    async with phone.listening() as events:
        assert await events.next() == {"retry": "3000"}
        first = await events.next()

    bubble = json.loads(first["data"])
    assert (first["id"], bubble["text"]) == (bubble["id"], GREETING)


async def test_an_answer_comes_by_the_stream(phone: Phone) -> None:
    await phone.say(start="")
    async with phone.listening() as events:
        await events.next()
        await events.next()
        await phone.say(text="Nuôi ong")
        texts = [json.loads((await events.next())["data"])["text"] for _ in range(2)]

    assert texts == ["Nuôi ong", "Đã ghi: Nuôi ong"]


async def test_a_stream_that_was_there_before_the_person_hears_the_first_answer(
    phone: Phone,
) -> None:
    async with phone.listening() as events:
        await events.next()
        await phone.say(start="")

        assert json.loads((await events.next())["data"])["text"] == GREETING


async def test_what_another_process_wrote_is_found_without_a_bell(
    site: Site, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stream, "LOOK_SECONDS", 0.01)
    await phone.say(start="")
    async with phone.listening() as events:
        await events.next()
        await events.next()
        await site.assistant.say(phone.chat, Say("Nhắc hạn"), ring=False)
        found = await events.next()

    assert json.loads(found["data"])["text"] == "Nhắc hạn"


async def test_a_stream_goes_on_after_the_last_event_the_page_had(phone: Phone) -> None:
    await phone.say(start="")
    for number in range(20):
        await phone.say(text=f"Tin {number}")
    last = (await phone.bubbles())[-1]["id"]
    async with phone.listening(after=last) as events:
        await events.next()
        first = json.loads((await events.next())["data"])

    assert first["text"] != GREETING


async def test_a_quiet_stream_gives_a_sign_of_life_every_20_seconds(
    site: Site, phone: Phone
) -> None:
    await phone.say(start="")
    person = await person_of(site, phone)
    async with phone.listening() as events:
        await events.next()
        await events.next()
        site.seconds += 20
        site.bell.ring(person)

        assert await events.next() == {"event": "beat"}


async def test_a_fifth_stream_of_a_chat_ends_the_oldest(phone: Phone) -> None:
    await phone.say(start="")
    async with phone.listening() as oldest:
        await oldest.next()
        await oldest.next()
        others = phone.listening(), phone.listening(), phone.listening()
        async with others[0], others[1], others[2], phone.listening() as newest:
            last = await oldest.next()
            first = await newest.next()

    assert (last, first) == ({"event": "bye"}, {"retry": "3000"})


async def test_who_turns_out_to_be_somebody_else_begins_anew(
    site: Site, phone: Phone, other_phone: Phone
) -> None:
    await phone.say(start="")
    await other_phone.say(start="")
    kept, gone = await person_of(site, phone), await person_of(site, other_phone)
    async with other_phone.listening() as events:
        await events.next()
        await events.next()
        async with site.database.writing() as tx:
            await merging.merge(tx, kept=kept, gone=gone)
        site.bell.ring(gone)

        assert [await events.next() for _ in range(2)] == [{"event": "again"}, {"event": "bye"}]


async def test_a_page_that_goes_away_leaves_no_stream_behind(site: Site, phone: Phone) -> None:
    await phone.say(start="")
    async with phone.listening() as events:
        await events.next()
    await site.down()

    assert {t.get_name() for t in asyncio.all_tasks()} == {asyncio.current_task().get_name()}  # type: ignore[union-attr]  # we are one


async def test_a_server_that_stops_ends_its_streams(site: Site, phone: Phone) -> None:
    await phone.say(start="")
    async with phone.listening() as events:
        await events.next()
        await events.next()
        await site.down()

        assert await events.next() == {"event": "bye"}
