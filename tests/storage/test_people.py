import asyncio

import pytest

from rules.person import Membership, Person, Unit
from storage import dialogs, memberships, people
from storage.addresses import person_at
from storage.database import Database
from storage.dialogs import StoredDialog
from storage.memberships import Joining
from storage.people import Acquaintance, ConsentAnswer, Newcomer
from tests.storage.village import (
    BAN_MOI,
    BINH,
    HANH,
    LAN,
    LONG_AGO,
    NOW,
    PAO,
    SUOI_DA,
    TODAY,
    chat,
    meet,
)

SUOI_DA_UNIT = Unit(SUOI_DA, "Chi bộ bản Suối Đá", "branch", "Bản Suối Đá")


async def known(db: Database, person: str, today: str = TODAY) -> Acquaintance:
    async with db.writing() as tx:
        return (await people.acquainted(tx, [chat(person)], today=today))[chat(person)]


async def test_who_writes_is_known_with_their_units(village: Database) -> None:
    found = await known(village, PAO)

    place = Membership(SUOI_DA_UNIT, "Bí thư", "officer", confirmed=True, id="m2", since=LONG_AGO)
    assert found == Acquaintance("a-pao", False, Person(PAO, "Giàng A Páo", "", "vi", (place,)), "")


async def test_a_whole_batch_is_known_at_once_and_strangers_are_left_out(
    village: Database,
) -> None:
    async with village.writing() as tx:
        found = await people.acquainted(tx, [chat(LAN), chat("stranger"), chat(PAO)], today=TODAY)

    assert {key: value.person.id for key, value in found.items()} == {
        chat(LAN): LAN,
        chat(PAO): PAO,
    }


async def test_a_newcomer_is_known_afterwards_by_nothing_but_the_address(db: Database) -> None:
    async with db.writing() as tx:
        await people.greet(tx, [Newcomer(chat(PAO), "a1", PAO)], at=NOW, language="en")

    assert await known(db, PAO) == Acquaintance("a1", False, Person(PAO, language="en"), "")


async def test_a_chat_is_greeted_once(db: Database) -> None:
    async def greet(n: int) -> None:
        async with db.writing() as tx:
            await people.greet(tx, [Newcomer(chat(PAO), f"a{n}", f"p{n}")], at=NOW, language="vi")

    outcomes = await asyncio.gather(greet(1), greet(2), return_exceptions=True)

    assert sorted((outcome is None) for outcome in outcomes) == [False, True]
    async with db.reading() as tx:
        assert await tx.rows("SELECT count(*) FROM people") == [(1,)]


async def test_the_last_answer_about_consent_counts(village: Database) -> None:
    answers = [
        ConsentAnswer("c1", PAO, "refused", "1", "Đồng chí có đồng ý?", "telegram", NOW),
        ConsentAnswer("c2", PAO, "given", "2", "Đồng chí có đồng ý?", "telegram", NOW),
    ]
    async with village.writing() as tx:
        await people.consent(tx, answers)

    found = await known(village, PAO)
    assert found.consent == "given"
    assert (await known(village, LAN)).consent == ""


async def test_a_blocked_address_is_known_as_blocked_until_it_is_open_again(
    village: Database,
) -> None:
    async with village.writing() as tx:
        await people.block(tx, chat(PAO))
    assert (await known(village, PAO)).blocked
    assert not (await known(village, LAN)).blocked

    async with village.writing() as tx:
        await people.unblock(tx, chat(PAO))
    assert not (await known(village, PAO)).blocked


async def test_name_language_and_menu_are_kept(village: Database) -> None:
    async with village.writing() as tx:
        await people.name_person(tx, PAO, name="Giàng Páo")
        await people.set_language(tx, PAO, language="en")
        await people.keep_menus(tx, {PAO: {"1": "register"}, LAN: {}})

    found = await known(village, PAO)
    assert (found.person.name, found.person.language) == ("Giàng Páo", "en")
    assert found.menu == {"1": "register"}
    assert (await known(village, HANH)).person.name == "Trần Thị Hạnh"


async def test_a_phone_number_is_kept(village: Database) -> None:
    async with village.writing() as tx:
        await people.set_phone(tx, PAO, phone="+84912000001")

    assert (await known(village, PAO)).person.phone == "+84912000001"
    assert (await known(village, LAN)).person.phone == ""


async def test_whoever_wrote_has_an_address_and_an_address_has_a_person(village: Database) -> None:
    async with village.reading() as tx:
        assert [await people.has_address(tx, person) for person in (PAO, "nobody")] == [True, False]
        assert [await person_at(tx, chat(person)) for person in (PAO, "nobody")] == [PAO, ""]


