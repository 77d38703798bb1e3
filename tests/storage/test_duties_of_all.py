"""What is asked of all units, as the office's table and each unit's own table say it."""

import pytest

from rules.adoption_requests import Adopting, AdoptionOf
from rules.numbers import say_percent
from rules.progress import Progress
from rules.summary import Adoption
from storage import entries, facts
from storage.database import Database, Transaction
from storage.entries import NewEntry
from tests.hamlet import programme
from tests.storage.offices import (
    CODE,
    HANH,
    OFFICE,
    YEAR,
    around,
    ended,
    entry,
    exempted,
    line,
    open_office,
    summary_of,
    unit,
)

KHOI = programme("yen-bai-khoi", quotas=False)
TINH = programme("yen-bai-tinh", quotas=False)


def taken_up(number: int, unit_: str, **more: object) -> NewEntry:
    """Return an entry that takes up the model that is open."""
    return entry(number, unit_, **{"source": "launched:digital", "origin": "adopt", **more})


async def digital(tx: Transaction, person: str = HANH) -> Progress:
    """Return how far the units are with the model that is open, as its page says it."""
    asked = AdoptionOf(OFFICE, CODE, YEAR)
    (now,) = await facts.answer(tx, [(person, asked)], around(KHOI))
    assert isinstance(now, Adopting)
    model: Adoption = now.models[0] if now.models else Adoption("", "", *[Progress(0, 0)] * 2)
    return model.adopted


async def test_row_0_4_79_of_84_units_have_taken_up_a_model(db: Database) -> None:
    keys = [f"b{n:02}" for n in range(84)]
    async with db.writing() as tx:
        await open_office(tx, [unit(key, "dang_bo") for key in keys])
        await entries.add(tx, [taken_up(n, key) for n, key in enumerate(keys[5:])])
        table, page = await summary_of(tx, KHOI), await digital(tx)

    far = table.adoption[0].adopted
    assert (far.done, far.of, say_percent(far.rate)) == (79, 84, "94,05 %")
    assert (page.done, page.of) == (79, 84)
    assert page.left == tuple(f"Đơn vị b0{n}" for n in range(5))


async def test_what_a_merged_unit_took_up_is_said_alike(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b")])
        await entries.add(tx, [taken_up(1, "a", counts=False)])
        await ended(tx, "a", heirs=("b",))
        table, page = await summary_of(tx, KHOI), await digital(tx)

    far = table.adoption[0].adopted
    assert (page.done, page.of) == (far.done, far.of) == (1, 1)


@pytest.mark.parametrize(
    "more", [{"state": "withdrawn"}, {"round": 2026}, {"programme": "other"}, {"source": ""}]
)
async def test_what_is_taken_back_or_of_elsewhere_takes_up_nothing(
    db: Database, more: dict[str, object]
) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])
        await entries.add(tx, [taken_up(1, "a", **more)])

        assert await digital(tx) == Progress(0, 1, ("Đơn vị a",))


async def test_units_of_other_types_and_exempt_ones_are_in_no_count(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a"), unit("b"), unit("c", "khoi")])
        await entries.add(tx, [taken_up(1, "a")])
        await exempted(tx, "b")

        assert await digital(tx) == Progress(1, 1)


async def test_nobody_else_reads_how_far_the_units_are(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a")])

        assert await digital(tx, "nobody") == Progress(0, 0)


async def test_an_entry_of_another_programme_covers_nobody(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("x", "xa")])
        await entries.add(tx, [entry(1, "x", programme="other")])
        table = await summary_of(tx, TINH)

    assert table.coverage[0][1].left == ("x",)


async def test_a_commune_is_covered_by_what_it_came_of(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("x", "xa"), unit("y", "xa")])
        await entries.add(tx, [entry(1, "x", programme=TINH.code)])
        await ended(tx, "x", heirs=("y",))
        table = await summary_of(tx, TINH)

    assert table.coverage == (("xa", Progress(1, 1)),)


async def test_a_district_and_its_office_count_the_same_effective_models(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("h", "huyen"), unit("x", "xa", parent="h")])
        places = [("h", TINH.code), ("h", "other"), ("x", TINH.code)]
        made = [
            entry(n, at, state="recognised", programme=code)
            for n, (at, code) in enumerate(places, 1)
        ]
        await entries.add(tx, made)
        table, own = await summary_of(tx, TINH), await summary_of(tx, TINH, "h")

    assert own.recognised == line(table, "h").recognised == 2
