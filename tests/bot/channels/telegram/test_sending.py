import asyncio

import pytest

from bot.channels import ChannelError, Outgoing
from bot.channels.telegram import Telegram, api
from bot.channels.telegram.errors import TokenRefused
from conversations.say import Option, Say
from tests.fakes.telegram import FakeTelegram, Fault, Person

LONG = "\n".join(f"Dòng {n}: nuôi lươn không bùn trong bể lót bạt" for n in range(200))


@pytest.fixture
async def lan(server: FakeTelegram) -> Person:
    """Give somebody who has written to the bot."""
    person = server.person("Lan")
    await person.says("xin chào")
    return person


def to(person: Person, say: Say) -> Outgoing:
    return Outgoing("o1", "telegram", "7", str(person.id), say)


async def failure(telegram: Telegram, outgoing: Outgoing) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        await telegram.send(outgoing)
    return caught.value


async def test_a_bubble_arrives_with_its_buttons(telegram: Telegram, lan: Person) -> None:
    sent = await telegram.send(to(lan, Say("Lĩnh vực?", ((Option("Kinh tế", "d:x:f:kt"),),))))

    (bubble,) = await lan.reads()
    assert (bubble.text, str(bubble.message_id)) == ("Lĩnh vực?", sent)
    assert [(b.label, b.data) for b in bubble.buttons[0]] == [("Kinh tế", "d:x:f:kt")]


async def test_a_long_text_arrives_in_parts_and_the_last_one_counts(
    telegram: Telegram, lan: Person
) -> None:
    sent = await telegram.send(to(lan, Say(LONG)))

    bubbles = lan.unread
    assert "\n".join(bubble.text for bubble in bubbles) == LONG
    assert sent == str(bubbles[-1].message_id)


async def test_a_long_text_interrupted_goes_on_where_it_was(
    server: FakeTelegram, telegram: Telegram, lan: Person
) -> None:
    server.fault("sendMessage", Fault(status=429, retry_after=7), nth=2)

    error = await failure(telegram, to(lan, Say(LONG)))
    await telegram.send(to(lan, Say(LONG)))

    assert error.retry_after == 7
    assert "\n".join(bubble.text for bubble in lan.unread) == LONG


@pytest.mark.parametrize(
    ("fault", "kind", "delivered"),
    [
        (Fault(status=429, retry_after=7), "retry", 0),
        (Fault(status=500), "retry", 0),
        (Fault(status=502, html=True), "ambiguous", 0),
        (Fault(html=True), "ambiguous", 1),
        (Fault(truncated=True), "ambiguous", 1),
        (Fault(cut_before=True), "ambiguous", 0),
        (Fault(cut_after=True), "ambiguous", 1),
        (Fault(status=403, description="Forbidden: user is deactivated"), "blocked", 0),
        (Fault(status=400), "permanent", 0),
    ],
)
async def test_each_way_to_fail_has_its_kind(
    server: FakeTelegram, telegram: Telegram, lan: Person, fault: Fault, kind: str, delivered: int
) -> None:
    server.fault("sendMessage", fault)

    error = await failure(telegram, to(lan, Say("Chào đồng chí")))

    assert (error.kind, len(lan.unread)) == (kind, delivered)


async def test_an_answer_that_does_not_come_leaves_it_open(
    server: FakeTelegram, telegram: Telegram, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "WHOLE", 0.3)
    server.fault("sendMessage", Fault(delay_after=9))

    error = await failure(telegram, to(lan, Say("Chào đồng chí")))

    assert error.kind == "ambiguous"
    assert [bubble.text for bubble in await lan.reads()] == ["Chào đồng chí"]


async def test_where_nobody_listens_nothing_was_sent(
    server: FakeTelegram, telegram: Telegram, lan: Person
) -> None:
    await server.take_down()

    error = await failure(telegram, to(lan, Say("Chào đồng chí")))

    assert error.kind == "retry"


async def test_a_name_that_leads_nowhere_is_tried_again(server: FakeTelegram) -> None:
    nowhere = Telegram(server.token, api="http://nowhere.invalid", commands={}, hint=str)
    outgoing = Outgoing("o1", "telegram", "7", "1", Say("Chào đồng chí"))

    async with nowhere:
        error = await failure(nowhere, outgoing)

    assert error.kind == "retry"


async def test_who_has_blocked_the_bot_is_not_written_to(telegram: Telegram, lan: Person) -> None:
    await lan.blocks()

    error = await failure(telegram, to(lan, Say("Chào đồng chí")))

    assert error.kind == "blocked"


async def test_a_wrong_token_is_told_as_such(server: FakeTelegram) -> None:
    wrong = Telegram(server.token[:-1] + "1", api=server.url, commands={}, hint=str)

    async with wrong:
        error = await failure(wrong, Outgoing("o1", "telegram", "7", "1", Say("Chào")))

    assert isinstance(error, TokenRefused)


async def test_messages_to_many_travel_side_by_side(
    server: FakeTelegram, telegram: Telegram
) -> None:
    people = [server.person(f"Đảng viên {n}") for n in range(20)]
    for person in people:
        await person.says("xin chào")

    await asyncio.gather(*(telegram.send(to(person, Say("Chào"))) for person in people))

    assert [len(person.unread) for person in people] == [1] * 20
