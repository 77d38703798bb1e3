"""The plays: killed at chosen boundaries, killed at random, killed at one boundary only."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from random import Random

from tests.fakes.telegram import Fault
from tests.prove.lives import PATIENCE
from tests.prove.oracle import Record
from tests.prove.stage import A_FEW, EVERYBODY, MOST, Stage

LONGEST = 0.6  # seconds a life lasts at random
REFUSED = Fault(status=500)
CUT = Fault(cut_after=True)


async def killed_at(stage: Stage, faults: Iterable[str], random: Random) -> Record:
    """Kill one life after the other at these boundaries, while everybody works."""

    async def kills() -> None:
        for fault in faults:
            stage.telegram.fault("sendMessage", REFUSED)  # so that something is to be sent later
            life = await stage.begins(fault)
            try:
                await life.ended()
            except TimeoutError:
                raise AssertionError(f"{fault} was never crossed") from None
            await stage.died(fault)
            import time; print(fault, time.time())

    return await _played(stage, kills, random)


async def killed_at_random(
    stage: Stage, kills: int, random: Random, *, faults: Iterable[Fault] = ()
) -> Record:
    """Kill one life after the other at any moment, while everybody works."""
    troubles = list(faults)

    async def killing() -> None:
        for _ in range(kills):
            life = await stage.begins()
            for trouble in troubles:
                stage.telegram.fault("sendMessage", trouble, nth=random.randint(1, 9))
            moment = random.uniform(0, LONGEST)
            await asyncio.sleep(moment)
            await life.killed()
            stage.telegram.heal()
            await stage.died(f"killed after {moment * 1000:.0f} ms")

    return await _played(stage, killing, random)


async def killed_once(stage: Stage, fault: str, random: Random) -> tuple[Record, bool]:
    """Kill at one boundary, let a few people register once; return whether it was crossed."""

    async def bear_another() -> None:
        life = await stage.begins(fault)
        await life.ended(within=MOST)
        await stage.died(fault)
        await stage.begins()

    stage.telegram.fault("sendMessage", REFUSED, nth=3)
    stage.enter(A_FEW, random=random, more=lambda: False)
    nurse = asyncio.create_task(bear_another())
    await _work(stage)
    nurse.cancel()
    return await stage.ends(), bool(stage.deaths)


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
