"""What an answer does not show even if nobody had looked before who asks for it."""

import pytest

from storage import asked_units, codes, invited, memberships, staff, unit_cards, units
from storage.codes import NewCode
from storage.database import Database
from storage.memberships import Joining
from storage.unit_cards import CardAsked, Moment
from storage.units import NewUnit
from tests.storage.village import (
    BAN_MOI,
    BINH,
    COMMUNE,
    HANH,
    LAN,
    LONG_AGO,
    NOW,
    PAO,
    SUOI_DA,
    TODAY,
    XA,
    meet,
)

NOBODY = "nobody"


@pytest.mark.parametrize(
    ("by", "told"), [(HANH, ["c1", "c2"]), (XA, ["c1"]), (PAO, []), (LAN, []), (NOBODY, [])]
)
@pytest.mark.parametrize("unit", ["", COMMUNE])
async def test_codes_that_were_made_are_told_to_the_office_over_each(
    village: Database, by: str, told: list[str], unit: str
) -> None:
    async with village.writing() as tx:
        await meet(tx, XA)
        own = Joining("m7", XA, SUOI_DA, LONG_AGO, "", "office", confirmed=True)
        await memberships.join(tx, [own])
        for key, of in (("c1", SUOI_DA), ("c2", BAN_MOI)):
            await codes.add(tx, [NewCode(f"h{key}", "unit", 1, NOW + 1, 1, of, id=key)])

        found = await invited.made_by(tx, by, unit, today=TODAY)
    assert sorted(code.id for code in found) == told


@pytest.mark.parametrize(("by", "told"), [(HANH, True), (PAO, False), (NOBODY, False)])
async def test_a_unit_nobody_knows_is_told_of_to_an_office(
    village: Database, by: str, *, told: bool
) -> None:
    async with village.writing() as tx:
        await units.add_units(tx, [NewUnit("typed", "Tổ đan lát", TODAY, 1, state="asked")])

        found = await asked_units.asked_unit(tx, by, "typed", today=TODAY)
    assert (found is not None) is told


@pytest.mark.parametrize(("by", "told"), [(HANH, [HANH]), (PAO, []), (BINH, []), (NOBODY, [])])
async def test_who_can_be_in_charge_is_told_to_an_office_over_the_unit(
    village: Database, by: str, told: list[str]
) -> None:
    async with village.reading() as tx:
        found = await staff.staff_over(tx, by, SUOI_DA, today=TODAY)

    assert [one.id for one in found] == told


@pytest.mark.parametrize("by", [BINH, NOBODY])
async def test_a_card_is_shown_to_who_sees_the_unit(village: Database, by: str) -> None:
    asked = [CardAsked(LAN, SUOI_DA), CardAsked(by, SUOI_DA)]
    async with village.reading() as tx:
        found = await unit_cards.unit_cards(tx, asked, moment=Moment(TODAY, NOW))

    assert [card is not None for card in found] == [True, False]
