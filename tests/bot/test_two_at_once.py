"""Two of the office do the same at once, over two connections: it is done once, and told once.

The first stands still before each of its writes in turn, until the other is through or waits.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import pytest

from rules.adoption_commands import OpenLaunched
from rules.commands import Command
from rules.office_commands import (
    AcceptEntry,
    AskForCorrection,
    GrantCorrection,
    RefuseCorrection,
    ReturnEntry,
)
from rules.paper_commands import StrikePaper
from storage.database import Database
from tests.bot.halting import Halt, HaltingDatabase
from tests.bot.ordering import (
    BINH,
    HANH,
    LUA,
    MINH,
    everybody_is_here,
    found,
    give,
    minh_works_here,
    registered,
    tell,
)
from tests.bot.pairs import PAIRS
from tests.bot.papering import form, photographed, receive, typed_in
from tests.eventually import eventually
from tests.hamlet import Hamlet, hamlet, programme, settle_in

KHOI = "yen-bai-khoi"
WAITS = """SELECT 1 FROM pg_stat_activity
           WHERE datname = current_database() AND wait_event_type = 'Lock'"""
Pair: TypeAlias = tuple[Command, Command]


async def sent(world: Hamlet, n: int) -> str:
    """Return an entry that was sent."""
    return str((await registered(world, dialog=f"d{n}")).entry.id)


async def asked(world: Hamlet, n: int) -> str:
    """Return a correction that is asked for."""
    entry = await sent(world, n)
    await give(world, HANH, AcceptEntry(entry, 1))
    await give(world, BINH, AskForCorrection(entry, 2, {"name": f"Nuôi ếch {n}"}))
    ((key,),) = await found(world.db, "SELECT id FROM corrections WHERE state = 'open'")
    return str(key)


async def accepting(world: Hamlet, n: int) -> Pair:
    entry = await sent(world, n)
    return AcceptEntry(entry, 1), AcceptEntry(entry, 1)


async def accepting_or_not(world: Hamlet, n: int) -> Pair:
    entry = await sent(world, n)
    returning = ReturnEntry(entry, 1, "content", "Ghi rõ số hộ.", "2027-03-23")
    return AcceptEntry(entry, 1), returning


async def returning(world: Hamlet, n: int) -> Pair:
    accept, refuse = await accepting_or_not(world, n)
    return (refuse, refuse) if n % 2 else (refuse, accept)


async def granting(world: Hamlet, n: int) -> Pair:
    key = await asked(world, n)
    return GrantCorrection(key), GrantCorrection(key)


async def granting_or_not(world: Hamlet, n: int) -> Pair:
    key = await asked(world, n)
    pair = GrantCorrection(key), RefuseCorrection(key, "Tên đã in.")
    return pair if n % 2 else (pair[1], pair[0])


async def typing_in(world: Hamlet, n: int) -> Pair:
    await photographed(world, f"f{n}")
    await give(world, LUA, form(f"f{n}"))
    ((paper,),) = await found(world.db, "SELECT id FROM papers WHERE entry = ''")
    return typed_in(f"a{n}", form=paper), typed_in(f"b{n}", form=paper)


async def receiving(world: Hamlet, n: int) -> Pair:
    entry = await sent(world, n)
    return receive(entry=entry), receive(entry=entry)


async def striking(world: Hamlet, n: int) -> Pair:
    entry = await sent(world, n)
    await give(world, HANH, receive(entry=entry))
    sql = "SELECT id FROM papers WHERE entry = :entry"
    ((paper,),) = await found(world.db, sql, entry=entry)
    return StrikePaper(paper), StrikePaper(paper)


async def opening(world: Hamlet, _n: int) -> Pair:
    async with world.db.writing() as tx:
        await tx.run("DELETE FROM announced")
        await tx.run("DELETE FROM launches")
    return (OpenLaunched("khoi", KHOI, "happy-workplace"),) * 2


Making: TypeAlias = Callable[[Hamlet, int], Awaitable[Pair]]
MAKINGS: Sequence[Making] = (
    *(accepting, accepting_or_not, returning, granting, granting_or_not, typing_in),
    *(receiving, striking, opening),
    *PAIRS,
)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of both: whom they told what, how many events there are more."""

    told: Counter[tuple[str, str]]
    events: int


@pytest.fixture
async def office(db: Database, making: Making) -> Hamlet:
    """Give the hamlet with two at the office, in the programme that has what is done."""
    world = hamlet(db)
    if making is opening:
        world = hamlet(db, programme(KHOI, quotas=False), moment="2024-04-12 08:30")
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(world)
    await minh_works_here(world)
    return world


async def events(world: Hamlet) -> int:
    """Return how many events there are."""
    return int((await found(world.db, "SELECT count(*) FROM events"))[0][0])


async def both(world: Hamlet, pair: Pair, halt: Halt) -> Done:
    """Let the first stand still at its place, the other come meanwhile, and both end."""
    before = await events(world)
    halting = replace(world, db=HaltingDatabase(world.db, halt))
    first = asyncio.create_task(tell(halting, HANH, pair[0]))
    reached = asyncio.create_task(halt.reached.wait())
    await asyncio.wait({first, reached}, return_when=asyncio.FIRST_COMPLETED)
    reached.cancel()
    second = asyncio.create_task(tell(world, MINH, pair[1]))

    async def through_or_waits() -> bool:
        return second.done() or bool(await found(world.db, WAITS))

    await eventually(through_or_waits)
    halt.go_on.set()
    results: Any = await asyncio.gather(first, second)
    told = Counter((one.person, one.say.text) for _, some in results for one in some)
    return Done(told, await events(world) - before)


@pytest.mark.parametrize("tables_url", ["postgres"], indirect=True)
@pytest.mark.parametrize("making", MAKINGS, ids=lambda making: making.__name__)
async def test_wherever_the_other_comes_in_between_it_is_done_once(
    office: Hamlet, making: Making
) -> None:
    alone = Halt(0)
    pair = await making(office, 0)
    once = await both(office, pair, alone)
    for n in range(1, alone.seen + 1):
        halt = Halt(n)
        done = await both(office, await making(office, n), halt)

        assert halt.reached.is_set(), n
        assert set(done.told.values()) <= {1}, n
        assert (done.events, len(done.told)) == (once.events, len(once.told)), n
