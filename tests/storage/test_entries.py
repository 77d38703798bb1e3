import asyncio
from dataclasses import replace

import orjson
import pytest

from rules.entry import Entry
from rules.requests import EntryOf
from storage import entries
from storage.database import Database
from storage.entries import Change, Made
from tests.storage.village import BINH, HANH, LAN, NOW, PAO, TODAY, ask, entry


async def stored(db: Database, person: str = PAO) -> Entry:
    async with db.reading() as tx:
        found = await ask(tx, person, EntryOf("e1"))
    assert isinstance(found, Entry)
    return found


async def versions(db: Database) -> list[tuple[int, dict[str, str], str]]:
    async with db.reading() as tx:
        found = await tx.rows(
            "SELECT version, boxes, by_person FROM entry_versions ORDER BY version"
        )
    return [(version, orjson.loads(boxes), person) for version, boxes, person in found]


@pytest.fixture
async def registered(village: Database) -> Database:
    async with village.writing() as tx:
        await entries.add(tx, [entry(1)])
    return village


async def test_an_entry_is_found_by_the_dialog_that_made_it(registered: Database) -> None:
    async with registered.reading() as tx:
        assert await entries.made_by(tx, ["d1", "d2"]) == {"d1": Made("e1", "DVK-2027-0001", 1)}


async def test_a_dialog_makes_one_entry(registered: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)unique"):
        async with registered.writing() as tx:
            await entries.add(tx, [replace(entry(2), dialog="d1")])


async def test_numbers_are_taken_for_a_batch_and_go_on(db: Database) -> None:
    async with db.writing() as tx:
        first = await entries.take_numbers(tx, {"DVK-2027": 2, "DVK-2026": 1})
        second = await entries.take_numbers(tx, {"DVK-2027": 1})

    assert (first, second) == ({"DVK-2027": 1, "DVK-2026": 1}, {"DVK-2027": 3})


async def test_writers_at_the_same_time_leave_no_gap_though_some_fail(db: Database) -> None:
    async def take(n: int) -> list[int]:
        async with db.writing() as tx:
            first = (await entries.take_numbers(tx, {"a": 1, "DVK-2027": 2}))["DVK-2027"]
            await asyncio.sleep(0)
            if n % 3 == 0:
                raise ConnectionAbortedError
        return [first, first + 1]

    taken = await asyncio.gather(*(take(n) for n in range(12)), return_exceptions=True)

    numbers = [number for found in taken if isinstance(found, list) for number in found]
    assert sorted(numbers) == list(range(1, 17))


async def test_the_first_version_keeps_all_boxes(registered: Database) -> None:
    new = entry(1)
    boxes = {"name": new.name, "address": new.address, "field": new.field, "content": new.content}

    assert await versions(registered) == [(1, {**boxes, "households": "10"}, PAO)]


async def test_a_correction_is_a_new_version_with_the_same_code(registered: Database) -> None:
    before = await stored(registered)
    async with registered.writing() as tx:
        done = await entries.correct(
            tx,
            Change("e1", 1, PAO, NOW + 99),
            boxes={"name": "Nuôi ếch", "households": "12"},
            state="sent",
            today=TODAY,
        )

    assert done
    changed = replace(before, name="Nuôi ếch", more={"households": "12"}, version=2)
    assert await stored(registered) == changed
    assert [version for version, _, _ in await versions(registered)] == [1, 2]


async def test_of_two_corrections_of_one_version_one_is_taken(registered: Database) -> None:
    async def correct(name: str) -> bool:
        async with registered.writing() as tx:
            change = Change("e1", 1, PAO, NOW)
            return await entries.correct(
                tx, change, boxes={"name": name}, state="sent", today=TODAY
            )

    done = await asyncio.gather(correct("Nuôi ếch"), correct("Nuôi cá"))

    assert sorted(done) == [False, True]
    assert (await stored(registered)).version == 2


@pytest.mark.parametrize(
    ("person", "may"), [(PAO, True), (HANH, True), (LAN, False), (BINH, False)]
)
async def test_the_author_and_officers_above_may_correct_and_withdraw(
    registered: Database, person: str, *, may: bool
) -> None:
    async with registered.writing() as tx:
        change = Change("e1", 1, person, NOW)
        corrected = await entries.correct(
            tx, change, boxes={"name": "Canary"}, state="sent", today=TODAY
        )
        withdrawn = await entries.take_step(
            tx, replace(change, version=1 + may), "withdraw", today=TODAY
        )

    assert (corrected, withdrawn) == (may, may)
    assert (await stored(registered)).name == ("Canary" if may else "Nuôi lươn không bùn")


async def test_a_member_corrects_what_they_typed_themselves(village: Database) -> None:
    async with village.writing() as tx:
        await entries.add(tx, [entry(1, typed_by=LAN)])

        assert await entries.take_step(tx, Change("e1", 1, LAN, NOW), "withdraw", today=TODAY)


async def test_what_is_withdrawn_or_accepted_is_not_changed_any_more(
    registered: Database,
) -> None:
    async with registered.writing() as tx:
        await entries.take_step(tx, Change("e1", 1, PAO, NOW), "withdraw", today=TODAY)
        await entries.add(tx, [replace(entry(2), state="accepted")])

        for change in (Change("e1", 2, PAO, NOW), Change("e2", 1, PAO, NOW)):
            assert not await entries.take_step(tx, change, "withdraw", today=TODAY)
            assert not await entries.correct(
                tx, change, boxes={"name": "x"}, state="sent", today=TODAY
            )
    assert (await stored(registered)).state == "withdrawn"


@pytest.mark.parametrize(
    ("person", "may"), [(PAO, True), (HANH, True), (LAN, False), (BINH, False)]
)
async def test_officers_of_the_unit_and_above_confirm(
    village: Database, person: str, *, may: bool
) -> None:
    async with village.writing() as tx:
        await entries.add(tx, [entry(1, typed_by=LAN)])

        assert (
            await entries.take_step(tx, Change("e1", 1, person, NOW), "confirm", today=TODAY) == may
        )
    assert (await stored(village)).state == ("confirmed" if may else "sent")


async def test_an_entry_is_confirmed_once(registered: Database) -> None:
    async with registered.writing() as tx:
        assert await entries.take_step(tx, Change("e1", 1, PAO, NOW), "confirm", today=TODAY)
        assert not await entries.take_step(tx, Change("e1", 1, PAO, NOW), "confirm", today=TODAY)
        assert not await entries.take_step(tx, Change("e1", 2, PAO, NOW), "confirm", today=TODAY)


async def test_whoever_is_no_officer_any_more_confirms_nothing(registered: Database) -> None:
    async with registered.writing() as tx:
        await tx.run("UPDATE memberships SET to_day = :today WHERE id = 'm2'", {"today": TODAY})

        assert not await entries.take_step(tx, Change("e1", 1, PAO, NOW), "confirm", today=TODAY)
