import asyncio
from dataclasses import replace
from typing import Literal

import pytest

from bot.channels.web.bubbles import note_read, read
from bot.remind import planner as planner_module
from bot.remind.source import Moment
from rules.occurrences import Due
from storage import people, reminder_choices
from storage.database import Transaction
from tests.bot.mortal import Cut, Fault, MortalDatabase
from tests.bot.remind.planning import Errands, day, errand, ledger, planner
from tests.bot.scene import agree, found_says, reach, web
from tests.hamlet import Hamlet

SIDES: tuple[Literal["before", "after"], ...] = ("before", "after")
PAO, LUA = web("pao-1"), web("lua-1")


async def at_home(world: Hamlet) -> None:
    await reach(world, "pao", PAO)
    await reach(world, "lua", LUA)


async def told(world: Hamlet, *sources: Errands) -> list[str]:
    """Plan at the world's moment; return what Páo has been told by now."""
    await planner(world, *sources).plan(world.clock.ms)
    return [say.text for say in await found_says(world.db, PAO)]


async def test_what_is_due_is_told_once(world: Hamlet) -> None:
    await at_home(world)
    errands = Errands([errand("bees")])

    assert await told(world, errands) == ["bees"]
    assert await told(world, errands) == ["bees"]
    assert await ledger(world.db) == [("bees", "")]


async def test_several_matters_are_one_message_with_the_buttons_of_all(world: Hamlet) -> None:
    await at_home(world)
    await told(world, Errands([errand("bees"), errand("fish")]), Errands())

    (say,) = await found_says(world.db, PAO)
    assert "bees" in say.text
    assert [option.label for (option,) in say.rows] == ["Do bees", "Do fish"]


async def test_what_joins_nothing_stands_alone(world: Hamlet) -> None:
    await at_home(world)
    errands = Errands([errand("bees"), errand("fish"), errand("news", joins=False)])

    assert (await told(world, errands))[-1] == "news"
    assert len(await found_says(world.db, PAO)) == 2


async def test_what_is_not_owed_any_more_leaves_its_reason_and_no_message(world: Hamlet) -> None:
    await at_home(world)

    assert await told(world, Errands([errand("bees", why="met")])) == []
    assert await ledger(world.db) == [("bees", "met")]


async def test_who_registered_a_moment_ago_is_told_nothing(world: Hamlet) -> None:
    class Late(Errands):
        async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> list[Due]:
            found = await super().due(tx, moment, ahead=ahead)
            self.now_why["errand:bees"] = "met"
            return list(found)

    await at_home(world)

    assert await told(world, Late([errand("bees")])) == []
    assert await ledger(world.db) == [("bees", "met")]


async def test_who_stands_there_no_longer_is_told_nothing(world: Hamlet) -> None:
    class Late(Errands):
        async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> list[Due]:
            found = await super().due(tx, moment, ahead=ahead)
            self.gone.add("errand:bees")
            return list(found)

    await at_home(world)

    assert await told(world, Late([errand("bees")])) == []
    assert await ledger(world.db) == [("bees", "gone")]


async def test_it_goes_at_the_persons_hour(world: Hamlet) -> None:
    await at_home(world)
    errands = Errands([errand("bees", day=day("2027-03-16"))])
    async with world.db.writing() as tx:
        at = world.clock.local(world.clock.ms).time().replace(hour=20, minute=0)
        await reminder_choices.choose_hour(tx, "pao", hour=at, early=False, at=1)

    assert await told(world, errands) == []
    look_at = await planner(world, errands).plan(world.clock.ms)
    assert f"{world.clock.local(look_at):%d %H:%M}" == "16 20:00"
    world.clock.ms = look_at
    assert await told(world, errands) == ["bees"]


async def test_who_cannot_be_reached_is_told_when_they_can(world: Hamlet) -> None:
    errands = Errands([errand("bees"), errand("fish", "lua")])
    await planner(world, errands).plan(world.clock.ms)
    assert await ledger(world.db) == [("bees", "away"), ("fish", "away")]

    await reach(world, "pao", PAO)
    assert await told(world, errands) == ["bees"]
    assert await ledger(world.db) == [("bees", ""), ("fish", "away")]


async def test_a_source_that_fails_blocks_no_other(world: Hamlet) -> None:
    class Broken(Errands):
        async def due(self, tx: Transaction, _moment: Moment, *, ahead: int) -> list[Due]:
            await tx.rows("SELECT nothing")
            return [errand(str(ahead))]

    await at_home(world)

    assert await told(world, Broken(), Errands([errand("bees")])) == ["bees"]


async def test_words_that_fail_block_nobody_and_nothing_else(world: Hamlet) -> None:
    await at_home(world)
    errands = [errand("bees"), errand("bad words"), errand("fish", "lua")]

    assert await told(world, Errands(errands)) == ["bees"]
    assert await ledger(world.db) == [("bees", ""), ("fish", "")]


async def test_of_steps_missed_together_the_nearest_goes(world: Hamlet) -> None:
    await at_home(world)
    steps = [errand("bees", step=n, at=at) for n, at in (("7", 1), ("1", 3), ("3", 2))]
    await told(world, Errands(steps))

    assert await ledger(world.db) == [("bees", ""), ("bees", "nearer"), ("bees", "nearer")]


async def test_two_planners_at_once_tell_each_person_once(world: Hamlet) -> None:
    chats = [web(f"p{n}") for n in range(30)]
    await agree(world, *chats)
    errands = Errands([errand("bees", chat.chat) for chat in chats])
    both = planner(world, errands), planner(world, errands)
    await asyncio.gather(*(one.plan(world.clock.ms) for one in both))

    assert [len(await found_says(world.db, chat)) for chat in chats] == [1] * 30


async def test_a_lone_digit_means_the_answers_of_the_reminder(world: Hamlet) -> None:
    await at_home(world)
    async with world.db.writing() as tx:
        busy = {"at": world.clock.ms - 1_000, "data": ["a:help::0"]}
        await people.keep_menus(tx, {"lua": busy})
    await told(world, Errands([errand("bees"), errand("fish", "lua")]))

    async with world.db.reading() as tx:
        menus = await people.menus(tx, ["pao", "lua"])
    assert menus["pao"]["data"] == ["a:main:bees:0"]
    assert menus["lua"] == busy


@pytest.mark.parametrize("fault", [Fault(n, side) for n in (2,) for side in SIDES], ids=str)
async def test_killed_at_any_commit_each_is_told_once(
    world: Hamlet, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planner_module, "AT_ONCE", 1)
    chats = [web(f"p{n}") for n in range(3)]
    await agree(world, *chats)
    errands = Errands([errand("bees", chat.chat) for chat in chats])
    with pytest.raises(Cut):
        await planner(replace(world, db=MortalDatabase(world.db, fault)), errands).plan(
            world.clock.ms
        )
    await planner(world, errands).plan(world.clock.ms)

    assert [len(await found_says(world.db, chat)) for chat in chats] == [1] * 3
    assert await ledger(world.db) == [("bees", "")] * 3


async def test_what_a_page_has_shown_is_known_as_read(world: Hamlet) -> None:
    await at_home(world)
    await told(world, Errands([errand("bees")]))
    found = await read(world.db, PAO.chat, after="", today="2027-03-16")
    await note_read(world.db, found.bubbles)

    again = await read(world.db, PAO.chat, after="", today="2027-03-16")
    assert [row.external for row in again.bubbles] == ["read"]
