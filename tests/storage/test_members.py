import pytest

from rules.member import Member, Roster
from rules.member_requests import AskedUnitOf, MemberOf, MembersOf, WhoAsks
from rules.person import Role
from storage import admins, membership_changes, memberships, people, units
from storage.database import Database
from storage.memberships import Joining
from storage.units import NewUnit
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
    ask,
    meet,
)

ASKED, TYPED = "tua", "typed-by-tua"


@pytest.fixture
async def full(village: Database) -> Database:
    """Give a village in which somebody asks to join Suối Đá, and a unit nobody knows."""
    async with village.writing() as tx:
        await meet(tx, ASKED, "mai")
        await people.name_person(tx, ASKED, name="Sùng A Tủa")
        typed = NewUnit(TYPED, "Tổ đan lát", TODAY, 1, state="asked")
        await units.add_units(tx, [typed])
        places = [Joining("m8", ASKED, SUOI_DA, TODAY), Joining("m9", "mai", TYPED, TODAY)]
        await memberships.join(tx, places)
    return village


async def roster(db: Database, reader: str, unit: str = SUOI_DA) -> list[str] | None:
    async with db.reading() as tx:
        found = await ask(tx, reader, MembersOf(unit))
    assert found is None or isinstance(found, Roster)
    return [one.person.id for one in found.members] if found else None


@pytest.mark.parametrize(
    ("reader", "seen"),
    [
        (PAO, [ASKED, PAO, LAN]),
        (HANH, [ASKED, PAO, LAN]),
        (LAN, [PAO, LAN]),
        (ASKED, None),
        (BINH, None),
        ("nobody", None),
    ],
)
async def test_officers_see_everybody_of_a_unit_and_members_their_contacts(
    full: Database, reader: str, seen: list[str] | None
) -> None:
    assert await roster(full, reader) == seen


async def test_nobody_sees_the_people_of_a_unit_above_or_beside(full: Database) -> None:
    assert await roster(full, PAO, COMMUNE) is None
    assert await roster(full, PAO, BAN_MOI) is None


async def test_a_card_is_changed_by_whoever_is_an_officer_and_not_less(full: Database) -> None:
    async with full.reading() as tx:
        by_pao, by_lan = await ask(tx, PAO, MemberOf("m3")), await ask(tx, LAN, MemberOf("m2"))
        of_hanh = await ask(tx, PAO, MemberOf("m1"))

    assert isinstance(by_pao, Member)
    assert isinstance(by_lan, Member)
    assert (by_pao.may_change, by_lan.may_change, of_hanh) == (True, False, None)


async def test_other_places_of_somebody_are_shown_where_the_reader_is_an_officer(
    full: Database,
) -> None:
    async with full.writing() as tx:
        second = Joining("m7", LAN, BAN_MOI, "2026-01-01", "Phó bí thư", "officer", confirmed=True)
        await memberships.join(tx, [second])
        by_hanh, by_pao = await ask(tx, HANH, MemberOf("m3")), await ask(tx, PAO, MemberOf("m3"))

    assert isinstance(by_hanh, Member)
    assert isinstance(by_pao, Member)
    assert [one.unit.id for one in by_hanh.also] == [BAN_MOI]
    assert by_pao.also == ()


@pytest.mark.parametrize(
    ("reader", "waiting"), [(PAO, ["m8"]), (HANH, ["m8", "m9"]), (LAN, []), (BINH, [])]
)
async def test_who_waits_is_seen_by_who_may_confirm_them(
    full: Database, reader: str, waiting: list[str]
) -> None:
    async with full.reading() as tx:
        found = await ask(tx, reader, WhoAsks())

    assert isinstance(found, tuple)
    assert sorted(one.place.id for one in found) == waiting


@pytest.mark.parametrize(("reader", "sees"), [(HANH, True), (PAO, False), ("mai", False)])
async def test_a_unit_nobody_knows_is_for_an_office(
    full: Database, reader: str, *, sees: bool
) -> None:
    async with full.reading() as tx:
        found = await ask(tx, reader, AskedUnitOf(TYPED))

    assert (found is not None) is sees


@pytest.mark.parametrize(
    ("roles", "last"), [(("admin",), True), (("admin", "admin"), False), (("office",), False)]
)
async def test_the_last_admin_is_known(
    village: Database, roles: tuple[Role, ...], *, last: bool
) -> None:
    async with village.writing() as tx:
        places = [
            Joining(f"a{n}", person, OFFICE, LONG_AGO, "", role, confirmed=True)
            for n, (person, role) in enumerate(zip((PAO, LAN), roles, strict=False))
        ]
        await memberships.insert(tx, places)

        assert await admins.is_last_admin(tx, PAO) is last
        assert await admins.has_admin(tx) is ("admin" in roles)


async def test_another_role_does_not_change_since_when_a_position_is_held(full: Database) -> None:
    async with full.writing() as tx:
        await tx.run("UPDATE memberships SET position = 'Đảng viên' WHERE id = 'm3'")
        new = await membership_changes.change_role(tx, "m3", role="officer", new="m3b", today=TODAY)
        found = await ask(tx, PAO, MemberOf(new))
        places = await memberships.of_people(tx, [LAN], today=TODAY)

    assert isinstance(found, Member)
    assert (found.place.role, found.place.since) == ("officer", LONG_AGO)
    assert [hat.since for hat in places[LAN]] == [LONG_AGO]


async def test_a_position_held_anew_after_a_gap_counts_from_the_new_day(full: Database) -> None:
    async with full.writing() as tx:
        await membership_changes.end(tx, "m2", day="2024-01-01")
        again = Joining("m2b", PAO, SUOI_DA, "2025-01-01", "Bí thư", "officer", confirmed=True)
        await memberships.join(tx, [again])
        found = await ask(tx, PAO, MemberOf("m2b"))

    assert isinstance(found, Member)
    assert found.place.since == "2025-01-01"
