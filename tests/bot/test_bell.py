import asyncio
import gc

from bot.bell import Bell


async def test_everybody_who_waits_for_a_person_hears_the_bell() -> None:
    bell = Bell()
    waiting = [asyncio.create_task(bell.wait("pao", timeout=60)) for _ in range(3)]
    await asyncio.sleep(0)

    bell.ring("pao")

    await asyncio.gather(*waiting)


async def test_the_bell_of_one_person_is_not_heard_by_another() -> None:
    bell = Bell()
    lan = asyncio.create_task(bell.wait("lan", timeout=60))
    await asyncio.sleep(0)
    bell.ring("pao")
    await asyncio.sleep(0)

    assert not lan.done()
    lan.cancel()


async def test_who_hears_nothing_goes_on_after_a_while() -> None:
    await Bell().wait("pao", timeout=0)


async def test_a_bell_nobody_waits_for_is_kept_by_nobody() -> None:
    bell = Bell()
    await asyncio.create_task(bell.wait("pao", timeout=0))
    gc.collect()

    assert len(bell._heard) == 0
