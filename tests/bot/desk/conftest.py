from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.bot.desk.neighbours import MAI, let_mai_be_there
from tests.bot.desk.office import DeskSite, Staff, at, desk_up
from tests.bot.ordering import everybody_is_here
from tests.hamlet import Hamlet, hamlet, programme, settle_in


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give the hamlet with its people at their chats, and with quotas."""
    made = hamlet(db, programme(quotas=True))
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(made)
    return made


@pytest.fixture
async def site(world: Hamlet) -> AsyncIterator[DeskSite]:
    """Give the desk, listening."""
    async with desk_up(world) as site:
        yield site


@pytest.fixture
async def visitor(site: DeskSite) -> AsyncIterator[Staff]:
    """Give somebody with a browser who is not at the desk yet."""
    async with at(site) as staff:
        yield staff


@pytest.fixture
async def hanh(site: DeskSite, visitor: Staff) -> Staff:
    """Give Hạnh of the office, at the desk."""
    await visitor.signs_in(site.world)
    return visitor


@pytest.fixture
async def mai(site: DeskSite) -> AsyncIterator[Staff]:
    """Give Mai of another office, at the desk."""
    await let_mai_be_there(site.world)
    async with at(site) as staff:
        await staff.signs_in(site.world, MAI)
        yield staff
