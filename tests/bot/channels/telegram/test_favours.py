import pytest

from bot.channels import ChannelError, Incoming, Outgoing
from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from conversations.said import Press
from conversations.say import Option, Say
from tests.bot.channels.telegram.bench import Recorder, fetched
from tests.fakes.telegram import FakeTelegram, Fault, Person

QUESTION = Option("Phát triển kinh tế", "d:x:field:kt")
ACT = Option("Đơn vị tôi", "a:status::0")


@pytest.fixture
async def lan(server: FakeTelegram, telegram: Telegram) -> Person:
    """Give somebody who has a question and an act before their eyes."""
    person = server.person("Lan")
    await person.says("xin chào")
    for say in (Say("Lĩnh vực nào?", ((QUESTION,),)), Say("Đã ghi.", ((ACT,),))):
        await telegram.send(Outgoing("o", "telegram", "7", str(person.id), say))
    await person.reads(2)
    return person


def pressed(person: Person, query: str, message: str) -> Incoming:
    return Incoming(
        channel="telegram",
        bot="7",
        chat=str(person.id),
        external=f"q:{query}",
        said=Press(QUESTION.data),
        at=0,
        message=message,
        label=QUESTION.label,
    )


async def test_a_choice_is_written_under_its_question(
    server: FakeTelegram, telegram: Telegram, intake: Intake, lan: Person
) -> None:
    await lan.presses("Phát triển kinh tế")

    await fetched(telegram, intake)

    bubble = await lan.sees("→ Phát triển kinh tế$")
    assert bubble.text == "Lĩnh vực nào?\n→ Phát triển kinh tế"
    assert bubble.buttons == []
    assert len(await server.called("answerCallbackQuery")) == 1


async def test_a_button_outside_a_dialog_stays(
    server: FakeTelegram, telegram: Telegram, intake: Intake, lan: Person
) -> None:
    await lan.presses("Đơn vị tôi")

    await fetched(telegram, intake)

    await server.called("answerCallbackQuery")
    assert [call.method for call in server.calls if "edit" in call.method] == []


async def test_the_same_press_once_more_is_the_same_thing(
    server: FakeTelegram, telegram: Telegram, intake: Intake, lan: Person, recorder: Recorder
) -> None:
    press = await lan.presses("Phát triển kinh tế")
    await lan.presses_again(press)

    await fetched(telegram, intake)

    first, second = recorder.taken[-2:]
    assert first == second
    assert len(await server.called("editMessageText", 2)) == 2


async def test_a_full_bubble_only_loses_its_buttons(
    server: FakeTelegram, telegram: Telegram, lan: Person
) -> None:
    say = Say("a" * 4090, ((QUESTION,),))
    message = await telegram.send(Outgoing("o", "telegram", "7", str(lan.id), say))
    (bubble,) = await lan.reads()
    press = await lan.presses("Phát triển kinh tế")

    telegram.answered(pressed(lan, press.query_id, message), bubble.text)

    (call,) = await server.called("editMessageReplyMarkup")
    assert call.params == {"chat_id": lan.id, "message_id": int(message)}


async def test_a_favour_that_fails_disturbs_nobody(
    server: FakeTelegram, telegram: Telegram, intake: Intake, lan: Person, recorder: Recorder
) -> None:
    server.fault("answerCallbackQuery", Fault(status=400, description="query is too old"))
    server.fault("editMessageText", Fault(cut_before=True))
    await lan.presses("Phát triển kinh tế")

    await fetched(telegram, intake)

    await server.called("editMessageText")
    assert len(recorder.taken) == 2


async def test_while_a_chat_is_to_be_left_alone_no_favour_is_done_there(
    server: FakeTelegram, telegram: Telegram, lan: Person
) -> None:
    press = await lan.presses("Phát triển kinh tế")
    server.fault("sendMessage", Fault(status=429, retry_after=60))
    with pytest.raises(ChannelError):
        await telegram.send(Outgoing("o", "telegram", "7", str(lan.id), Say("Chào")))

    telegram.typing(str(lan.id))
    telegram.answered(pressed(lan, press.query_id, str(press.message_id)), "Lĩnh vực nào?")

    await server.called("answerCallbackQuery")
    assert [
        call for call in server.calls if call.method in {"sendChatAction", "editMessageText"}
    ] == []


async def test_typing_is_shown(server: FakeTelegram, telegram: Telegram, lan: Person) -> None:
    telegram.typing(str(lan.id))

    (call,) = await server.called("sendChatAction")
    assert call.params == {"chat_id": lan.id, "action": "typing"}


async def test_in_a_group_the_bot_says_once_where_to_write_to_it(
    server: FakeTelegram, telegram: Telegram, intake: Intake, recorder: Recorder
) -> None:
    await telegram.prepare()
    group, lan = server.group("Chi bộ Suối Đá"), server.person("Lan")
    for text in ("/start", "@kheo_test_bot ơi", "Mai họp nhé"):
        await lan.says_in_group(group, text)

    await fetched(telegram, intake)

    bubble = await server.bubble(group, 1)
    assert bubble.text == "Mời nhắn ở https://t.me/kheo_test_bot"
    assert len(server.bubbles(group)) == 1
    assert recorder.taken == []


async def test_what_is_not_done_at_the_end_is_given_up(server: FakeTelegram) -> None:
    server.fault("sendChatAction", Fault(delay_before=9))

    async with Telegram(server.token, api=server.url, commands={}, hint=str) as telegram:
        telegram.typing("1")
        await server.called("sendChatAction")

    assert not [call for call in server.calls if call.acted]
