"""A stop is a stop, also at the very moment in which there is something to look at."""

import asyncio

import pytest

from bot.lookout import Lookout

HOUR = 3600.0


@pytest.mark.parametrize("turns", range(6))
async def test_a_stop_just_when_told_to_look_is_a_stop(turns: int) -> None:
    looked = asyncio.Event()

    async def look() -> float:
        looked.set()
        return HOUR

    lookout = Lookout(look, what="something")
    lookout.start()
    await looked.wait()
    await asyncio.sleep(0.01)  # it waits now
    lookout.look()
    for _ in range(turns):  # of the event loop
        await asyncio.sleep(0)

    async with asyncio.timeout(5):
        await lookout.stop()
