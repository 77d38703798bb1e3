"""Lists of units in the database: new, changed, the same again; all of it or nothing."""

from dataclasses import replace

import pytest

from rules.table import Table
from storage.database import Database
from storage.importing import Source, plan_import, write_import
from tests.rules.importing.tables import table
from tests.storage.importing import by, everything, look, reasons, take
from tests.storage.test_crash import BrokenTransaction
from tests.storage.village import COMMUNE, HANH, PAO, SUOI_DA, TODAY

TABLES = ("units", "unit_names", "unit_parents", "unit_humans")
LIST = """
Mã | Tên đơn vị | Loại | Trực thuộc | Số đảng viên | Địa chỉ | Tên ngắn | Phụ trách
X1 | Đảng ủy xã Mường Mẫu | Đảng bộ | | hơn 4.600 | xã Mường Mẫu | Mường Mẫu | Trần Thị Hạnh
 | Chi bộ bản Lũng | Chi bộ | X1 | 12 | | |
"""


async def one(db: Database, sql: str, **params: str) -> tuple[object, ...]:
    async with db.reading() as tx:
        (row,) = await tx.rows(sql, params)
    return row


async def test_row_1_2_a_list_of_units_is_taken_in_whole(village: Database) -> None:
    found = await take(village, "units", LIST)

    assert (found.new, found.changed, found.same, reasons(found)) == (2, 0, 0, ["goes-below"])
    assert found.by_type == (("Đảng bộ cơ sở", 1), ("Chi bộ cơ sở", 1))
    assert await one(
        village,
        """SELECT u.type, u.place, u.members, u.members_about, n.short_name, h.person
           FROM units u JOIN unit_names n ON n.unit = u.id JOIN unit_humans h ON h.unit = u.id
           WHERE u.key = 'X1'""",
    ) == ("dang_bo", "xã Mường Mẫu", 4600, 1, "Mường Mẫu", HANH)


async def test_the_same_list_again_writes_nothing(village: Database) -> None:
    await take(village, "units", LIST)
    before = await everything(village, *TABLES, "events")

    again = await take(village, "units", LIST)

    assert (again.new, again.changed, again.same) == (0, 0, 2)
    assert await everything(village, *TABLES, "events") == before


async def test_looking_writes_nothing(village: Database) -> None:
    before = await everything(village, *TABLES)
    found = await look(village, "units", LIST)

    assert found.new == 2
    assert found.first[0][1:7:5] == ("Đảng ủy xã Mường Mẫu", ">4.600")
    assert await everything(village, *TABLES) == before


async def test_a_new_name_holds_from_today_and_the_old_one_is_kept(village: Database) -> None:
    await take(village, "units", LIST)
    await take(village, "units", "Mã | Tên đơn vị\nX1 | Đảng ủy phường Mường Mẫu")

    async with village.reading() as tx:
        names = await tx.rows(
            """SELECT n.name, n.short_name, n.to_day FROM unit_names n
               JOIN units u ON u.id = n.unit WHERE u.key = 'X1' ORDER BY n.from_day"""
        )
    assert names == [
        ("Đảng ủy xã Mường Mẫu", "Mường Mẫu", TODAY),
        ("Đảng ủy phường Mường Mẫu", "Mường Mẫu", ""),
    ]


async def test_what_the_list_does_not_say_stays(village: Database) -> None:
    await take(village, "units", LIST)
    await take(village, "units", "Mã | Tên đơn vị | Số đảng viên\nX1 | Đảng ủy xã Mường Mẫu | 50")

    assert await one(village, "SELECT type, place, members FROM units WHERE key = 'X1'") == (
        *("dang_bo", "xã Mường Mẫu", 50),
    )


async def test_a_unit_is_moved_by_its_code_and_staff_is_changed(village: Database) -> None:
    await take(village, "units", LIST)
    given = "Mã | Tên | Trực thuộc | Phụ trách\nX1 | Đảng ủy xã Mường Mẫu | Đảng ủy xã Nậm Khao | "

    found = await take(village, "units", given)
    assert [(c.column, c.old, c.new) for c in found.changes] == [
        ("parent", "Ban Dân vận Huyện ủy", "Đảng ủy xã Nậm Khao")
    ]
    parents = """SELECT p.parent FROM unit_parents p JOIN units u ON u.id = p.unit
                 WHERE u.key = 'X1' AND p.to_day = ''"""
    assert await one(village, parents) == (COMMUNE,)


