import asyncio

import pytest

from bot import lease
from bot.channels import ChannelError, Outgoing
from bot.channels.zalo import Zalo, ZaloBot, api
from bot.channels.zalo.errors import TokenRefused
from conversations.say import Option, Say
from tests.fakes.zalo import Chat, FakeZalo, Fault

LONG = "\n".join(f"Dòng {n}: nuôi lươn không bùn trong bể lót bạt" for n in range(100))


def to(chat: Chat, say: Say, *, key: str = "o1") -> Outgoing:
    return Outgoing(key, "zalo", chat.bot, chat.id, say, "páo")


async def failure(zalo: Zalo, outgoing: Outgoing) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        await zalo.send(outgoing)
    return caught.value


def read_by(chat: Chat) -> list[str]:
    return [bubble.text for bubble in chat.bubbles]


async def test_a_bubble_arrives_with_its_answers_numbered(zalo: Zalo, lan: Chat) -> None:
    rows = ((Option("Kinh tế", "d:x:f:kt"),), (Option("Để sau", "d:x:f:0"),))

    sent = await zalo.send(to(lan, Say("Lĩnh vực?", rows)))

    (bubble,) = lan.bubbles
    assert (bubble.text, bubble.id) == ("Lĩnh vực?\n\n1. Kinh tế\n0. Để sau", sent)


async def test_each_person_is_written_to_by_the_bot_they_know(
    server: FakeZalo, zalo: Zalo, lan: Chat
) -> None:
    other = server.person("Lan").at(server.bots[1])
    await other.writes("chào")

    await asyncio.gather(zalo.send(to(lan, Say("Một"))), zalo.send(to(other, Say("Hai"))))

    assert (read_by(lan), read_by(other)) == (["Một"], ["Hai"])


async def test_a_bot_that_is_there_no_more_sends_people_elsewhere(zalo: Zalo) -> None:
    error = await failure(zalo, Outgoing("o1", "zalo", "77", "c", Say("Chào")))

    assert error.kind == "elsewhere"


@pytest.mark.parametrize("fault", [Fault(status=403), Fault(status=429)])
async def test_a_long_text_interrupted_goes_on_where_it_was(
    server: FakeZalo, zalo: Zalo, lan: Chat, fault: Fault
) -> None:
    server.fault("sendMessage", fault, nth=2)

    await failure(zalo, to(lan, Say(LONG)))
    sent = await zalo.send(to(lan, Say(LONG)))

    assert "\n".join(read_by(lan)) == LONG
    assert sent == lan.bubbles[-1].id
    assert len(lan.bubbles) == zalo.messages(Say(LONG)) == 3


async def test_a_long_text_that_goes_elsewhere_is_whole_there(
    server: FakeZalo, zalo: Zalo, lan: Chat
) -> None:
    other = server.person("Lan").at(server.bots[1])
    await other.writes("chào")
    server.fault("sendMessage", Fault(status=429), nth=2)

    await failure(zalo, to(lan, Say(LONG)))
    await zalo.send(to(other, Say(LONG)))

    assert "\n".join(read_by(other)) == LONG


@pytest.mark.parametrize(
    ("fault", "kind", "delivered"),
    [
        (Fault(status=400), "permanent", 0),
        (Fault(status=403), "retry", 0),
        (Fault(status=408), "ambiguous", 0),
        (Fault(status=429, html=True), "retry", 0),
        (Fault(status=500), "retry", 0),
        (Fault(status=502, html=True, acts=True), "ambiguous", 1),
        (Fault(status=504, html=True), "ambiguous", 0),
        (Fault(html=True), "ambiguous", 1),
        (Fault(truncated=True), "ambiguous", 1),
        (Fault(cut_before=True), "ambiguous", 0),
        (Fault(cut_after=True), "ambiguous", 1),
    ],
)
async def test_each_way_to_fail_has_its_kind(
    server: FakeZalo, zalo: Zalo, lan: Chat, fault: Fault, kind: str, delivered: int
) -> None:
    server.fault("sendMessage", fault)

    error = await failure(zalo, to(lan, Say("Chào đồng chí")))

    assert (error.kind, error.retry_after, len(lan.bubbles)) == (kind, 0, delivered)


async def test_a_chat_is_closed_that_refuses_one_bubble_after_another(
    server: FakeZalo, zalo: Zalo, lan: Chat
) -> None:
    server.fault("sendMessage", Fault(status=400), times=3)
    kinds = [
        (await failure(zalo, to(lan, Say("Nhắc"), key=key))).kind for key in ("o1", "o1", "o2")
    ]

    assert kinds == ["permanent", "permanent", "blocked"]


