from random import Random

import pytest

from tests.prove.plays import killed_at, killed_at_random
from tests.prove.stage import Stage
from tests.prove.story import story
from tests.prove.wrapping import NAMES

pytestmark = pytest.mark.timeout(300)  # it takes ten or twenty; a guard against hanging
SEED = 2027
RARE = ("opening", "claim", "give-back", "marks", "prepare")
FIRST = [f"{name}:{1 if name.startswith(RARE) else 3}" for name in NAMES]
ON_ZALO = [fault for fault in FIRST if "favour" not in fault]  # typing is shown to who waits long
LATER = [f"{name}:{2 if name.startswith(RARE) else 7}" for name in NAMES]


# Each kind of database dies at every boundary; one of them early in a life, one later.
@pytest.mark.parametrize(
    ("database_url", "faults"),
    [("sqlite", FIRST), ("postgres", LATER)],
    ids=["sqlite", "postgres"],
    indirect=["database_url"],
)
async def test_killed_at_every_boundary_nothing_is_lost_or_doubled(
    play: Stage, faults: list[str]
) -> None:
    told = story(await killed_at(play, faults, Random(SEED)))  # noqa: S311 - repeatable

    assert not told, told
    assert play.deaths == faults


async def test_killed_twenty_times_at_random_nothing_is_lost_or_doubled(play: Stage) -> None:
    told = story(await killed_at_random(play, 20, Random(SEED)))  # noqa: S311 - repeatable

    assert not told, told
    assert len(play.deaths) == 20


@pytest.mark.parametrize(("database_url", "mode"), [("sqlite", "pop")], indirect=["database_url"])
async def test_killed_at_every_boundary_zalo_loses_what_it_tells_once_and_nothing_else(
    play: Stage,
) -> None:
    told = story(await killed_at(play, ON_ZALO, Random(SEED)))  # noqa: S311 - repeatable

    assert not told, told
    assert play.deaths == ON_ZALO


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("mode", ["replay", "lossy", "flat", "wrapped"])
async def test_however_zalo_behaves_nothing_else_is_lost_or_doubled(play: Stage) -> None:
    record = await killed_at_random(play, 2, Random(SEED), troubled=True)  # noqa: S311 - repeatable
    told = story(record)

    assert not told, told
