import pytest

from rules.roles import Held
from storage import memberships
from storage.database import Database
from storage.memberships import Joining
from storage.scope import roles_over
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
    meet,
)


@pytest.mark.parametrize(
    ("person", "unit", "role"),
    [
        (HANH, OFFICE, "office"),
        (HANH, SUOI_DA, "office"),
        (PAO, SUOI_DA, "officer"),
        (PAO, COMMUNE, ""),
        (PAO, BAN_MOI, ""),
        (LAN, SUOI_DA, "member"),
        (LAN, BAN_MOI, ""),
        ("nobody", SUOI_DA, ""),
    ],
)
async def test_a_role_holds_in_the_unit_and_below_it(
    village: Database, person: str, unit: str, role: Held
) -> None:
    async with village.reading() as tx:
        found = await roles_over(tx, [(person, unit)], today=TODAY)

    assert found == [role]


async def test_a_member_of_a_commune_is_nobody_in_its_branches(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx, XA)
        await memberships.join(tx, [Joining("m9", XA, COMMUNE, LONG_AGO, confirmed=True)])
        found = await roles_over(tx, [(XA, COMMUNE), (XA, SUOI_DA)], today=TODAY)

    assert found == ["member", ""]


async def test_a_role_only_asked_for_is_nothing(village: Database) -> None:
    async with village.writing() as tx:
        await meet(tx, XA)
        await memberships.join(tx, [Joining("m9", XA, COMMUNE, LONG_AGO, role="officer")])
        found = await roles_over(tx, [(XA, COMMUNE), (BINH, BAN_MOI)], today=TODAY)

    assert found == ["", "officer"]


async def test_of_two_roles_over_a_unit_the_stronger_counts(village: Database) -> None:
    async with village.writing() as tx:
        office = Joining("m9", PAO, OFFICE, LONG_AGO, role="office", confirmed=True)
        await memberships.join(tx, [office])
        found = await roles_over(tx, [(PAO, SUOI_DA), (PAO, BAN_MOI)], today=TODAY)

    assert found == ["office", "office"]
