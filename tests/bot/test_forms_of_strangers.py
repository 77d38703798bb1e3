"""A form of somebody the unit does not know goes where they go."""

import pytest

from rules.commands import Introduce
from rules.member_commands import IdentifyUnit, RefuseMembership
from rules.paper_commands import SendForm
from tests.bot.membering import CHU
from tests.bot.ordering import HANH, LUA, everybody_is_here, found, give
from tests.bot.papering import PROGRAMME, YEAR, photographed
from tests.bot.scene import agree
from tests.hamlet import Hamlet

UNIT = "SELECT unit FROM papers"


@pytest.fixture
async def here(world: Hamlet) -> Hamlet:
    """Let everybody be here, and Chư, whom nobody knows."""
    await everybody_is_here(world)
    await agree(world, CHU)
    await photographed(world, "f1", chat=CHU, person=CHU.chat)
    return world


async def asked(world: Hamlet) -> tuple[str, str]:
    """Return the place somebody asked for, and its unit."""
    sql = "SELECT id, unit FROM memberships WHERE state = 'asked' AND to_day = ''"
    ((place, unit),) = await found(world.db, sql)
    return str(place), str(unit)


async def test_a_form_for_a_unit_that_was_typed_is_that_of_the_one_it_is(here: Hamlet) -> None:
    await give(here, CHU, Introduce("Vàng A Chư", "", "Chi bộ Suối"))
    _, unit = await asked(here)
    await give(here, CHU, SendForm(unit, PROGRAMME, YEAR, ("f1",)))

    await give(here, HANH, IdentifyUnit(unit, "suoi-da"))

    assert await found(here.db, UNIT) == [("suoi-da",)]


async def test_a_form_of_who_is_not_of_the_unit_leaves_it(here: Hamlet) -> None:
    await give(here, CHU, Introduce("Vàng A Chư", "nong-dan", "Hội Nông dân"))
    await give(here, CHU, SendForm("nong-dan", PROGRAMME, YEAR, ("f1",)))
    place, _ = await asked(here)

    await give(here, LUA, RefuseMembership(place))

    ((apart,),) = await found(here.db, UNIT)
    assert apart not in {"nong-dan", "suoi-da"}
    await give(here, CHU, Introduce("Vàng A Chư", "suoi-da", "Chi bộ bản Suối Đá"))
    assert await found(here.db, UNIT) == [("suoi-da",)]
