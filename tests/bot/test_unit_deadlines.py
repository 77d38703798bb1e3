"""Each unit is judged by its own deadline: extended, paused, or the document's."""

import datetime as dt
from dataclasses import replace

import pytest

from rules.paper_results import PaperRefused
from rules.programme import Programme
from storage import calendar_days, deadline_changes
from storage.calendar_days import NewSaidDay
from storage.database import Database
from storage.deadline_changes import Change
from tests.bot.ordering import HANH, LUA, PAO, everybody_is_here, found, give, registered
from tests.bot.papering import form, photographed, typed_in
from tests.hamlet import Hamlet, hamlet, programme, settle_in
from tests.talk import Talk

LATE = "2027-03-22 08:00"
BASIS = "Công văn số 12-CV/BTG ngày 18/3/2027"
FOR_LUA = Change(
    id="c1",
    programme="can-tho-khoi",
    stage="register",
    round=2027,
    unit="nong-dan",
    below=False,
    kind="moved",
    day="2027-03-26",
    until="17:00",
    reason="",
    basis=BASIS,
    by_person="hanh",
    at=1,
)
FOR_ALL = replace(FOR_LUA, id="c2", unit="khoi", below=True)
PAUSED = replace(FOR_ALL, id="c3", kind="paused", day="", until="", at=2)


async def changed(world: Hamlet, *changes: Change) -> None:
    async with world.db.writing() as tx:
        await deadline_changes.keep(tx, changes)


async def test_who_was_given_more_time_is_on_time_and_the_others_are_late(here: Hamlet) -> None:
    await changed(here, FOR_LUA)
    here.clock.set(LATE)

    hers = await registered(here, LUA)
    his = await registered(here, PAO, dialog="d2", unit="suoi-da")

    assert (hers.on_time, his.on_time) == (True, False)
    assert await found(here.db, "SELECT on_time FROM entries ORDER BY number") == [(1,), (0,)]


async def test_a_form_on_paper_is_judged_by_the_units_own_deadline(here: Hamlet) -> None:
    await changed(here, FOR_LUA)
    here.clock.set(LATE)
    await photographed(here, "f1")

    assert (await give(here, LUA, form("f1"))).on_time


@pytest.mark.parametrize("at", [LATE, "2027-09-30 17:00"])
async def test_while_it_is_paused_nothing_is_late(here: Hamlet, at: str) -> None:
    await changed(here, FOR_LUA, PAUSED)
    here.clock.set(at)

    assert (await registered(here, PAO, unit="suoi-da")).on_time


async def test_the_later_word_holds_of_the_whole_and_of_one_unit(here: Hamlet) -> None:
    shorter = replace(FOR_LUA, id="c9", day="2027-03-21", at=3)
    await changed(here, FOR_ALL, shorter)
    here.clock.set(LATE)

    assert not (await registered(here, LUA)).on_time
    assert (await registered(here, PAO, dialog="d2", unit="suoi-da")).on_time


async def test_a_round_lasts_as_long_as_its_last_stage_was_prolonged(here: Hamlet) -> None:
    last = replace(FOR_ALL, stage="propose", day="2027-10-20")
    await changed(here, last)
    here.clock.set("2027-10-15 08:00")

    (say, *_) = await Talk(here, chat=LUA.chat).says("hạn")

    assert "năm 2027" in say.text


async def test_the_office_hears_that_a_form_came_too_late_and_what_to_do(db: Database) -> None:
    world = await living_by(db, replace(programme(), late="refused"))
    await changed(world, FOR_LUA)
    late = typed_in(received="2027-03-29", unit="nong-dan")
    world.clock.set("2027-03-30 08:00")

    refused = await give(world, HANH, late)
    taken = await give(world, HANH, replace(late, received="2027-03-26"))

    assert isinstance(refused, PaperRefused)
    assert refused.why.reason == "paper-too-late"
    assert taken.on_time


async def test_a_day_off_the_office_said_moves_a_deadline_that_is_shifted(db: Database) -> None:
    register = replace(programme().stage("register"), inclusive=True, shift="later")
    world = await living_by(db, replace(programme(), stages=(register,)))
    async with db.writing() as tx:
        monday = NewSaidDay(dt.date(2027, 3, 22), "off", "nghỉ bù", "hanh", 1)
        await calendar_days.say(tx, monday)

    (say, *_) = await Talk(world, chat=PAO.chat).says("hạn")

    assert "thứ Ba 23/3/2027 (văn bản ghi ngày 20/3, là ngày nghỉ)" in say.text


async def living_by(db: Database, rules: Programme) -> Hamlet:
    made = hamlet(db, rules)
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(made)
    return made
