"""The planner is woken by a scheduler, by whoever changes something, and by a watchdog."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

import pytest

from bot.remind import clock
from bot.remind.clock import PlanningClock
from bot.remind.source import Moment
from rules.occurrences import Due
from storage.database import Transaction
from tests.bot.remind.planning import Errands, planner
from tests.eventually import eventually
from tests.hamlet import Hamlet


@dataclass(slots=True)
class Counting(Errands):
    """Counts how often it is asked."""

    asked: int = 0

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        self.asked += 1
        return await Errands.due(self, tx, moment, ahead=ahead)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    monkeypatch.setattr(clock, "GATHER_SECONDS", 0.0)
    return Counting()


@pytest.fixture
async def made(world: Hamlet, counting: Counting) -> AsyncIterator[PlanningClock]:
    made = PlanningClock(planner(world, counting), world.clock, beat_seconds=0.02)
    made.start()
    yield made
    await made.stop()


async def asked(counting: Counting, times: int) -> bool:
    return counting.asked >= times


@pytest.mark.usefixtures("made")
async def test_it_plans_at_every_beat(counting: Counting) -> None:
    await eventually(lambda: asked(counting, 3))


async def test_a_scheduler_that_stands_still_is_begun_anew(
    made: PlanningClock, counting: Counting
) -> None:
    before = made._scheduler
    before.pause()
    made._beaten = 0.0
    await eventually(lambda: renewed(made, before))

    assert made._scheduler.running
    seen = counting.asked
    await eventually(lambda: asked(counting, seen + 2))


async def renewed(made: PlanningClock, before: object) -> bool:
    return made._scheduler is not before


async def test_whoever_changes_something_wakes_it(world: Hamlet, counting: Counting) -> None:
    made = PlanningClock(planner(world, counting), world.clock, beat_seconds=3600.0)
    made.start()
    await eventually(lambda: asked(counting, 1))
    made.poke()
    await eventually(lambda: asked(counting, 2))
    await made.stop()
