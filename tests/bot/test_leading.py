import dataclasses

import pytest

from bot.leading import Leading
from bot.ways_in import Follower, Led
from rules.budget import Plan, month_of
from storage import bots, codes, meters, people
from storage.chats import Chat
from storage.codes import NewCode
from storage.meters import Bot, Use
from storage.people import Newcomer
from tests.hamlet import Hamlet

CODE = "7K3M2P9T4X"


class Guide:
    """Leads people to two bots with room for three each."""

    def __init__(self, world: Hamlet) -> None:
        self.world = world
        self.leading = Leading(telegram=lambda: "kheo_bot", zalo=lambda: ("1", "2"))
        self.shell = dataclasses.replace(world.shell, plans={"zalo": Plan(100, 3, both=False)})

    async def keep(self, code: str, *, uses: int) -> None:
        """Make a code that is good for so many."""
        key = codes.hash_code(self.shell.pepper, code)
        new = NewCode(key, "unit", uses, expires_at=2**53, created_at=1, unit="x")
        async with self.world.db.writing() as tx:
            await codes.add(tx, [new])

    async def lead(self, who: str, here: str = "web", person: str = "", *, code: str = CODE) -> Led:
        follower = Follower(who, here=here, person=person)
        async with self.world.db.reading() as tx:
            return await self.leading.lead(tx, code, self.shell, follower)

    async def bot(self, who: str, code: str = CODE) -> str:
        """Return the bot somebody is led to, "" for none."""
        links = dict((await self.lead(who, code=code)).links)
        return links["Zalo"].split("/")[3].split("?")[0] if "Zalo" in links else ""

    async def come(self, bot: str, *names: str) -> None:
        """Let people write to a bot."""
        new = [Newcomer(Chat("zalo", bot, name), f"a-{name}", f"p-{name}") for name in names]
        async with self.world.db.writing() as tx:
            await people.greet(tx, new, at=1, language="vi")


@pytest.fixture
async def led(world: Hamlet) -> Guide:
    """Give two bots on Zalo that may have three people each, and a code for nine."""
    guide = Guide(world)
    await guide.keep(CODE, uses=9)
    return guide


async def test_newcomers_go_to_the_bot_with_most_room(led: Guide) -> None:
    await led.come("1", "x", "y")

    assert [await led.bot(who) for who in "ab"] == ["2", "2"]


async def test_who_was_led_and_has_not_written_yet_takes_up_room(led: Guide) -> None:
    bots_ = [await led.bot(f"visitor {n}") for n in range(7)]

    assert sorted(bots_) == ["", "1", "1", "1", "2", "2", "2"]


async def test_who_comes_again_is_led_to_the_same_bot_and_takes_no_more_room(led: Guide) -> None:
    assert len({await led.bot("lan") for _ in range(9)}) == 1
    assert all([await led.bot(f"visitor {n}") for n in range(5)])


async def test_an_invitation_opened_by_many_apps_takes_the_room_of_one(led: Guide) -> None:
    await led.keep("7K3M2P9T5X", uses=1)
    await led.come("1", "a", "b")
    await led.come("2", "d", "e", "f")

    assert [await led.bot(f"app {n}", "7K3M2P9T5X") for n in range(5)] == ["1"] * 5
    assert await led.bot("visitor") == ""


async def test_codes_that_are_made_up_take_no_room(led: Guide) -> None:
    for n in range(9):
        await led.bot(f"visitor {n}", "9ZZZZ9ZZZZ")

    assert await led.bot("lan")


async def test_when_all_bots_are_full_telegram_and_the_page_are_left(led: Guide) -> None:
    await led.come("1", "a", "b", "c", "d")
    await led.come("2", "e", "f", "g")
    found = await led.lead("lan")

    assert found.full
    assert [app for app, _ in found.links] == ["Telegram"]


async def test_a_visitor_who_never_wrote_makes_room_again_after_a_while(led: Guide) -> None:
    for n in range(6):
        await led.bot(f"visitor {n}")
    led.world.clock.ms += 600_000

    assert await led.bot("lan")


async def test_nobody_is_led_to_a_bot_that_can_say_nothing_more(led: Guide) -> None:
    month = month_of(led.world.clock.local(led.world.clock.ms).date())
    async with led.world.db.writing() as tx:
        await meters.count(tx, [Use(Bot("zalo", "1"), month, sent=96)])
        await bots.seen(tx, "zalo", "2", name="Bot 2", at=1)
        await bots.refuse(tx, "zalo", "2", at=2)

    assert await led.bot("lan") == ""


async def test_who_has_a_bot_on_zalo_is_led_to_that(led: Guide) -> None:
    await led.come("1", "a", "b", "c")
    links = dict((await led.lead("p-a", person="p-a")).links)

    assert links["Zalo"].startswith("https://zalo.me/1?")


async def test_who_has_a_bot_whose_token_is_refused_is_led_to_another(led: Guide) -> None:
    await led.come("1", "a")
    async with led.world.db.writing() as tx:
        await bots.refuse(tx, "zalo", "1", at=2)
    links = dict((await led.lead("p-a", person="p-a")).links)

    assert links["Zalo"].startswith("https://zalo.me/2?")


async def test_nobody_is_led_to_where_they_are(led: Guide) -> None:
    assert [app for app, _ in (await led.lead("lan", here="zalo")).links] == ["Telegram"]
    assert [app for app, _ in (await led.lead("lan", here="telegram")).links] == ["Zalo"]
