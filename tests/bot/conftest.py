import pytest

from storage.database import Database
from tests.hamlet import Hamlet, hamlet, settle_in


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give the hamlet with its people, on a database of each kind in turn."""
    made = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    return made
