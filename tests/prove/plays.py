"""The plays: killed at chosen boundaries, at any moment, or at one boundary only."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from random import Random

from tests.fakes.telegram import Fault
from tests.prove.lives import PATIENCE
from tests.prove.oracle import Record
from tests.prove.stage import A_FEW, EVERYBODY, Stage

BUSY = 80  # calls of Telegram in the longest of the lives that end at random
BRIEF = 0.1  # seconds they last beyond that at most
IDLE = 3.0  # seconds after which a life without anything to do ends
MOST = 240.0  # seconds everybody has to come to an end; a guard against hanging
NOW_AND_THEN = (1, 4, 10, 25, 60, 150)
REFUSED = Fault(status=500)


async def killed_at(stage: Stage, faults: Iterable[str], random: Random) -> Record:
    """Kill one life after the other at these boundaries, while everybody works."""

    async def kills() -> None:
        for fault in faults:
            # Now and then something is to be sent later, or some boundaries are never crossed.
            for nth in NOW_AND_THEN:
                stage.fake.fault("sendMessage", REFUSED, nth=nth)
            if not await _dies(stage, fault):
                return

    return await _played(stage, kills, random)


async def killed_at_random(
    stage: Stage, kills: int, random: Random, *, troubled: bool = False
) -> Record:
    """Kill one life after the other at any moment, while everybody works.

    `troubled`: many a call goes wrong besides, in all the ways calls do there.
    """

    async def killing() -> None:
        for _ in range(kills):
            life = await stage.begins()
            for trouble in stage.messenger.troubles if troubled else ():
                stage.fake.fault("sendMessage", trouble, nth=random.randint(1, 20))
            calls, moment = random.randint(0, BUSY), random.uniform(0, BRIEF)
            with suppress(TimeoutError):
                await stage.busy(calls, within=IDLE)
            await asyncio.sleep(moment)
            await life.killed()
            stage.fake.heal()
            await stage.died(f"killed {moment * 1000:.0f} ms after {calls} calls")

    return await _played(stage, killing, random)


async def killed_once(stage: Stage, fault: str, random: Random) -> Record:
    """Kill at one boundary while a few people register once; nobody dies if it is not crossed."""

    async def nurse() -> None:
        life = await stage.begins(fault)
        await life.ended(within=MOST)
        await stage.died(fault)
        await stage.begins()

    stage.fake.fault("sendMessage", REFUSED, nth=3)
    stage.enter(A_FEW, random=random, more=lambda: False)
    nursing = asyncio.create_task(nurse())
    await _work(stage)
    nursing.cancel()
    return await stage.ends()


async def _dies(stage: Stage, fault: str) -> bool:
    """Let a life die there; return whether it did."""
    crossed = True
    life = await stage.begins(fault)
    try:
        await life.ended()
    except TimeoutError:
        stage.wrong.append(f"NEVER: {fault} was not crossed in {PATIENCE:.0f} seconds")
        await life.killed()
        crossed = False
    stage.fake.heal()
    await stage.died(fault)
    return crossed


async def _played(stage: Stage, kills: Callable[[], Awaitable[None]], random: Random) -> Record:
    """Let everybody work until all kills are done, and then come to an end in peace."""
    done = asyncio.Event()
    stage.enter(EVERYBODY, random=random, more=lambda: not done.is_set())

    async def killing() -> None:
        await kills()
        done.set()
        await stage.begins()

    async with asyncio.TaskGroup() as group:
        group.create_task(killing())
        group.create_task(_work(stage))
    return await stage.ends()


async def _work(stage: Stage) -> None:
    try:
        async with asyncio.timeout(MOST), asyncio.TaskGroup() as group:
            for cadre in stage.people:
                group.create_task(cadre.works())
    except TimeoutError:
        return  # who still waits is found by the oracle