async def test_what_arrived_in_between_shows_that_a_chat_is_open(
    server: FakeZalo, zalo: Zalo, lan: Chat
) -> None:
    for key in ("o1", "o2"):
        server.fault("sendMessage", Fault(status=400))
        assert (await failure(zalo, to(lan, Say("Nhắc"), key=key))).kind == "permanent"
        await zalo.send(to(lan, Say("Chào"), key=f"{key}a"))


async def test_where_everybody_refuses_no_chat_is_closed(server: FakeZalo, zalo: Zalo) -> None:
    chats = [server.person(name).at(server.bots[0]) for name in ("Lan", "Páo", "Bình")]
    for chat in chats:
        await chat.writes("xin chào")
    server.fault("sendMessage", Fault(status=400), times=None)
    kinds = {
        (await failure(zalo, to(chat, Say("Nhắc"), key=key))).kind
        for key in ("o1", "o2")
        for chat in chats
    }

    assert kinds == {"permanent"}


async def test_an_answer_that_does_not_come_leaves_it_open(
    server: FakeZalo, zalo: Zalo, lan: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "USUAL", 0.3)
    server.fault("sendMessage", Fault(delay_after=9))

    error = await failure(zalo, to(lan, Say("Chào đồng chí")))

    assert error.kind == "ambiguous"
    assert (await lan.reads()).text == "Chào đồng chí"


async def test_where_nobody_listens_nothing_was_sent(
    server: FakeZalo, zalo: Zalo, lan: Chat
) -> None:
    await server.take_down()

    assert (await failure(zalo, to(lan, Say("Chào")))).kind == "retry"


async def test_a_token_refused_stops_only_its_bot(server: FakeZalo, zalo: Zalo, lan: Chat) -> None:
    server.reset_token(server.bots[0])

    error = await failure(zalo, to(lan, Say("Chào")))
    await zalo.bots[server.bots[1].id].prepare()

    assert isinstance(error, TokenRefused)
    with pytest.raises(TokenRefused):
        await zalo.bots[lan.bot].prepare()


async def test_a_token_of_another_shape_is_refused_too(server: FakeZalo) -> None:
    bot = ZaloBot("not-a-token", server.url)

    with pytest.raises(TokenRefused):
        await bot.prepare()

    await bot.close()


async def test_a_bot_learns_what_it_is_called(server: FakeZalo, zalo: Zalo) -> None:
    bot = zalo.bots[server.bots[0].id]

    await bot.prepare()

    assert (bot.name, bot.link) == ("Bot Khéo 1", server.bots[0].link)


async def test_a_plan_used_up_is_told_by_a_chat_that_was_reached_before(
    server: FakeZalo, zalo: Zalo, lan: Chat
) -> None:
    await zalo.send(to(lan, Say("Chào")))
    server.fault("sendMessage", Fault(status=429), times=None)

    error = await failure(zalo, to(lan, Say("Chào")))

    assert (error.kind, error.spent, error.retry_after) == ("elsewhere", True, 900)


async def test_one_person_too_many_does_not_silence_the_bot_for_the_others(
    server: FakeZalo, zalo: Zalo, lan: Chat
) -> None:
    chats = [server.person(f"Đảng viên {n}").at(server.bots[0]) for n in range(3)]
    for chat in chats:
        await chat.writes("chào")
        server.fault("sendMessage", Fault(status=429), times=None, chat=chat)

    errors = [await failure(zalo, to(chat, Say("Chào"))) for chat in chats[:2]]
    await zalo.send(to(lan, Say("Chào")))
    errors += [await failure(zalo, to(chat, Say("Chào"))) for chat in chats]

    assert {error.kind for error in errors} == {"elsewhere"}
    assert [error.spent for error in errors] == [False, False, False, False, True]
    assert [error.retry_after for error in errors] == [0, 0, 0, 0, 900]


def test_a_text_and_its_picture_are_sent_before_the_lease_ends() -> None:
    assert (api.USUAL + api.LONGER["sendPhoto"]) * 1000 <= lease.CALL_MS


async def test_typing_is_shown_and_may_fail(server: FakeZalo, zalo: Zalo, lan: Chat) -> None:
    server.fault("sendChatAction", Fault(cut_before=True))

    for _ in range(2):
        zalo.typing(lan.bot, lan.id)
        await asyncio.gather(*zalo.bots[lan.bot].favours._tasks)

    assert lan.typing == 1


async def test_a_group_is_told_once_where_the_bot_can_be_written_to(
    server: FakeZalo, zalo: Zalo
) -> None:
    group, bot = server.group(server.bots[0]).chat, server.bots[0].id

    zalo.point_here(bot, group.id)
    await group.reads()
    zalo.point_here(bot, group.id)
    zalo.typing("77", "nobody")
    await asyncio.gather(*zalo.bots[bot].favours._tasks)

    assert read_by(group) == [f"Mời nhắn ở https://zalo.me/{bot}"]
    assert len(await server.called("sendMessage")) == 1
