"""The fake Telegram hands out updates, and people see what the bot writes."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import aiohttp
import pytest
import telegram as ptb

from tests.fakes.telegram import FakeTelegram, Person
from tests.fakes.telegram_by_hand import Bot

PICTURE = b"\xff\xd8\xff picture"
AGREE = {"inline_keyboard": [[{"text": "Đồng ý", "callback_data": "v1:consent:yes"}]]}


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = dt.datetime(2027, 3, 1, 8, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.now

    def passes(self, **span: float) -> None:
        self.now += dt.timedelta(**span)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram(clock=clock) as telegram:
        yield telegram


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(telegram, session)


@pytest.fixture
async def lan(telegram: FakeTelegram) -> Person:
    lan = telegram.person("Lan")
    await lan.says("/start")
    return lan


async def test_an_offset_confirms_what_is_before_it(
    telegram: FakeTelegram, bot: Bot, lan: Person
) -> None:
    second, third = await lan.says("hai"), await lan.says("ba")

    assert len(await bot.fetches()) == 3
    assert len(await bot.fetches(limit=2)) == 2
    assert await bot.fetches(offset=second.update_id) == [second.update_id, third.update_id]
    assert telegram.updates_pending == 2
    assert await bot.fetches(offset=third.update_id + 1) == []
    await telegram.drained()


async def test_a_negative_offset_counts_from_the_end(bot: Bot, lan: Person) -> None:
    last = await lan.says("hai")

    assert await bot.fetches(offset=-1) == [last.update_id]
    assert await bot.fetches() == [last.update_id]
    assert await bot.fetches(offset=last.update_id + 1000) == [last.update_id]


async def test_only_updates_asked_for_are_queued(bot: Bot, lan: Person) -> None:
    await bot.does("getUpdates", allowed_updates=["callback_query"], offset=-1)

    assert (await lan.says("không ai nghe")).update_id == 0
    assert len(await bot.fetches(allowed_updates=[])) == 1
    assert (await lan.says("có người nghe")).update_id != 0


async def test_a_poll_waits_for_the_first_update(
    telegram: FakeTelegram, bot: Bot, lan: Person
) -> None:
    poll = asyncio.create_task(bot.fetches(offset=730_000_002, timeout=30))
    await telegram.drained()
    sent = await lan.says("hai")

    assert await poll == [sent.update_id]
    assert await bot.fetches(offset=sent.update_id + 1, timeout=0) == []


async def test_a_second_poll_ends_the_older_one(telegram: FakeTelegram, bot: Bot) -> None:
    older = asyncio.create_task(bot.asks("getUpdates", timeout=30))
    await telegram.called("getUpdates")
    newer = asyncio.create_task(bot.asks("getUpdates", timeout=30))

    assert (await older)["description"].startswith("Conflict: terminated by other getUpdates")
    await telegram.person("Bình").says("/start")
    assert len((await newer)["result"]) == 1
    assert telegram.violations == []


async def test_a_webhook_ends_polling(telegram: FakeTelegram, bot: Bot) -> None:
    poll = asyncio.create_task(bot.asks("getUpdates", timeout=30))
    await telegram.called("getUpdates")
    await bot.does("setWebhook", url="http://127.0.0.1:9/hook")

    assert (await poll)["error_code"] == 409
    assert (await bot.asks("getUpdates"))["description"].startswith(
        "Conflict: can't use getUpdates"
    )
    await bot.does("deleteWebhook")
    assert await bot.fetches() == []


async def test_presses_are_dropped_sooner_than_messages(
    bot: Bot, lan: Person, clock: Clock
) -> None:
    await bot.does("sendMessage", chat_id=lan.id, text="?", reply_markup=AGREE)
    press = await lan.presses("Đồng ý")

    assert press.update_id in await bot.fetches()
    clock.passes(seconds=151)
    assert len(await bot.fetches()) == 1
    clock.passes(hours=24)
    assert await bot.fetches() == []


async def test_an_update_can_come_again(telegram: FakeTelegram, bot: Bot, lan: Person) -> None:
    sent = await lan.says("một lần")
    assert await bot.fetches(offset=sent.update_id) == [sent.update_id]
    assert await bot.fetches(offset=sent.update_id + 1) == []

    await telegram.redeliver(sent.update_id)

    assert await bot.fetches(offset=sent.update_id + 1) == [sent.update_id]
    assert telegram.updates_pending == 1
    assert await bot.fetches(offset=sent.update_id + 1) == []
    assert telegram.updates_pending == 0


async def test_a_press_carries_what_the_bubble_showed(bot: Bot, lan: Person) -> None:
    await bot.does("sendMessage", chat_id=lan.id, text="Đồng chí đồng ý?", reply_markup=AGREE)
    [old] = await lan.reads()
    await bot.does("editMessageText", chat_id=lan.id, message_id=old.message_id, text="Xong")

    press = await lan.presses("Đồng ý", bubble=old)
    again = await lan.presses_again(press)

    *_, first, second = await bot.does("getUpdates")
    assert first["callback_query"] == second["callback_query"]
    assert first["callback_query"]["data"] == "v1:consent:yes"
    assert (press.query_id, press.update_id + 1) == (again.query_id, again.update_id)
    with pytest.raises(LookupError, match="no button 'Đồng ý'"):
        await lan.presses("Đồng ý")


async def test_a_press_can_be_answered_while_it_is_young(
    telegram: FakeTelegram, bot: Bot, lan: Person, clock: Clock
) -> None:
    await bot.does("sendMessage", chat_id=lan.id, text="?", reply_markup=AGREE)
    query = (await lan.presses("^Đồng")).query_id
    telegram.query_lives = dt.timedelta(seconds=10)

    assert await bot.does("answerCallbackQuery", callback_query_id=query) is True
    assert await bot.does("answerCallbackQuery", callback_query_id=query, text="Rồi") is True
    clock.passes(seconds=11)
    late = await bot.asks("answerCallbackQuery", callback_query_id=query)
    assert "query is too old" in late["description"]
    assert telegram.violations == []


async def test_an_edit_that_changes_nothing_is_told(
    telegram: FakeTelegram, bot: Bot, lan: Person
) -> None:
    sent = await bot.does("sendMessage", chat_id=lan.id, text="Câu 1", reply_markup=AGREE)
    named = {"chat_id": lan.id, "message_id": sent["message_id"]}

    same = await bot.asks("editMessageReplyMarkup", **named, reply_markup=AGREE)
    await bot.does("editMessageReplyMarkup", **named)

    assert "message is not modified" in same["description"]
    assert telegram.violations == []
    bubble = await lan.sees("^Câu 1$")
    assert (bubble.buttons, bubble.edited) == ([], True)


async def test_who_blocks_the_bot_gets_nothing(
    telegram: FakeTelegram, bot: Bot, lan: Person
) -> None:
    await lan.blocks()
    answer = await bot.asks("sendMessage", chat_id=lan.id, text="Nhắc")
    await lan.unblocks()
    await bot.does("sendMessage", chat_id=lan.id, text="Chào lại")

    told = [
        u["my_chat_member"]["new_chat_member"]["status"] for u in (await bot.does("getUpdates"))[1:]
    ]
    assert (answer["error_code"], answer["description"]) == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    assert told == ["kicked", "member"]
    assert [bubble.text for bubble in await lan.reads()] == ["Chào lại"]
    assert telegram.violations == []


async def test_all_that_a_person_sends_is_what_ptb_knows(
    telegram: FakeTelegram, bot: Bot, lan: Person
) -> None:
    await bot.does("sendMessage", chat_id=lan.id, text="?", reply_markup=AGREE)
    await lan.edits("/start lại")
    await lan.presses("Đồng ý")
    first, second = await lan.sends_album([PICTURE, PICTURE], caption="Ảnh")
    await lan.sends_document("bieu.xlsx", "application/vnd.ms-excel")
    await lan.sends_voice()
    await lan.sends_sticker()
    await lan.shares_contact("+84900000001")
    await lan.shares_contact("+84900000002", own=False)
    await lan.shares_place(21.03, 105.85)
    await lan.says_in_group(telegram.group("Tổ dân vận"), "Chào cả nhà")
    await lan.blocks()

    updates = [ptb.Update.de_json(one, None) for one in await bot.does("getUpdates")]
    contacts = [
        u.message.contact.user_id == lan.id for u in updates if u.message and u.message.contact
    ]
    assert len(updates) == 13
    assert not any(u.api_kwargs or (u.effective_message or u).api_kwargs for u in updates)
    assert contacts == [True, False]
    assert second.update_id == first.update_id + 1


async def test_a_reply_keyboard_is_pressed_by_saying_its_label(bot: Bot, lan: Person) -> None:
    rows = [["Đăng ký", {"text": "Gửi số", "request_contact": True}]]
    await bot.does("sendMessage", chat_id=lan.id, text="?", reply_markup={"keyboard": rows})

    await lan.presses("Đăng ký")

    assert (await bot.does("getUpdates"))[-1]["message"]["text"] == "Đăng ký"
    with pytest.raises(LookupError, match="request_contact button"):
        await lan.presses("Gửi số")
    await bot.does("sendMessage", chat_id=lan.id, text=".", reply_markup={"remove_keyboard": True})
    assert lan.keyboard == []


async def test_reading_says_what_it_waited_for(lan: Person, telegram: FakeTelegram) -> None:
    with pytest.raises(AssertionError, match="1 bubbles expected"):
        await lan.reads(within=0.01)
    with pytest.raises(AssertionError, match="'Chào' is not in"):
        await lan.sees("Chào", within=0.01)
    with pytest.raises(AssertionError, match="1 updates are not confirmed"):
        await telegram.drained(within=0.01)


async def test_ptb_talks_to_it(telegram: FakeTelegram, lan: Person) -> None:
    await lan.sends_photo(PICTURE)
    root, files = f"{telegram.url}/bot", f"{telegram.url}/file/bot"
    async with ptb.Bot(telegram.token, base_url=root, base_file_url=files) as bot:
        button = ptb.InlineKeyboardButton("Đồng ý", callback_data="yes")
        message = await bot.send_message(
            lan.id, "<b>Câu 1</b>", "HTML", reply_markup=ptb.InlineKeyboardMarkup([[button]])
        )
        await message.edit_text("Câu 2")
        await bot.send_document(lan.id, b"PK", filename="bieu.xlsx", caption="Biểu")
        await bot.send_photo(lan.id, PICTURE)
        await bot.set_my_commands([("start", "Bắt đầu")], language_code="vi")
        update = (await bot.get_updates())[-1]
        assert update.message is not None
        file = await bot.get_file(update.message.photo[-1].file_id)

        assert bytes(await file.download_as_bytearray()) == PICTURE
    text, document, photo = await lan.reads(3)
    assert (text.text, document.file_name, document.file) == ("Câu 2", "bieu.xlsx", b"PK")
    assert (photo.photo, photo.file) == (True, PICTURE)
    assert telegram.violations == []
