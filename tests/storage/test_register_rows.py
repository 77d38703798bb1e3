"""The words of many entries at once: all of them, and only to who sees into their register."""

from dataclasses import replace

from storage import entries
from storage.database import Database
from storage.register_rows import AT_ONCE, register_rows
from tests.registered import registered_in

TODAY = "2027-03-17"


async def test_the_office_gets_the_words_of_more_entries_than_one_statement_takes(
    village: Database,
) -> None:
    many = registered_in("suoi-da", 2027, count=2 * AT_ONCE + 1)
    async with village.writing() as tx:
        await entries.add(tx, many)
        rows = await register_rows(tx, [e.id for e in many], person="hanh", today=TODAY)

    assert len(rows) == 2 * AT_ONCE + 1
    first = rows[many[0].id]
    assert (first.code, first.name, first.unit) == (
        "DVK-2027-0001",
        "Tuyến đường hoa 1",
        "Chi bộ bản Suối Đá",
    )


async def test_everything_typed_of_an_entry_is_there(village: Database) -> None:
    (one,) = registered_in("suoi-da", 2027)
    said = replace(one, person="Lan", source_words="Tổ 5", more={"level": "xã"}, on_time=False)
    async with village.writing() as tx:
        await entries.add(tx, [said])
        row = (await register_rows(tx, [one.id], person="hanh", today=TODAY))[one.id]

    assert (row.person, row.source_words, row.more, row.on_time) == (
        *("Lan", "Tổ 5", {"level": "xã"}, False),
    )


async def test_another_units_officer_gets_nothing(village: Database) -> None:
    (one,) = registered_in("suoi-da", 2027)
    async with village.writing() as tx:
        await entries.add(tx, [one])
        rows = await register_rows(tx, [one.id], person="lua", today=TODAY)

    assert rows == {}


async def test_of_no_entries_there_is_nothing(village: Database) -> None:
    async with village.reading() as tx:
        assert await register_rows(tx, [], person="hanh", today=TODAY) == {}
