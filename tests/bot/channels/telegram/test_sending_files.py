"""A file arrives with its name, its bytes and its words, or is tried as texts are."""

from collections.abc import AsyncIterator

import pytest

from bot.channels import ChannelError, Outgoing
from bot.channels.telegram import Telegram
from conversations.say import Option, Say, SentFile
from tests.fakes.telegram import FakeTelegram, Fault, Person

NAME = "Mẫu nhập đơn vị.xlsx"
DATA = b"PK\x03\x04 a workbook\r\n--boundary\r\n"
FILE = SentFile("f1", NAME, 2_000_000_000_000)
SAY = Say(f"Tệp đồng chí cần: {NAME}.", ((Option("Xem", "a:main::0"),),), file=FILE)


async def shelf(key: str) -> bytes:
    if key != "f1":
        raise ChannelError("permanent", "file-gone")
    return DATA


@pytest.fixture
async def telegram(server: FakeTelegram) -> AsyncIterator[Telegram]:
    """Give the channel under test, with one file on its shelf."""
    async with Telegram(
        server.token, api=server.url, commands={}, hint=str, files=shelf
    ) as channel:
        yield channel


@pytest.fixture
async def hanh(server: FakeTelegram) -> Person:
    """Give somebody of the office who has written to the bot."""
    person = server.person("Hạnh")
    await person.says("xin chào")
    return person


def to(person: Person, say: Say = SAY) -> Outgoing:
    return Outgoing("o1", "telegram", "7", str(person.id), say)


async def failure(telegram: Telegram, outgoing: Outgoing) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        await telegram.send(outgoing)
    return caught.value


async def test_a_file_arrives_whole_with_its_name_words_and_buttons(
    telegram: Telegram, hanh: Person
) -> None:
    sent = await telegram.send(to(hanh))

    (bubble,) = await hanh.reads()
    assert (bubble.file_name, bubble.file) == (NAME, DATA)
    assert (bubble.text, str(bubble.message_id)) == (SAY.text, sent)
    assert bubble.buttons[0][0].data == "a:main::0"


async def test_words_too_long_for_a_caption_arrive_before_the_file(
    telegram: Telegram, hanh: Person
) -> None:
    await telegram.send(to(hanh, Say("dài " * 300, file=FILE)))

    words, file = await hanh.reads(2)
    assert (words.document, file.document) == (False, True)


@pytest.mark.parametrize(
    ("fault", "kind", "delivered"),
    [
        (Fault(status=429, retry_after=7), "retry", 0),
        (Fault(status=500), "retry", 0),
        (Fault(html=True), "ambiguous", 1),
        (Fault(cut_before=True), "ambiguous", 0),
        (Fault(cut_after=True), "ambiguous", 1),
        (Fault(status=403, description="Forbidden: bot was blocked by the user"), "blocked", 0),
        (Fault(status=400), "permanent", 0),
    ],
)
async def test_each_way_to_fail_has_its_kind(
    server: FakeTelegram, telegram: Telegram, hanh: Person, fault: Fault, kind: str, delivered: int
) -> None:
    server.fault("sendDocument", fault)

    error = await failure(telegram, to(hanh))

    assert (error.kind, len(hanh.unread)) == (kind, delivered)


async def test_a_file_that_is_there_no_more_is_not_tried_again(
    telegram: Telegram, hanh: Person
) -> None:
    error = await failure(telegram, to(hanh, Say("Tệp", file=SentFile("f2", NAME, 1))))

    assert (error.kind, hanh.unread) == ("permanent", [])


async def test_words_that_arrived_are_not_said_twice_when_the_file_is_tried_again(
    server: FakeTelegram, telegram: Telegram, hanh: Person
) -> None:
    server.fault("sendDocument", Fault(status=500))
    say = Say("dài " * 300, file=FILE)
    await failure(telegram, to(hanh, say))

    await telegram.send(to(hanh, say))

    assert [bubble.document for bubble in hanh.unread] == [False, True]
