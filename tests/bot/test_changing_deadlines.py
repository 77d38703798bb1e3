"""The office changes deadlines: done once, kept, and what was late by the old end is on time."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.carry_out.order import answers
from rules.deadline_commands import AskExtension, ChangeDeadlines, SayDay, StageEnd, UnsayDay
from rules.deadline_requests import DeadlineHistoryOf, Effect, EffectOf
from rules.deadline_results import (
    DaySaid,
    DeadlinesChanged,
    DeadlinesElse,
    DeadlinesStay,
    ExtensionAsked,
)
from rules.results import TooLate
from storage.database import Database
from storage.memberships import Joining, join
from tests.bot.cuts_of_deadlines import TO_FRIDAY
from tests.bot.ordering import (
    HANH,
    LUA,
    MINH,
    PAO,
    everybody_is_here,
    found,
    give,
    minh_works_here,
    registered,
    tell,
)
from tests.hamlet import LONG_AGO, Hamlet, hamlet, programme, settle_in
from tests.talk import Talk

FRIDAY = StageEnd("register", "2027-03-26", "17:00")
FOR_ALL = ChangeDeadlines("khoi", True, "can-tho-khoi", 2027, (FRIDAY,), "", "", "")
FOR_SUOI_DA = replace(FOR_ALL, unit="suoi-da", below=False)
LATE = "2027-03-22 08:00"


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give the hamlet with quotas, Hạnh and Minh at the office."""
    made = hamlet(db, programme(quotas=True))
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(made)
    await minh_works_here(made)
    return made


async def ask(world: Hamlet, person: str, request: Any) -> Any:
    async with world.db.reading() as tx:
        return (await answers(tx, [(person, request)], world.shell))[0]


async def on_time(world: Hamlet) -> dict[str, int]:
    """Return whether what each unit registered is on time."""
    return dict(await found(world.db, "SELECT unit, on_time FROM entries"))


async def test_a_change_is_kept_with_its_event(world: Hamlet) -> None:
    result = await give(world, HANH, FOR_ALL)

    assert isinstance(result, DeadlinesChanged)
    assert (result.units, result.contacts) == (2, 2)
    sql = "SELECT before, after FROM events WHERE act = 'deadline-change'"
    assert await found(world.db, sql) == [("2027-03-19T17:00", "2027-03-26T17:00")]


async def test_who_comes_second_reads_what_the_first_did(world: Hamlet) -> None:
    await give(world, HANH, FOR_ALL)
    result = await give(world, MINH, replace(FOR_ALL, ends=(StageEnd("register"),)))

    assert isinstance(result, DeadlinesElse)
    assert (result.by, result.own) == ("Trần Thị Hạnh", False)
    assert len(await found(world.db, "SELECT id FROM deadline_changes")) == 1


async def test_what_was_changed_during_the_talk_is_read_back_before_the_yes(world: Hamlet) -> None:
    talk = Talk(world, chat=HANH.chat)
    for words in TO_FRIDAY:
        await (talk.presses(words[1:-1]) if words.startswith("[") else talk.says(words))
    await give(world, MINH, replace(FOR_ALL, ends=(StageEnd("register", "2027-03-24", "17:00"),)))
    (again,) = await talk.presses("Đổi hạn")

    assert "đồng chí Vũ Đức Minh, lúc" in again.text
    assert "Hạn cũ: hết 17 giờ 00, thứ Tư 24/3/2027" in again.text
    assert len(await found(world.db, "SELECT id FROM deadline_changes")) == 1
    await talk.presses("Đổi hạn")
    assert len(await found(world.db, "SELECT id FROM deadline_changes")) == 2


@pytest.mark.parametrize("tables_url", ["postgres"], indirect=True)
async def test_of_two_at_the_same_moment_one_is_second(world: Hamlet) -> None:
    both = [give(world, who, FOR_ALL) for who in (HANH, MINH)]
    results = await asyncio.gather(*both)

    assert {type(one) for one in results} == {DeadlinesChanged, DeadlinesElse}
    assert len(await found(world.db, "SELECT id FROM deadline_changes")) == 1


async def test_what_was_late_is_on_time_by_a_later_end_only_where_it_holds(world: Hamlet) -> None:
    world.clock.set(LATE)
    await registered(world, PAO, unit="suoi-da")
    await registered(world, LUA, dialog="d2")
    assert await on_time(world) == {"suoi-da": 0, "nong-dan": 0}
    result = await give(world, HANH, FOR_SUOI_DA)

    assert result.late == 1
    assert await on_time(world) == {"suoi-da": 1, "nong-dan": 0}


async def test_an_end_before_the_receipt_leaves_it_late(world: Hamlet) -> None:
    world.clock.set(LATE)
    await registered(world, PAO, unit="suoi-da")
    world.clock.set("2027-03-22 07:00")
    early = StageEnd("register", "2027-03-22", "07:30")
    await give(world, HANH, replace(FOR_ALL, ends=(early,)))

    assert await on_time(world) == {"suoi-da": 0}


