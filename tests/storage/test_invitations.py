"""Whom codes are made for, and what can be said of them afterwards."""

import pytest

from storage import codes, contacts, invitations, memberships, unit_keys
from storage.codes import NewCode
from storage.contacts import Contact
from storage.database import Database
from storage.invitations import Host, Made
from storage.memberships import Joining
from tests.storage.village import (
    BAN_MOI,
    COMMUNE,
    LONG_AGO,
    NOW,
    OFFICE,
    PAO,
    SUOI_DA,
    TODAY,
)

DAY = 86_400_000


@pytest.fixture
async def expected(village: Database) -> Database:
    """Give the village, in which two contacts are expected and have not come yet."""
    async with village.writing() as tx:
        new = [Contact("chu", "Vàng A Chư", "+84912000008", NOW), Contact("my", "Lò My", "", NOW)]
        await contacts.add_contacts(tx, new)
        places = [
            Joining("j1", "chu", COMMUNE, LONG_AGO, "Phó Bí thư", "officer", confirmed=True),
            Joining("j2", "chu", SUOI_DA, LONG_AGO, "Đảng viên", confirmed=True),
            Joining("j3", "my", BAN_MOI, LONG_AGO, "Bí thư", "officer", confirmed=True),
        ]
        await memberships.join(tx, places)
    return village


async def expected_in(db: Database, unit: str) -> list[tuple[str, str]]:
    async with db.reading() as tx:
        return [(g.name, g.unit) for g in await invitations.guests(tx, unit, today=TODAY)]


async def test_contacts_without_an_address_are_invited_once_each(expected: Database) -> None:
    assert await expected_in(expected, "") == [("Lò My", BAN_MOI), ("Vàng A Chư", SUOI_DA)]


async def test_of_a_unit_are_meant_those_in_it_and_below(expected: Database) -> None:
    assert len(await expected_in(expected, OFFICE)) == 2
    assert await expected_in(expected, SUOI_DA) == [("Vàng A Chư", SUOI_DA)]
    assert await expected_in(expected, "nowhere") == []


async def test_who_has_come_who_left_and_who_only_asked_are_not_invited(expected: Database) -> None:
    async with expected.writing() as tx:
        await contacts.add_contacts(tx, [Contact(name, name, "", NOW) for name in ("left", "asks")])
        await memberships.join(tx, [Joining("j4", "asks", BAN_MOI, LONG_AGO)])
        left = Joining("j5", "left", BAN_MOI, LONG_AGO, confirmed=True)
        await memberships.join(tx, [left])
        await tx.run("UPDATE memberships SET to_day = :today WHERE id = 'j5'", {"today": TODAY})

    assert await expected_in(expected, BAN_MOI) == [("Lò My", BAN_MOI)]


async def test_staff_of_an_office_is_invited_by_name_only(expected: Database) -> None:
    async with expected.writing() as tx:
        admin = Joining("j6", "my", OFFICE, LONG_AGO, "Trưởng ban", "admin", confirmed=True)
        await memberships.join(tx, [admin])
        named = await invitations.guests(tx, BAN_MOI, today=TODAY, staff=True)

    assert await expected_in(expected, "") == [("Vàng A Chư", SUOI_DA)]
    assert [guest.name for guest in named] == ["Lò My"]


async def test_units_in_which_there_are_only_members_have_no_contact(expected: Database) -> None:
    async with expected.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'member' WHERE unit = :u", {"u": BAN_MOI})
        found = await invitations.without_contact(tx, COMMUNE, today=TODAY)

    assert [host.unit for host in found] == [BAN_MOI]


async def test_units_have_as_many_members_as_somebody_knew(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run("UPDATE units SET members = 30 WHERE id = :unit", {"unit": SUOI_DA})
        found = await invitations.hosts(tx, COMMUNE, today=TODAY)

    assert Host(SUOI_DA, "Chi bộ bản Suối Đá", 30) in found
    assert {host.unit for host in found} == {COMMUNE, SUOI_DA, BAN_MOI}


async def add(db: Database, key: str, **more: str | int) -> None:
    given = {"uses_left": 1, "expires_at": NOW + DAY, "created_at": NOW, "unit": SUOI_DA}
    async with db.writing() as tx:
        await codes.add(tx, [NewCode(f"h-{key}", "unit", id=key, **(given | more))])  # type: ignore[arg-type] # its fields


async def test_what_was_made_can_be_told_but_not_shown(expected: Database) -> None:
    await add(expected, "c1", person=PAO, role="officer")
    async with expected.reading() as tx:
        (made,) = await invitations.made(tx, COMMUNE, today=TODAY)
        elsewhere = await invitations.made(tx, BAN_MOI, today=TODAY)

    unit = (SUOI_DA, "Chi bộ bản Suối Đá", "Giàng A Páo")
    assert made == Made("c1", *unit, "officer", NOW + DAY, 1, 1, 0)
    assert elsewhere == []


async def test_taking_back_ends_only_what_is_still_good(expected: Database) -> None:
    await add(expected, "c1", person=PAO)
    await add(expected, "c2", person=PAO, uses_left=0)
    await add(expected, "c3", person=PAO, expires_at=NOW)
    await add(expected, "c4", person="chu")
    await add(expected, "c5", uses_left=9)
    async with expected.writing() as tx:
        assert await invitations.end_of_people(tx, [PAO], now=NOW) == ["c1"]
        assert await invitations.end_of_members(tx, [SUOI_DA], now=NOW) == ["c5"]
        assert await invitations.end(tx, ["c1", "c4", "c9"], now=NOW) == ["c4"]
        ended = {made.id: made.ended_at for made in await invitations.made(tx, "", today=TODAY)}

    assert ended == {"c1": NOW, "c2": 0, "c3": 0, "c4": NOW, "c5": NOW}


@pytest.mark.parametrize("words", ["sd-01", "SD-01", "Chi bộ bản Suối Đá", "suoi da"])
async def test_a_unit_is_named_by_its_key_or_its_name(village: Database, words: str) -> None:
    async with village.writing() as tx:
        await tx.run("UPDATE units SET key = 'SD-01' WHERE id = :unit", {"unit": SUOI_DA})
        found = await unit_keys.called(tx, words, today=TODAY)
        none = await unit_keys.called(tx, "Chi bộ bản", today=TODAY)

    assert found == [(SUOI_DA, "Chi bộ bản Suối Đá")]
    assert none == []
