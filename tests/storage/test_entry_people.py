"""Who hears of what is done with an entry: its own people, and who of the office looks after it."""

import pytest

from rules.entry import Entry
from rules.requests import EntryOf
from storage import contacts, entries, entry_people, memberships
from storage.contacts import InCharge
from storage.database import Database
from storage.memberships import Joining
from tests.storage.village import (
    BAN_MOI,
    BINH,
    COMMUNE,
    HANH,
    LAN,
    LONG_AGO,
    OFFICE,
    PAO,
    SUOI_DA,
    TODAY,
    XA,
    ask,
    entry,
    meet,
)


@pytest.fixture
async def registered(village: Database) -> Database:
    """Give an entry that Lan, a member, sent."""
    async with village.writing() as tx:
        await entries.add(tx, [entry(1, typed_by=LAN)])
    return village


async def own(db: Database) -> list[str]:
    """Return who hears of the entry."""
    async with db.reading() as tx:
        found = await ask(tx, HANH, EntryOf("e1"))
        assert isinstance(found, Entry)
        return await entry_people.own_people(tx, found, today=TODAY)


async def test_an_entry_s_people_are_who_sent_it_and_the_unit_s_officers(
    registered: Database,
) -> None:
    assert await own(registered) == [LAN, PAO]


async def test_who_left_the_unit_hears_nothing_more_of_what_they_sent(
    registered: Database,
) -> None:
    async with registered.writing() as tx:
        await tx.run("UPDATE memberships SET to_day = :today WHERE id = 'm3'", {"today": TODAY})

    assert await own(registered) == [PAO]


async def test_of_a_unit_that_is_no_more_its_heirs_officers_hear(registered: Database) -> None:
    async with registered.writing() as tx:
        await tx.run(
            "INSERT INTO unit_successors (unit, successor, day) VALUES :rows",
            {"rows": [(SUOI_DA, BAN_MOI, TODAY)]},
        )
        await tx.run(
            "UPDATE memberships SET to_day = :today WHERE unit = 'suoi-da'", {"today": TODAY}
        )

    assert await own(registered) == [BINH]


async def test_the_office_nearest_above_looks_after_a_unit(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx, XA)
        near = Joining("m5", XA, COMMUNE, LONG_AGO, "Văn phòng", "office", confirmed=True)
        before = await entry_people.office_people(tx, SUOI_DA, today=TODAY)
        await memberships.join(tx, [near])
        after = await entry_people.office_people(tx, SUOI_DA, today=TODAY)
        top = await entry_people.office_people(tx, OFFICE, today=TODAY)

    assert (before, after, top) == ([HANH], [XA], [HANH])


async def test_who_is_in_charge_comes_first_while_they_are_of_the_office(
    village: Database,
) -> None:
    async with village.writing() as tx:
        await meet(tx, XA)
        office = Joining("m5", XA, OFFICE, LONG_AGO, "Chuyên viên", "office", confirmed=True)
        await memberships.join(tx, [office])
        await contacts.put_in_charge(tx, [InCharge(COMMUNE, XA, LONG_AGO)])
        await contacts.put_in_charge(tx, [InCharge(BAN_MOI, PAO, LONG_AGO)])

        assert await entry_people.office_people(tx, SUOI_DA, today=TODAY) == [XA]
        assert await entry_people.office_people(tx, BAN_MOI, today=TODAY) == [XA]
