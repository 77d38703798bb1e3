"""Plans told by units, targets marked by the office: whose word is taken, and what is kept."""

from dataclasses import replace
from typing import Any

import pytest

from conversations.said import Text
from rules.adoption_commands import KeepPlan, MarkTarget
from rules.adoption_results import PlanKept, TargetMarked
from rules.programme_file import read_programme
from rules.results import TooLate
from storage import memberships
from storage.database import Database
from storage.memberships import Joining
from tests.bot.ordering import BINH, HANH, LUA, PAO, everybody_is_here, found, give, registration
from tests.hamlet import HERE, LONG_AGO, Hamlet, hamlet, programme, settle_in
from tests.talk import Talk

PLAN = KeepPlan("suoi-da", "yen-bai-khoi", 2024, "digital", "Kế hoạch số 12-KH/CB ngày 10/4/2024")


@pytest.fixture
async def khoi(db: Database) -> Hamlet:
    """Give the hamlet in the programme with models launched from above."""
    world = hamlet(db, programme("yen-bai-khoi", quotas=False), moment="2024-04-12 08:30")
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(world)
    return world


async def test_a_plan_told_anew_takes_the_place_of_the_old_one(khoi: Hamlet) -> None:
    await give(khoi, PAO, PLAN)
    kept = await give(khoi, PAO, replace(PLAN, words="Kế hoạch số 15-KH/CB"))

    assert isinstance(kept, PlanKept)
    assert await found(khoi.db, "SELECT words FROM plans") == [("Kế hoạch số 15-KH/CB",)]
    seen = await found(khoi.db, "SELECT before FROM events WHERE act = 'plan' ORDER BY id")
    assert [bool(before) for (before,) in seen] == [False, True]
    assert "12-KH" not in repr(await found(khoi.db, "SELECT before, after FROM events"))


async def test_the_same_words_for_another_year_are_a_plan_of_their_own(khoi: Hamlet) -> None:
    for command in (PLAN, PLAN, replace(PLAN, round=2025)):
        await give(khoi, PAO, command)

    seen = await found(khoi.db, "SELECT before FROM events WHERE act = 'plan'")
    assert seen == [("",), ("",)]


@pytest.mark.parametrize("chat", [LUA, BINH], ids=lambda chat: chat.chat)
async def test_only_an_officer_over_the_unit_tells_of_its_plan(khoi: Hamlet, chat: Any) -> None:
    assert await give(khoi, chat, PLAN) == TooLate(None)
    assert await found(khoi.db, "SELECT words FROM plans") == []


async def test_there_is_no_plan_for_what_is_not_open_or_not_asked(khoi: Hamlet) -> None:
    closed = replace(PLAN, model="happy-workplace")
    not_asked = replace(PLAN, unit="nong-dan")

    assert await give(khoi, PAO, closed) == TooLate(None)
    assert await give(khoi, LUA, not_asked) == TooLate(None)


async def test_the_same_message_twice_keeps_a_plan_once(khoi: Hamlet) -> None:
    talk = Talk(khoi, chat=PAO.chat)
    await talk.says("kế hoạch")

    for _ in range(2):
        await talk.does(Text("Kế hoạch số 12-KH/CB"), external="same")

    assert await found(khoi.db, "SELECT words FROM plans") == [("Kế hoạch số 12-KH/CB",)]
    assert len(await found(khoi.db, "SELECT id FROM events WHERE act = 'plan'")) == 1


async def test_a_target_is_marked_and_unmarked_by_the_office_alone(db: Database) -> None:
    file = HERE / "tests" / "rules" / "programmes" / "twelve-targets.toml"
    world = hamlet(db, read_programme(file.read_text("utf-8"), file=file.name))
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(world)
    mark = MarkTarget("khoi", "twelve-targets", 2027, "plan", met=True)

    assert await give(world, PAO, mark) == TooLate(None)
    assert await give(world, HANH, replace(mark, target="quota")) == TooLate(None)
    for _ in range(2):
        assert isinstance(await give(world, HANH, mark), TargetMarked)
    assert await found(db, "SELECT target, by_person FROM targets_met") == [("plan", "hanh")]
    await give(world, HANH, replace(mark, met=False))
    assert await found(db, "SELECT target FROM targets_met") == []
    acts = await found(db, "SELECT act FROM events WHERE act LIKE 'target%' ORDER BY id")
    assert acts == [("target-met",), ("target-open",)]


@pytest.mark.parametrize(("confirmed", "kept"), [(True, [("12-KH/CB",)]), (False, [])])
async def test_a_plan_written_with_a_registration_is_kept_of_who_belongs_there(
    khoi: Hamlet, *, confirmed: bool, kept: list[tuple[str]]
) -> None:
    async with khoi.db.writing() as tx:
        place = Joining("new", BINH.chat, "suoi-da", LONG_AGO, "", "member", confirmed)
        await memberships.join(tx, [place])
    command = registration(
        unit="suoi-da", programme="yen-bai-khoi", round=2024, kind="adopt", plan="12-KH/CB"
    )

    await give(khoi, BINH, replace(command, source="launched:digital"))

    assert await found(khoi.db, "SELECT count(*) FROM entries") == [(1,)]
    assert await found(khoi.db, "SELECT words FROM plans") == kept