async def test_row_1_1_an_import_that_does_not_make_84_is_refused(village: Database) -> None:
    before = await everything(village, *TABLES)
    rows = [f"Đảng bộ Sở {n} | Đảng bộ" for n in range(45)] + [
        f"Chi bộ Hội {n} | Chi bộ" for n in range(38)
    ]
    given = "Tên đơn vị | Loại\n" + "\n".join(rows)

    found = await take(village, "units", given, control="84 = 45 đảng bộ + 39 chi bộ")
    assert reasons(found) == ["control-total", "control-type"]
    assert await everything(village, *TABLES) == before


async def test_row_1_1_the_programmes_own_totals_hold_unless_told_otherwise(
    village: Database,
) -> None:
    counting = replace(by(), programme=replace(by().programme, controls=(("chi_bo", 2),)))
    given = "Tên đơn vị | Loại\nChi bộ bản Lũng | Chi bộ"

    assert reasons(await look(village, "units", given, counting)) == [
        *("control-total", "control-type"),
    ]
    assert reasons(await look(village, "units", given, counting, control="-")) == []


async def test_one_wrong_row_keeps_all_out(village: Database) -> None:
    before = await everything(village, *TABLES)

    found = await take(village, "units", LIST + "| Chi bộ lạ | Chi hội | X1")
    assert reasons(found) == ["goes-below", "unit-type"]
    assert await everything(village, *TABLES) == before


async def test_the_office_imports_what_is_below_it(village: Database) -> None:
    given = "Tên đơn vị | Loại | Trực thuộc\nChi bộ bản Lũng | Chi bộ | Đảng ủy xã Nậm Khao"
    found = await take(village, "units", given, by(HANH))

    assert (found.new, reasons(found)) == (1, [])


async def test_an_officer_imports_nothing_and_reads_nothing(village: Database) -> None:
    given = "Tên đơn vị | Số đảng viên\nChi bộ bản Suối Đá | 99"
    found = await take(village, "units", given, by(PAO))

    assert reasons(found) == ["outside"]
    assert found.changes == ()


async def test_everything_touched_leaves_an_event_without_names(village: Database) -> None:
    await take(village, "units", LIST, by(HANH))
    await take(village, "units", "Tên đơn vị | Số ĐV\nChi bộ bản Suối Đá | 99", by(HANH))

    events = (await everything(village, "events"))["events"]
    assert [event[2:] for event in events][2] == (
        *(HANH, "a-hanh", "import", SUOI_DA, ""),
        "members",
    )
    assert [event[7] for event in events] == ["new", "new", "members"]


async def test_invented_data_is_not_mixed_with_real(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run("UPDATE units SET demo = 1 WHERE id = :id", {"id": SUOI_DA})

    assert reasons(await take(village, "units", LIST)) == ["import-demo"]


async def test_an_old_font_must_be_converted_first(village: Database) -> None:
    given = table("Tªn ®¬n vÞ | Lo¹i\nChi bé b¶n Lòng | Chi bé", encoding="tcvn3")

    assert "import-missing" in reasons(await take(village, "units", given))
    found = await take(village, "units", given, convert=True)
    assert (found.new, found.first[0][1]) == (1, "Chi bộ bản Lũng")
    assert found.sample == ("Chi bé b¶n Lòng", "Chi bộ bản Lũng")


async def test_whichever_statement_fails_nothing_is_there(village: Database) -> None:
    before = await everything(village, *TABLES, "events")
    failing = 0
    while True:
        try:
            await _take_until(village, table(LIST), failing)
            break
        except ConnectionAbortedError:
            assert await everything(village, *TABLES, "events") == before
            failing += 1

    assert failing > len(TABLES)


async def _take_until(db: Database, given: Table, failing: int) -> None:
    async with db.writing() as tx:
        broken = BrokenTransaction(tx, failing)
        _, plan = await plan_import(broken, Source("units", given), by())
        await write_import(broken, plan, by())


@pytest.mark.parametrize("said", ["rất nhiều", "84 = 45 đảng bộ + 40 chi bộ"])
async def test_totals_that_are_none_are_said_before_anything(village: Database, said: str) -> None:
    found = await take(village, "units", LIST, control=said)

    assert reasons(found) in (["control-words"], ["control-sum"])
