"""Registers of earlier years in the database: numbered, found again, never twice."""

import pytest

from bench import province
from rules.numbers import say_number
from rules.unit_requests import HistoryOf
from storage import facts, memberships
from storage.database import Database, Row
from storage.memberships import Joining
from tests.storage.importing import by, everything, look, reasons, take
from tests.storage.village import AROUND, BAN_MOI, COMMUNE, HANH, LONG_AGO, PAO, SUOI_DA

TABLES = ("entries", "entry_versions", "counters", "events")
HEAD = (
    "Năm | Đơn vị | Tên mô hình | Loại | Lĩnh vực | Nội dung | Trạng thái | Ngày nhận | Cá nhân\n"
)
ONE = "2021 | Suối Đá | Nuôi ong lấy mật | tập thể, mới | KT | Mười hộ. | Đã công nhận | 5/3/2021 |"
TWO = "2021 | Chi bộ Bản Mới | Giáo viên gương mẫu | điển hình | | | | | Lò Thị Ánh"


async def ask(db: Database, sql: str) -> list[Row]:
    async with db.reading() as tx:
        return await tx.rows(sql)


async def test_entries_get_the_next_codes_in_the_order_of_the_file(village: Database) -> None:
    found = await take(village, "entries", HEAD + f"{ONE}\n{TWO}", by(HANH))

    assert (found.new, reasons(found)) == (2, [])
    columns = "code, number, unit, typed_by, state, kind, person"
    one, two = await ask(village, f"SELECT {columns} FROM entries ORDER BY number")  # noqa: S608 - ours
    assert one == ("DVK-2021-0001", 1, SUOI_DA, HANH, "recognised", "new-collective", "")
    assert two[:4] == ("DVK-2021-0002", 2, BAN_MOI, HANH)
    assert two[4:] == ("accepted", "exemplar-individual", "Lò Thị Ánh")


async def test_the_day_of_receipt_is_kept_and_decides_what_was_on_time(village: Database) -> None:
    late = "2021 | Suối Đá | Bản sạch | | | | | 5/9/2021 |"
    await take(village, "entries", HEAD + f"{ONE}\n{late}\n{TWO}")

    found = await ask(village, "SELECT on_time, created_at FROM entries ORDER BY number")
    days = [by().day_of(at) for _, at in found]
    assert [on_time for on_time, _ in found] == [1, 0, 1]
    assert days == ["2021-03-05", "2021-09-05", "2021-01-01"]


async def test_the_same_register_again_writes_nothing(village: Database) -> None:
    await take(village, "entries", HEAD + f"{ONE}\n{TWO}")
    before = await everything(village, *TABLES)

    again = await take(village, "entries", HEAD + f"{ONE}\n{TWO}")
    assert (again.new, again.changed, again.same) == (0, 0, 2)
    assert await everything(village, *TABLES) == before


async def test_what_is_told_otherwise_is_a_new_version(village: Database) -> None:
    await take(village, "entries", HEAD + ONE)
    other = "2021 | Suối Đá | Nuôi ong lấy mật | nhân rộng | KT | Hai mươi hộ. | | 6/3/2021 |"

    found = await take(village, "entries", HEAD + other)
    assert [c.column for c in found.changes] == ["kind", "content", "received"]
    columns = "version, kind, origin, content, state, search"
    ((*kept, search),) = await ask(village, f"SELECT {columns} FROM entries")  # noqa: S608 - ours
    assert kept == [2, "replicate", "replicate", "Hai mươi hộ.", "recognised"]
    assert "hai muoi ho" in search
    assert len(await ask(village, "SELECT version FROM entry_versions")) == 2


async def test_a_new_year_is_another_entry(village: Database) -> None:
    await take(village, "entries", HEAD + ONE)
    found = await take(village, "entries", HEAD + ONE.replace("2021", "2022"))

    assert found.new == 1
    assert await ask(village, "SELECT code FROM entries ORDER BY code") == [
        ("DVK-2021-0001",),
        ("DVK-2022-0001",),
    ]


async def test_an_entry_twice_in_the_file_is_said(village: Database) -> None:
    found = await look(village, "entries", HEAD + f"{ONE}\n{ONE}")

    assert [(p.row, p.reason) for p in found.problems] == [(3, "twice")]


