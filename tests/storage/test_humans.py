import pytest

from rules.person import Human
from storage import humans, memberships, people
from storage.database import Database, Transaction
from storage.humans import Officer
from storage.memberships import Joining
from storage.people import ConsentAnswer
from tests.storage.village import (
    BAN_MOI,
    COMMUNE,
    HANH,
    LAN,
    LONG_AGO,
    NOW,
    OFFICE,
    PAO,
    SUOI_DA,
    TODAY,
    XA,
    chat,
    meet,
)

HANH_OF_THE_OFFICE = Human("Trần Thị Hạnh", "+84912000009", "Chuyên viên")


async def give_phones(tx: Transaction) -> None:
    await tx.run("UPDATE people SET phone = '+84912000009' WHERE id = :id", {"id": HANH})
    await tx.run("UPDATE people SET phone = '+84912000001' WHERE id = :id", {"id": PAO})


async def put_in_charge(tx: Transaction, person: str, unit: str, to_day: str = "") -> None:
    await tx.run(
        "INSERT INTO unit_humans (unit, person, from_day, to_day) VALUES :rows",
        {"rows": [(unit, person, LONG_AGO, to_day)]},
    )


async def agree(tx: Transaction, *persons: str) -> None:
    given = [ConsentAnswer(f"c-{p}", p, "given", "1", "wording", "telegram", NOW) for p in persons]
    await people.consent(tx, given)


async def test_a_unit_without_anybody_in_charge_calls_the_office_above_it(
    village: Database,
) -> None:
    async with village.writing() as tx:
        await give_phones(tx)

        found = await humans.human_for(tx, [SUOI_DA, OFFICE, "", "unheard-of"], today=TODAY)
    assert found == dict.fromkeys([SUOI_DA, OFFICE, "", "unheard-of"], HANH_OF_THE_OFFICE)


async def test_whoever_is_in_charge_of_a_unit_or_nearest_above_it_is_called(
    village: Database,
) -> None:
    async with village.writing() as tx:
        await give_phones(tx)
        await put_in_charge(tx, PAO, COMMUNE)
        await put_in_charge(tx, HANH, BAN_MOI)

        found = await humans.human_for(tx, [SUOI_DA, BAN_MOI], today=TODAY)
    assert found == {
        SUOI_DA: Human("Giàng A Páo", "+84912000001"),
        BAN_MOI: HANH_OF_THE_OFFICE,
    }


async def test_whoever_is_no_longer_in_charge_is_not_called(village: Database) -> None:
    async with village.writing() as tx:
        await give_phones(tx)
        await put_in_charge(tx, PAO, SUOI_DA, to_day=TODAY)

        found = await humans.human_for(tx, [SUOI_DA], today=TODAY)
    assert found == {SUOI_DA: HANH_OF_THE_OFFICE}


async def test_without_a_phone_nobody_is_called(village: Database) -> None:
    async with village.writing() as tx:
        assert await humans.human_for(tx, [SUOI_DA], today=TODAY) == {SUOI_DA: None}


async def test_officers_come_with_the_chats_they_can_be_told_at(village: Database) -> None:
    async with village.writing() as tx:
        await give_phones(tx)
        await memberships.join(
            tx,
            [
                Joining("m8", LAN, SUOI_DA, TODAY, "Phó bí thư", "officer", confirmed=True),
                Joining("m9", HANH, SUOI_DA, TODAY, "", "officer"),
            ],
        )
        await agree(tx, PAO, LAN)
        await people.block(tx, chat(LAN))

        found = await humans.officers_of(tx, SUOI_DA, today=TODAY)
    assert found == [
        Officer(PAO, Human("Giàng A Páo", "+84912000001", "Bí thư"), "vi", (chat(PAO),)),
        Officer(LAN, Human("", "", "Phó bí thư"), "vi", ()),
    ]


async def test_who_has_not_agreed_or_no_longer_does_is_told_nothing(village: Database) -> None:
    async with village.writing() as tx:
        await agree(tx, PAO)
        withdrawn = ConsentAnswer("d", PAO, "withdrawn", "1", "wording", "telegram", NOW + 1)
        await people.consent(tx, [withdrawn])

        found = await humans.with_chats(tx, [PAO, LAN])
    assert [found[person].chats for person in (PAO, LAN)] == [(), ()]


@pytest.mark.parametrize(
    ("ended", "confirming"),
    [((), [PAO]), (("m2",), [XA]), (("m2", "m9"), [LAN]), (("m2", "m9", "charge"), [HANH])],
)
async def test_the_nearest_who_may_confirms(
    village: Database, ended: tuple[str, ...], confirming: list[str]
) -> None:
    async with village.writing() as tx:
        await meet(tx, XA)
        await agree(tx, PAO, XA, LAN, HANH)
        officer = Joining("m9", XA, COMMUNE, LONG_AGO, "", "officer", confirmed=True)
        await memberships.join(tx, [officer])
        await put_in_charge(tx, LAN, SUOI_DA, to_day=TODAY if "charge" in ended else "")
        await tx.run(
            "UPDATE memberships SET to_day = :today WHERE id IN :ended",
            {"today": TODAY, "ended": ended},
        )

        assert await humans.who_confirms(tx, SUOI_DA, today=TODAY) == confirming
        assert await humans.who_confirms(tx, "typed-by-somebody", today=TODAY) == [HANH]


async def test_who_cannot_be_told_is_passed_over(village: Database) -> None:
    async with village.writing() as tx:
        assert await humans.who_confirms(tx, SUOI_DA, today=TODAY) == []
        await agree(tx, HANH)

        assert await humans.who_confirms(tx, SUOI_DA, today=TODAY) == [HANH]


async def test_who_came_later_or_is_gone_is_no_officer(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx, "tua")
        await memberships.join(
            tx, [Joining("m9", "tua", SUOI_DA, "2027-03-02", "", "officer", confirmed=True)]
        )
        await tx.run("UPDATE memberships SET to_day = :today WHERE id = 'm2'", {"today": TODAY})

        assert await humans.officers_of(tx, SUOI_DA, today=TODAY) == []