@pytest.mark.parametrize(
    ("end", "why"),
    [
        (StageEnd("register", "2027-03-01", "17:00"), "end-is-over"),
        (StageEnd("register", "2028-01-02", "17:00"), "end-after-round"),
        (StageEnd("register", "2027-03-19", "17:00"), "end-stays"),
        (StageEnd("register", "x", "17:00"), "not-a-day"),
        (StageEnd("nothing", "2027-03-26", "17:00"), "unknown-stage"),
    ],
)
async def test_what_cannot_be_changes_nothing(world: Hamlet, end: StageEnd, why: str) -> None:
    result = await give(world, HANH, replace(FOR_ALL, ends=(end,)))

    assert isinstance(result, DeadlinesStay)
    assert result.why is not None
    assert result.why.reason == why


async def test_nobody_changes_a_deadline_but_an_office_over_the_unit(world: Hamlet) -> None:
    assert isinstance(await give(world, PAO, FOR_SUOI_DA), TooLate)
    assert await found(world.db, "SELECT id FROM deadline_changes") == []


async def test_the_preview_says_how_many_it_concerns(world: Hamlet) -> None:
    await registered(world, PAO, unit="suoi-da")
    effect: Effect = await ask(
        world, "hanh", EffectOf("khoi", True, "can-tho-khoi", 2027, (FRIDAY,))
    )

    assert (effect.units, effect.complete, effect.short, effect.contacts) == (2, 1, 1, 2)


async def test_the_preview_says_whose_own_end_goes_and_who_has_to_be_called(world: Hamlet) -> None:
    await give(world, HANH, FOR_SUOI_DA)
    async with world.db.writing() as tx:
        await tx.run("DELETE FROM addresses WHERE person = 'pao'", {})
    later = StageEnd("register", "2027-03-30", "17:00")
    effect: Effect = await ask(
        world, "hanh", EffectOf("khoi", True, "can-tho-khoi", 2027, (later,))
    )

    assert (effect.own, effect.untold) == (1, 1)


async def test_a_unit_reads_of_its_own_changes_alone(world: Hamlet) -> None:
    await give(world, HANH, FOR_SUOI_DA)
    asked = [DeadlineHistoryOf(unit, "can-tho-khoi", 2027) for unit in ("suoi-da", "nong-dan")]

    assert len(await ask(world, "pao", asked[0])) == 1
    assert await ask(world, "pao", asked[1]) == ()
    assert await ask(world, "lua", asked[1]) == ()


async def test_a_member_reads_nothing_of_single_units_below(world: Hamlet) -> None:
    async with world.db.writing() as tx:
        await join(tx, [Joining("m-x", "lua", "khoi", LONG_AGO, "", "member", True)])
    await give(world, HANH, FOR_SUOI_DA)
    asked = DeadlineHistoryOf("khoi", "can-tho-khoi", 2027)

    assert await ask(world, "lua", asked) == ()
    assert len(await ask(world, "hanh", asked)) == 1


async def test_a_wish_of_more_time_goes_to_who_is_in_charge_with_the_standing(
    world: Hamlet,
) -> None:
    asked = AskExtension("suoi-da", "can-tho-khoi", 2027, "Xin đến 26/3, bản có lũ")
    result, told = await tell(world, PAO, asked)

    assert isinstance(result, ExtensionAsked)
    (to_hanh,) = told
    assert (to_hanh.person, "chỉ tiêu 1, chưa đăng ký" in to_hanh.say.text) == ("hanh", True)
    assert to_hanh.say.rows[0][0].data == "a:change-deadline:suoi-da:0"
    assert await found(world.db, "SELECT words FROM help_requests") == [(asked.words,)]
    answers_ = await found(world.db, "SELECT matter FROM matter_answers")
    assert answers_ == [("register:can-tho-khoi:2027:suoi-da",)]


async def test_a_day_off_moves_the_end_that_falls_on_it(db: Database) -> None:
    shifted = replace(programme().stage("register"), shift="earlier")
    world = hamlet(db, replace(programme(), stages=(shifted,)))
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(world)
    result = await give(world, HANH, SayDay("khoi", "2027-03-19", "off", "nghỉ bù"))

    assert isinstance(result, DaySaid)
    assert [end.now and end.now.day for end in result.moved] == [18]


async def test_a_day_said_twice_is_said_once_and_taken_back_once(world: Hamlet) -> None:
    off = SayDay("khoi", "2027-05-04", "off", "nghỉ bù")
    results = [await give(world, HANH, off) for _ in range(2)]
    results += [await give(world, HANH, UnsayDay("khoi", "2027-05-04")) for _ in range(2)]

    kinds = [type(result) for result in results]
    assert kinds == [DaySaid, DeadlinesStay, DaySaid, DeadlinesStay]
    assert await found(world.db, "SELECT day FROM calendar_days") == []


@pytest.mark.parametrize("day", ["x", "2027-02-30", ""])
async def test_no_day_is_nothing(world: Hamlet, day: str) -> None:
    assert isinstance(await give(world, HANH, SayDay("khoi", day, "off", "nghỉ")), TooLate)
