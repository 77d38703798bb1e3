import pytest

from storage.database import Database
from tests.storage.village import settle_in


@pytest.fixture
async def village(db: Database) -> Database:
    """Give a database in which the units and people of the village are."""
    async with db.writing() as tx:
        await settle_in(tx)
    return db
