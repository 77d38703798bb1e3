from collections.abc import AsyncIterator

import pytest

from storage.database import Database, open_database


@pytest.fixture
async def db(sqlite_tables_url: str) -> AsyncIterator[Database]:
    """Give an open SQLite database with all tables, empty."""
    database = await open_database(sqlite_tables_url)
    yield database
    await database.close()
