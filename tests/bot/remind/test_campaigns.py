"""A campaign of the programme through the planner: each contact hears of it once a step."""

from dataclasses import replace

import pytest

from bot.remind.sources.campaigns import Campaigns
from conversations.decisions import say_rule
from rules.campaigning import Campaign
from storage import reminder_choices
from storage.database import Database
from tests.bot.remind.planning import day, ledger, planner
from tests.bot.scene import found_says, reach, web
from tests.hamlet import Hamlet, OneProgramme, languages, programme

PAO = web("w-pao")
ELECTION = Campaign(
    "bau-cu",
    "Bầu cử Quốc hội khóa XV và Hội đồng nhân dân các cấp nhiệm kỳ 2021–2026",
    day("2021-04-05"),
    day("2021-05-23"),
    "Vận động cử tri đi bầu đủ, đúng ngày.",
    (7, 0),
)


@pytest.fixture
async def world(world: Hamlet) -> Hamlet:
    """Give the hamlet in the year of an election."""
    voting = replace(programme(), campaigns=(ELECTION,))
    world.shell = replace(world.shell, programmes=OneProgramme((voting,)))
    world.clock.set("2021-04-02 08:00")
    await reach(world, "pao", PAO)
    return world


async def told(world: Hamlet, moment: str) -> list[str]:
    world.clock.set(moment)
    for _ in range(2):
        await planner(world, Campaigns()).plan(world.clock.ms)
    return [say.text for say in await found_says(world.db, PAO)]


async def test_row_1_17_contacts_are_reminded_when_the_election_period_begins_and_ends(
    world: Hamlet,
) -> None:
    assert await told(world, "2021-04-04 08:00") == []
    (begins,) = await told(world, "2021-04-05 08:00")
    assert begins == (
        "Bầu cử Quốc hội khóa XV và Hội đồng nhân dân các cấp nhiệm kỳ 2021–2026: "
        "từ thứ Hai 5/4/2021 đến hết Chủ nhật 23/5/2021.\nVận động cử tri đi bầu đủ, đúng ngày."
    )
    (_, ends) = await told(world, "2021-05-17 08:00")
    assert "đến hết Chủ nhật 23/5/2021, còn 7 ngày." in ends
    assert "hết hôm nay." in (await told(world, "2021-05-23 08:00"))[-1]  # a Sunday
    assert len(await told(world, "2021-06-01 08:00")) == 3


async def test_who_does_not_want_to_hear_of_it_hears_no_more(world: Hamlet, db: Database) -> None:
    await told(world, "2021-04-05 08:00")
    async with db.writing() as tx:
        await reminder_choices.mute(tx, "pao", "campaign:can-tho-khoi:bau-cu", at=1)

    assert len(await told(world, "2021-05-17 08:00")) == 1
    assert ("can-tho-khoi:bau-cu", "muted") in await ledger(db)


def test_the_ledger_calls_a_campaign_by_its_name() -> None:
    voting, vietnamese = replace(programme(), campaigns=(ELECTION,)), languages()["vi"]
    said = say_rule("campaign:can-tho-khoi:bau-cu", "7", (voting,), vietnamese)

    assert said == f"{ELECTION.label}, trước 7 ngày"
