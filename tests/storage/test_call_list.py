"""Whom the office has to call, in which order, and what is said of them."""

from typing import Any

import pytest

from rules.office_requests import CallList, ToCall
from storage import entries, facts, memberships, people
from storage.calls import Call, note_call
from storage.contacts import Contact, InCharge, add_contacts, put_in_charge
from storage.database import Database, Transaction
from storage.erasing import Erasure, erase
from storage.memberships import Joining
from storage.people import ConsentAnswer
from tests.hamlet import programme
from tests.storage.offices import (
    CODE,
    HANH,
    OFFICE,
    TODAY,
    YEAR,
    around,
    ended,
    entry,
    exempted,
    open_office,
    unit,
)
from tests.storage.village import LONG_AGO, meet

RULES = programme("yen-bai-khoi", quotas=False)


async def called(tx: Transaction) -> tuple[ToCall, ...]:
    """Return the list as Hạnh gets it."""
    (found,) = await facts.answer(tx, [(HANH, CallList(OFFICE, CODE, YEAR))], around(RULES))
    assert isinstance(found, tuple)
    return found


async def test_row_0_17_a_cell_with_none_is_on_the_list_of_those_missing(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("chi-bo")])
        (calls,) = await facts.answer(tx, [(HANH, CallList(OFFICE, CODE, YEAR))], around(RULES))

    assert [(one.number, one.unit.id, one.none) for one in calls] == [(1, "chi-bo", True)]


async def test_the_call_list_has_whom_to_call_and_what_came_of_it(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a", "dang_bo"), unit("b")])
        await people.name_person(tx, HANH, name="Hạnh")
        await put_in_charge(tx, [InCharge("b", HANH, LONG_AGO)])
        await add_contacts(tx, [Contact("binh", "Bình", "+842213000002", 1)])
        joining = Joining("m1", "binh", "b", LONG_AGO, "Bí thư", "officer", confirmed=True)
        await memberships.insert(tx, [joining])
        await note_call(tx, Call("c1", "b", CODE, YEAR, "hẹn sáng mai", HANH, 1))

        (calls,) = await facts.answer(tx, [(HANH, CallList(OFFICE, CODE, YEAR))], around(RULES))

    first, last = calls
    assert (first.unit.id, first.staff, last.unit.id, last.staff) == ("b", "Hạnh", "a", "")
    assert [(human.name, human.phone) for human in first.contacts] == [("Bình", "+842213000002")]
    assert (first.joined, first.called.words, first.called.by) == (0, "hẹn sáng mai", "Hạnh")
    assert (last.contacts, last.called) == ((), None)


async def test_a_call_to_a_unit_that_was_merged_is_its_successor_s(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await note_call(tx, Call("c1", "a", CODE, YEAR, "hẹn sáng mai", HANH, 1))
        await ended(tx, "a", heirs=("b",))

        calls = await called(tx)

    assert [one.called.words if one.called else "" for one in calls] == ["hẹn sáng mai"]


async def test_who_is_erased_is_in_no_words_about_a_call(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("b")])
        await add_contacts(tx, [Contact("binh", "Nguyễn Văn Bình", "", 1)])
        joining = Joining("m1", "binh", "b", LONG_AGO, "Bí thư", "officer", confirmed=True)
        await memberships.insert(tx, [joining])
        words = "đồng chí nguyen van binh hẹn mai"
        await note_call(tx, Call("c1", "b", CODE, YEAR, words, HANH, 1))

        await erase(tx, Erasure("binh", 1, TODAY, "(đã xóa)"))

        assert await tx.rows("SELECT words FROM calls") == [("đồng chí (đã xóa) hẹn mai",)]


async def test_who_has_enough_or_is_exempt_is_not_called_and_who_has_nothing_comes_first(
    db: Database,
) -> None:
    async with db.writing() as tx:
        some = [unit(key, "dang_bo") for key in ("short", "met")]
        await open_office(tx, [*some, unit("none"), unit("exempt")])
        await exempted(tx, "exempt")
        await entries.add(tx, [entry(1, "short"), entry(2, "met"), entry(3, "met")])

        calls = await called(tx)

    assert [(one.number, one.unit.id, one.none, one.missing) for one in calls] == [
        (1, "none", True, 1),
        (2, "short", False, 1),
    ]


@pytest.mark.parametrize("other", ["role = 'member'", "state = 'asked'", f"to_day = '{TODAY}'"])
async def test_whoever_is_no_contact_of_the_unit_is_not_called(db: Database, other: str) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("b")])
        await add_contacts(tx, [Contact("binh", "Bình", "", 1)])
        await memberships.insert(tx, [Joining("m1", "binh", "b", LONG_AGO, "", "officer", True)])
        await tx.run(f"UPDATE memberships SET {other} WHERE id = 'm1'")  # noqa: S608 - ours

        (one,) = await called(tx)

    assert one.contacts == ()


async def test_what_came_of_the_last_call_about_this_round_is_said(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("b")])
        words = {"c1": "bận họp", "c2": "hẹn sáng mai"}
        for at, (key, said) in enumerate(words.items(), 1):
            await note_call(tx, Call(key, "b", CODE, YEAR, said, HANH, at))
        await note_call(tx, Call("c3", "b", CODE, YEAR - 1, "năm trước", HANH, 3))
        await note_call(tx, Call("c4", "b", "other", YEAR, "việc khác", HANH, 4))

        (one,) = await called(tx)

    assert one.called is not None
    assert one.called.words == "hẹn sáng mai"


@pytest.mark.parametrize(("last", "joined"), [("given", 1), ("withdrawn", 0)])
async def test_only_who_agrees_now_can_be_reached_by_the_assistant(
    db: Database, last: Any, joined: int
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("b")])
        await meet(tx, "binh")
        await memberships.insert(tx, [Joining("m1", "binh", "b", LONG_AGO, "", "officer", True)])
        answers = enumerate(("refused" if last == "given" else "given", last), 1)
        said = [ConsentAnswer(f"a{n}", "binh", one, "1", "", "web", n) for n, one in answers]
        await people.consent(tx, said)

        (one,) = await called(tx)

    assert one.joined == joined