async def test_a_unit_is_found_by_the_name_it_had_that_year(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run(
            "UPDATE unit_names SET to_day = '2025-07-01' WHERE unit = :unit", {"unit": COMMUNE}
        )
    given = HEAD + "2021 | Đảng ủy xã Nậm Khao | Nuôi ong | | | | | |"

    assert (await take(village, "entries", given)).new == 1
    assert await ask(village, "SELECT unit FROM entries") == [(COMMUNE,)]


async def test_row_1_26_a_teacher_outside_any_cell_is_an_exemplar_too(village: Database) -> None:
    given = "2020 | Suối Đá | Người giáo viên gương mẫu | điển hình cá nhân | | | | 3/11/2020 | Mai"
    await take(village, "entries", HEAD + given)

    assert await ask(village, "SELECT entry_kind, subject, person FROM entries") == [
        ("exemplar", "individual", "Mai")
    ]


async def test_row_0_19_models_and_exemplars_are_counted_apart(village: Database) -> None:
    rows = [f"2024 | Suối Đá | Mô hình số {n} | mô hình |" for n in range(122)]
    rows += [f"2024 | Suối Đá | Điển hình số {n} | điển hình |" for n in range(9)]
    given = HEAD + "\n".join(rows)

    found = await look(village, "entries", given, control="131 = 122 mô hình + 9 điển hình")
    assert (found.rows, found.by_type) == (131, (("model", 122), ("exemplar", 9)))
    assert reasons(found) == []


async def test_row_0_12_the_rounds_2024_and_2025_are_kept_apart(village: Database) -> None:
    await take(village, "entries", HEAD + ONE.replace("2021", "2024"))
    await take(village, "entries", HEAD + ONE.replace("2021", "2025"))

    assert sorted(await ask(village, "SELECT round FROM entries")) == [(2024,), (2025,)]


async def test_row_0_3_a_unit_below_the_bloc_registers_in_the_blocs_programme(
    village: Database,
) -> None:
    units = "Tên đơn vị | Loại | Trực thuộc\nĐảng ủy Khối CQ&DN | Đảng bộ |\nSở A | Đảng bộ | {0}"
    await take(village, "units", units.format("Đảng ủy Khối CQ&DN"))
    await take(village, "entries", HEAD + "2024 | Sở A | Nuôi ong lấy mật | | | | | |")

    ((programme, counter),) = await ask(village, "SELECT programme, code FROM entries")
    assert (programme, counter) == ("can-tho-khoi", "DVK-2024-0001")


async def test_row_3_15_the_2943_models_of_a_province_add_up(village: Database) -> None:
    register = province.entries(2943, 180)
    await take(village, "units", province.units(180, 0))

    found = await take(village, "entries", register, control="2.943")
    assert found.new == 2943
    ((top,),) = await ask(village, "SELECT unit FROM unit_names WHERE name = 'Đảng ủy tỉnh'")
    async with village.writing() as tx:
        place = Joining("m9", HANH, top, LONG_AGO, "Chuyên viên", "office", confirmed=True)
        await memberships.join(tx, [place])
        ((year,),) = await facts.answer(tx, [(HANH, HistoryOf(top))], AROUND)
    assert (year.count, say_number(year.models)) == (2943, "2.943")
    counted = await ask(village, "SELECT count(DISTINCT unit), max(number) FROM entries")
    assert counted == [(180, 2943)]
    assert (await take(village, "entries", register)).same == 2943


@pytest.mark.parametrize("who", [PAO])
async def test_entries_of_other_units_are_not_even_told(village: Database, who: str) -> None:
    await take(village, "entries", HEAD + TWO)

    found = await look(village, "entries", HEAD + TWO.replace("| | | |", "| | x | |"), by(who))
    assert reasons(found) == ["outside"]
    assert (found.changes, found.untouched) == ((), 0)


async def test_the_operator_stands_for_nobody_in_a_chat(village: Database) -> None:
    await take(village, "entries", HEAD + ONE)
    await take(village, "entries", HEAD + TWO)

    typists = await ask(
        village, "SELECT DISTINCT p.name, p.phone FROM people p JOIN entries e ON e.typed_by = p.id"
    )
    assert typists == [("", "")]
