import pytest

from conversations.intents import intent
from rules.reminding_commands import ChooseChannel
from rules.reminding_requests import MyReminders, Reminders
from rules.reminding_results import ChannelKept
from storage import humans, merging
from storage.chats import Chat
from tests.bot.ordering import PAO, give
from tests.bot.ordering import order as ordered
from tests.bot.scene import agree, receiving, said, telegram, web
from tests.hamlet import Hamlet

ZALO = Chat("zalo", "1459", "a0c01")


@pytest.fixture
async def pao(here: Hamlet) -> Hamlet:
    """Give the hamlet in which Páo used the web last, and Telegram and Zalo before."""
    rows = [
        (f"a-{chat.chat}", *chat, "pao", "open", at, 1)
        for chat, at in ((telegram("7"), -2), (ZALO, -1))
    ]
    async with here.db.writing() as tx:
        await tx.run(
            """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
               VALUES :rows""",
            {"rows": rows},
        )
    return here


async def told_at(world: Hamlet) -> list[str]:
    async with world.db.reading() as tx:
        return [chat.channel for chat in (await humans.with_chats(tx, ["pao"]))["pao"].chats]


async def test_people_are_told_by_what_they_chose_then_by_what_they_used_last(pao: Hamlet) -> None:
    assert await told_at(pao) == ["web", "zalo", "telegram"]

    assert await give(pao, PAO, ChooseChannel("telegram")) == ChannelKept("telegram")
    assert await told_at(pao) == ["telegram", "web", "zalo"]
    assert await give(pao, PAO, ChooseChannel("")) == ChannelKept("")
    assert await told_at(pao) == ["web", "zalo", "telegram"]


async def test_a_channel_without_a_chat_is_not_chosen(here: Hamlet) -> None:
    assert await give(here, PAO, ChooseChannel("zalo")) == ChannelKept("zalo", there=False)
    assert await told_at(here) == ["web"]


async def test_who_asks_how_they_are_reminded_reads_their_channels(pao: Hamlet) -> None:
    await give(pao, PAO, ChooseChannel("zalo"))
    async with pao.db.writing() as tx:
        mine = await (await ordered(tx, pao, PAO, ChooseChannel("zalo"))).fact(tx, MyReminders())

    assert mine == Reminders(channel="zalo", channels=("web", "zalo", "telegram"))


async def test_of_two_who_turn_out_to_be_one_the_choice_of_who_stays_counts(pao: Hamlet) -> None:
    await agree(pao, web("other"))
    await give(pao, PAO, ChooseChannel("telegram"))
    await give(pao, web("other"), ChooseChannel("web"))
    async with pao.db.writing() as tx:
        await merging.merge(tx, kept="pao", gone="other")

    assert (await told_at(pao))[0] == "telegram"


async def test_it_is_chosen_by_words_and_by_the_list(pao: Hamlet) -> None:
    async with receiving(pao) as receive:
        await receive.take(said("nhac toi qua zalo", PAO))
        assert (await told_at(pao))[0] == "zalo"
        await receive.take(said("nhắc việc của tôi", PAO))

    async with pao.db.reading() as tx:
        ((text,),) = await tx.rows("SELECT say FROM outbox ORDER BY id DESC LIMIT 1")
    assert "Nhắc qua: Zalo." in text
    assert "Nhắc qua kênh dùng gần nhất" in text


@pytest.mark.parametrize(
    ("words", "channel"),
    [
        ("nhắc tôi qua Zalo", "zalo"),
        ("Nhắc tôi qua Telegram.", "telegram"),
        ("xin nhắc em bằng trang web", "web"),
        ("nhắc tôi qua trang trò chuyện", "web"),
        ("nhac viec qua kenh dung gan nhat", "last"),
    ],
)
def test_a_channel_is_understood_in_words(words: str, channel: str) -> None:
    assert intent(words) == ("remind-channel", channel)


@pytest.mark.parametrize("words", ["nhắc tôi qua đường", "nhắc tôi lúc 7 giờ", "zalo"])
def test_other_words_choose_no_channel(words: str) -> None:
    assert intent(words)[0] != "remind-channel"


@pytest.mark.parametrize(
    "words", ["MÃ", "mã vào lại", "chuyển sang Zalo", "làm tiếp trên trang web"]
)
def test_who_wants_to_go_on_elsewhere_is_understood(words: str) -> None:
    assert intent(words) == ("link", "")
