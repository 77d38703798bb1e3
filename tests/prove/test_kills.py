from random import Random

import pytest

from tests.prove.plays import killed_at, killed_at_random
from tests.prove.stage import Stage
from tests.prove.story import story
from tests.prove.wrapping import NAMES

pytestmark = pytest.mark.timeout(300)  # it takes ten or twenty; a guard against hanging
SEED = 2027
RARE = ("opening", "claim", "give-back", "marks", "prepare")
TWICE = [f"{name}:{1 if name.startswith(RARE) else 3}" for name in NAMES]
TWICE += [f"{name}:{2 if name.startswith(RARE) else 7}" for name in NAMES]


async def test_killed_at_every_boundary_nothing_is_lost_or_doubled(play: Stage) -> None:
    told = story(await killed_at(play, TWICE, Random(SEED)))  # noqa: S311 - repeatable

    assert not told, told
    assert play.deaths == TWICE


async def test_killed_twenty_times_at_random_nothing_is_lost_or_doubled(play: Stage) -> None:
    told = story(await killed_at_random(play, 20, Random(SEED)))  # noqa: S311 - repeatable

    assert not told, told
    assert len(play.deaths) == 20
