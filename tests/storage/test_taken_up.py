from dataclasses import replace
from typing import Any

import pytest

from rules.numbers import say_percent
from rules.progress import Progress
from rules.requests import TakenUp
from storage import entries, units
from storage.database import Database
from storage.units import NewUnit
from tests.storage.village import BAN_MOI, BINH, HANH, LAN, LONG_AGO, OFFICE, PAO, ask, entry

MODEL = TakenUp("launched:digital", ("branch",), "dvk", 2027)
SOURCES = ("launched:digital", "launched:happy-workplace")


@pytest.fixture
async def register(village: Database) -> Database:
    """Give a village in which Suối Đá has taken up the model, and Bản Mới took it back."""
    async with village.writing() as tx:
        one = replace(entry(1), source=MODEL.source, origin="adopt")
        taken_back = replace(one, state="withdrawn", unit=BAN_MOI, typed_by=BINH)
        another = replace(entry(3, unit=BAN_MOI, typed_by=BINH), source=MODEL.source, round=2026)
        rows = [one, replace(taken_back, id="e2", code="X-2", number=2, dialog="d2"), another]
        await entries.add(tx, rows)
    return village


async def taken_up(db: Database, person: str, model: TakenUp = MODEL) -> Progress:
    async with db.reading() as tx:
        found: Any = await ask(tx, person, model)
    assert isinstance(found, Progress)
    return found


async def test_row_0_4_the_office_sees_which_units_have_taken_up_a_model(
    register: Database,
) -> None:
    assert await taken_up(register, HANH) == Progress(1, 2, ("Chi bộ Bản Mới",))


async def test_row_0_4_79_of_84_units_have_taken_up_both_models(village: Database) -> None:
    both = [replace(MODEL, source=source, types=("dang_bo",)) for source in SOURCES]
    keys = [f"b{n:02}" for n in range(84)]
    rows = [
        replace(entry(2 * n + m), unit=key, source=model.source, typed_by=HANH)
        for n, key in enumerate(keys[5:])
        for m, model in enumerate(both)
    ]
    async with village.writing() as tx:
        below = [
            NewUnit(key, f"Đảng bộ {key}", LONG_AGO, 1, "dang_bo", parent=OFFICE) for key in keys
        ]
        await units.add_units(tx, below)
        await entries.add(tx, rows)

    for model in both:
        far = await taken_up(village, HANH, model)
        assert (far.done, far.of, say_percent(far.rate)) == (79, 84, "94,05 %")
        assert far.left == tuple(f"Đảng bộ b0{n}" for n in range(5))


@pytest.mark.parametrize("person", [PAO, LAN, BINH, "nobody"])
async def test_nobody_else_sees_how_far_the_units_are(register: Database, person: str) -> None:
    assert await taken_up(register, person) == Progress(0, 0)


async def test_units_of_other_types_are_not_asked_for_it(register: Database) -> None:
    only = replace(MODEL, types=("commune",))

    assert await taken_up(register, HANH, only) == Progress(0, 1, ("Đảng ủy xã Nậm Khao",))


async def test_an_exempt_unit_is_in_no_count(register: Database) -> None:
    async with register.writing() as tx:
        rows = [(BAN_MOI, MODEL.programme, 2027, "Đang sáp nhập", "2027-01-05", HANH)]
        await tx.run(
            "INSERT INTO exemptions (unit, programme, round, reason, day, by_person) VALUES :rows",
            {"rows": rows},
        )

    assert await taken_up(register, HANH) == Progress(1, 1)