async def test_when_somebody_wrote_is_noted(village: Database) -> None:
    async with village.writing() as tx:
        await people.seen(tx, ["a-pao", "a-lan"], at=NOW + 5)

        found = await tx.rows(
            "SELECT id FROM addresses WHERE seen_at > :now ORDER BY id", {"now": NOW}
        )
    assert found == [("a-lan",), ("a-pao",)]


async def test_the_dialog_touched_last_is_in_front(village: Database) -> None:
    old = StoredDialog("d1", "register", {"name": "Nuôi lươn"}, "e1", "dvk", 3, 2027, 10, 1)
    new = StoredDialog("d2", "correct", {}, touched_at=20, created_at=2)
    async with village.writing() as tx:
        await dialogs.keep(tx, [(PAO, new), (PAO, old)])
    assert (await known(village, PAO)).dialogs == (new, old)

    async with village.writing() as tx:
        touched = StoredDialog("d1", "register", {"name": "Lươn"}, "e1", "dvk", 4, 2028, 30, 1)
        await dialogs.keep(tx, [(PAO, touched)])
    assert (await known(village, PAO)).dialogs == (touched, new)


async def test_a_closed_dialog_is_gone(village: Database) -> None:
    async with village.writing() as tx:
        await dialogs.keep(tx, [(PAO, StoredDialog("d1", "a")), (LAN, StoredDialog("d2", "a"))])
        await dialogs.close(tx, ["d1"])

    assert (await known(village, PAO)).dialogs == ()
    assert [dialog.id for dialog in (await known(village, LAN)).dialogs] == ["d2"]


@pytest.mark.parametrize(
    ("today", "held"),
    [("2027-01-31", False), ("2027-02-01", True), ("2027-02-28", True), ("2027-03-01", False)],
)
async def test_a_place_is_held_from_its_first_day_until_the_day_before_its_last(
    village: Database, today: str, *, held: bool
) -> None:
    async with village.writing() as tx:
        await memberships.join(tx, [Joining("m9", PAO, BAN_MOI, "2027-02-01")])
        await tx.run("UPDATE memberships SET to_day = '2027-03-01' WHERE id = 'm9'")

    found = await known(village, PAO, today)
    assert (found.person.membership(BAN_MOI) is not None) == held


async def test_a_unit_is_called_what_it_is_called_that_day(village: Database) -> None:
    async with village.writing() as tx:
        await tx.run("UPDATE unit_names SET to_day = '2027-02-01' WHERE unit = :u", {"u": SUOI_DA})
        await tx.run(
            "INSERT INTO unit_names VALUES (:u, 'Chi bộ Suối Đá 2', '', '', '2027-02-01', '')",
            {"u": SUOI_DA},
        )

    names = [
        [place.unit.name for place in (await known(village, PAO, day)).person.memberships]
        for day in ("2027-01-31", "2027-02-01")
    ]
    assert names == [["Chi bộ bản Suối Đá"], ["Chi bộ Suối Đá 2"]]


async def test_who_only_asked_for_a_place_is_not_confirmed(village: Database) -> None:
    async with village.writing() as tx:
        await memberships.join(tx, [Joining("m9", PAO, BAN_MOI, TODAY)])

    place = (await known(village, PAO)).person.membership(BAN_MOI)
    assert place is not None
    assert not place.confirmed


@pytest.mark.parametrize(
    ("person", "joining", "role"),
    [
        (LAN, Joining("m9", LAN, SUOI_DA, TODAY, "Bí thư", "officer", confirmed=True), "officer"),
        (PAO, Joining("m9", PAO, SUOI_DA, TODAY, confirmed=True), "officer"),
        (LAN, Joining("m9", LAN, SUOI_DA, TODAY, "Bí thư", "officer"), "member"),
    ],
)
async def test_of_two_places_in_one_unit_the_stronger_stays(
    village: Database, person: str, joining: Joining, role: str
) -> None:
    async with village.writing() as tx:
        await memberships.join(tx, [joining])

    places = (await known(village, person)).person.memberships
    assert [place.role for place in places] == [role]


async def test_who_asked_is_confirmed_by_joining_again(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx, "tua")
        await memberships.join(tx, [Joining("m8", "tua", SUOI_DA, LONG_AGO)])
        await memberships.join(tx, [Joining("m9", "tua", SUOI_DA, TODAY, confirmed=True)])

    places = (await known(village, "tua")).person.memberships
    assert [place.confirmed for place in places] == [True]


async def test_two_places_in_two_units_stay(village: Database) -> None:
    async with village.writing() as tx:
        await memberships.join(tx, [Joining("m9", BINH, SUOI_DA, TODAY, confirmed=True)])

    places = (await known(village, BINH)).person.memberships
    assert [place.unit.id for place in places] == [BAN_MOI, SUOI_DA]
