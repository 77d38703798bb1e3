"""A reminder follows its person: to where they wrote last, or to the channel they chose."""

import pytest

from rules.reminding_commands import ChooseChannel
from storage.chats import Chat
from tests.bot.ordering import PAO, give
from tests.bot.remind.planning import Errands, errand, planner
from tests.bot.scene import receiving, said, telegram
from tests.hamlet import Hamlet

ON_ZALO = Chat("zalo", "1459", "a0c01")


@pytest.fixture
async def pao(here: Hamlet) -> Hamlet:
    """Give the hamlet in which Páo has been on Zalo and Telegram, and on the web last."""
    rows = [
        (f"a-{chat.chat}", *chat, "pao", "open", at, 1)
        for chat, at in ((ON_ZALO, -2), (telegram("7"), -1))
    ]
    async with here.db.writing() as tx:
        await tx.run(
            """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
               VALUES :rows""",
            {"rows": rows},
        )
    return here


async def reminded_at(world: Hamlet, words: str) -> str:
    """Remind Páo of something; return the channel it is written to."""
    await planner(world, Errands([errand(words)])).plan(world.clock.ms)
    async with world.db.reading() as tx:
        ((channel,),) = await tx.rows(
            "SELECT channel FROM outbox WHERE planned = 1 ORDER BY id DESC LIMIT 1"
        )
    return str(channel)


async def test_a_reminder_goes_where_its_person_wrote_last(pao: Hamlet) -> None:
    seen = []
    async with receiving(pao) as receive:
        for chat in (ON_ZALO, PAO, telegram("7")):
            pao.clock.ms += 1000
            await receive.take(said("đơn vị tôi", chat, id=f"m-{chat.channel}"))
            seen.append(await reminded_at(pao, f"when on {chat.channel}"))

    assert seen == ["zalo", "web", "telegram"]


async def test_a_reminder_goes_where_its_person_chose_wherever_they_wrote(pao: Hamlet) -> None:
    await give(pao, PAO, ChooseChannel("zalo"))

    assert await reminded_at(pao, "chosen") == "zalo"
