"""What the office's table leaves out and what it takes along, one figure at a time."""

import pytest

from rules.summary import Summary
from rules.unit_card import Exemption
from storage import entries, memberships, plans
from storage.contacts import InCharge, put_in_charge
from storage.database import Database, Transaction
from storage.exemptions import NewExemption, exempt
from storage.memberships import Joining
from storage.people import name_person
from storage.plans import Plan
from storage.unit_endings import Ending, end_units
from tests.hamlet import programme
from tests.storage.offices import (
    CODE,
    HANH,
    OFFICE,
    TODAY,
    YEAR,
    ended,
    entry,
    line,
    open_office,
    paper,
    summary_of,
    unit,
)
from tests.storage.village import LONG_AGO, meet

RULES = programme("yen-bai-khoi", quotas=False)
TOMORROW = "2027-03-18"


async def planned(tx: Transaction, unit_: str, *, round_: int = YEAR, of: str = CODE) -> None:
    """Let a unit have a plan for the model that is open."""
    await plans.keep(tx, Plan(unit_, of, round_, "digital", "Kế hoạch số 12-KH/CB", HANH, 1))


def without_a_plan(summary: Summary) -> tuple[str, ...]:
    return summary.adoption[0].planned.left


async def test_a_merger_of_tomorrow_is_none_today(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await entries.add(tx, [entry(1, "a")])
        await end_units(tx, Ending(("a",), ("b",), TOMORROW, 1, lambda: "never"))

        summary = await summary_of(tx, RULES)

    assert [(one.now.unit.id, one.registered) for one in summary.lines] == [("a", 1), ("b", 0)]


@pytest.mark.parametrize("other", ["state = 'struck'", "programme = 'other'", "round = 2026"])
async def test_a_form_that_is_struck_or_of_elsewhere_waits_for_nobody(
    db: Database, other: str
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await paper(tx, "p1", unit_="a")
        await tx.run(f"UPDATE papers SET {other}")  # noqa: S608 - ours

        summary = await summary_of(tx, RULES)

    assert (line(summary, "a").now.papers, summary.by_hand) == (0, 0)


async def test_a_form_of_a_merged_unit_waits_for_its_successor(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await paper(tx, "p1", unit_="a")
        await ended(tx, "a", heirs=("b",))

        summary = await summary_of(tx, RULES)

    assert line(summary, "b").now.papers == 1


@pytest.mark.parametrize("other", ["state = 'struck'", "original_day = ''"])
async def test_an_original_that_is_struck_or_only_a_photo_is_none(db: Database, other: str) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await entries.add(tx, [entry(1, "a")])
        await paper(tx, "p1", unit_="a", entry_="e202700001", day=TODAY)
        await tx.run(f"UPDATE papers SET {other}")  # noqa: S608 - ours

        summary = await summary_of(tx, RULES)

    assert [one.original for one in summary.entries] == [False]


async def test_a_plan_of_a_merged_unit_is_its_successor_s(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b"), unit("c")])
        await planned(tx, "a")
        await ended(tx, "a", heirs=("b",))

        summary = await summary_of(tx, RULES)

    assert without_a_plan(summary) == ("c",)


async def test_a_plan_of_another_round_or_programme_is_none_of_this_one(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await planned(tx, "a", round_=YEAR - 1)
        await planned(tx, "b", of="other")

        summary = await summary_of(tx, RULES)

    assert without_a_plan(summary) == ("a", "b")


async def test_what_a_merged_unit_took_up_is_its_successor_s(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await entries.add(tx, [entry(1, "a", source="launched:digital", counts=False)])
        await ended(tx, "a", heirs=("b",))

        summary = await summary_of(tx, RULES)

    assert (summary.adoption[0].adopted.done, summary.adoption[0].adopted.of) == (1, 1)


async def test_a_model_taken_up_by_nobody_knows_whom_is_not_taken_up(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await meet(tx, "guest")
        await memberships.join(tx, [Joining("m-guest", "guest", "a", LONG_AGO)])
        sent = entry(1, "a", source="launched:digital", counts=False, typed_by="guest")
        await entries.add(tx, [sent])

        summary = await summary_of(tx, RULES)

    assert summary.adoption[0].adopted.left == ("a",)


@pytest.mark.parametrize(("of", "round_"), [(CODE, YEAR - 1), ("other", YEAR)])
async def test_who_was_exempt_elsewhere_owes_here(db: Database, of: str, round_: int) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await exempt(tx, NewExemption("a", Exemption(of, round_, "mới lập"), TODAY, HANH))

        summary = await summary_of(tx, RULES)

    assert (line(summary, "a").state, summary.owing) == ("none", 1)


async def test_of_those_in_charge_above_it_the_nearest_is_named(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("tinh", parent="")])
        await tx.run(
            "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows",
            {"rows": [(OFFICE, "tinh", LONG_AGO, "")]},
        )
        await meet(tx, "far")
        for who, name in ((HANH, "Trần Thị Hạnh"), ("far", "Lê Văn Xa")):
            await name_person(tx, who, name=name)
        await put_in_charge(
            tx, [InCharge("tinh", "far", LONG_AGO), InCharge(OFFICE, HANH, LONG_AGO)]
        )

        summary = await summary_of(tx, RULES)

    assert line(summary, "a").now.staff_name == "Trần Thị Hạnh"


async def test_who_was_in_charge_until_today_is_named_no_more(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await name_person(tx, HANH, name="Trần Thị Hạnh")
        await put_in_charge(tx, [InCharge("a", HANH, LONG_AGO)])
        await tx.run("UPDATE unit_humans SET to_day = :today", {"today": TODAY})

        summary = await summary_of(tx, RULES)

    assert line(summary, "a").now.staff_name == ""


async def test_a_unit_somebody_only_named_is_on_no_list(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("named")])
        await tx.run("UPDATE units SET state = 'asked' WHERE id = 'named'")

        summary = await summary_of(tx, RULES)

    assert [one.now.unit.id for one in summary.lines] == ["a"]
