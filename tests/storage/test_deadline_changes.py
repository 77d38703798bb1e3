"""Changed deadlines in the database: which units they cover, and whom they make on time."""

import datetime as dt
from dataclasses import replace

import pytest

from storage import entries
from storage.database import Database
from storage.deadline_changes import Change, changes, keep, on_time_again
from storage.units import NewUnit, add_units
from tests.storage.importing import by, take
from tests.storage.village import BAN_MOI, COMMUNE, HANH, LONG_AGO, NOW, SUOI_DA, TODAY, entry

MOVED = Change(
    id="c1",
    programme="dvk",
    stage="register",
    round=2027,
    unit=COMMUNE,
    below=True,
    kind="moved",
    day="2027-03-26",
    until="17:00",
    reason="lũ",
    basis="Công văn số 12",
    by_person=HANH,
    at=NOW,
)


async def covered(db: Database, *said: Change) -> dict[str, set[str]]:
    async with db.writing() as tx:
        await keep(tx, said)
        return {one.id: set(one.units) for one in await changes(tx, today=TODAY)}


async def test_a_change_covers_the_unit_and_all_below_it(village: Database) -> None:
    assert await covered(village, MOVED) == {"c1": {COMMUNE, SUOI_DA, BAN_MOI}}


async def test_a_change_for_a_unit_alone_is_for_nobody_below(village: Database) -> None:
    assert await covered(village, replace(MOVED, below=False)) == {"c1": {COMMUNE}}


async def test_earlier_changes_are_told_with_later_ones(village: Database) -> None:
    later = replace(MOVED, id="c2", kind="paused", day="", until="", at=NOW + 1)
    alone = replace(MOVED, id="c3", unit=SUOI_DA, below=False)

    found = await covered(village, MOVED, later, alone)

    everybody = {COMMUNE, SUOI_DA, BAN_MOI}
    assert found == {"c1": everybody, "c2": everybody, "c3": {SUOI_DA}}


async def test_a_change_is_read_as_it_was_kept(village: Database) -> None:
    async with village.writing() as tx:
        await keep(tx, [MOVED, replace(MOVED, id="old", round=2024)])
        (found,) = await changes(tx, today=TODAY)

    assert (found.day, found.until) == (dt.date(2027, 3, 26), dt.time(17))
    assert (found.reason, found.basis, found.at) == ("lũ", "Công văn số 12", NOW)


async def test_whoever_takes_over_from_a_unit_has_its_deadline(village: Database) -> None:
    async with village.writing() as tx:
        await add_units(tx, [NewUnit("moi", "Chi bộ mới", LONG_AGO, 1, "branch", parent="huyen")])
        rows = [(SUOI_DA, "moi", TODAY)]
        await tx.run(
            "INSERT INTO unit_successors (unit, successor, day) VALUES :rows", {"rows": rows}
        )

    assert await covered(village, replace(MOVED, unit=SUOI_DA)) == {"c1": {SUOI_DA, "moi"}}


@pytest.mark.parametrize(("before", "again"), [(NOW + 1, ["e1"]), (NOW, [])])
async def test_what_came_late_is_on_time_by_a_later_deadline(
    village: Database, before: int, again: list[str]
) -> None:
    late = [replace(one, on_time=False) for one in (entry(1), entry(2, unit="huyen"))]
    async with village.writing() as tx:
        await entries.add(tx, late)
        await keep(tx, [MOVED])
        (change,) = await changes(tx, today=TODAY)

        assert await on_time_again(tx, change, before=before) == again
        assert await on_time_again(tx, change, before=before) == []


async def test_an_imported_entry_is_judged_by_the_units_own_deadline(village: Database) -> None:
    in_april = NOW + 31 * 86_400_000
    own = replace(MOVED, programme="can-tho-khoi", unit=SUOI_DA)
    await covered(village, own)
    rows = [f"2027 | {unit} | {unit} sạch | 22/3/2027" for unit in ("Suối Đá", "Chi bộ Bản Mới")]

    await take(
        village,
        "entries",
        "\n".join(["Năm | Đơn vị | Tên mô hình | Ngày nhận", *rows]),
        by(HANH, now=in_april),
    )

    async with village.reading() as tx:
        found = await tx.rows("SELECT on_time FROM entries ORDER BY number")
    assert found == [(1,), (0,)]
