"""What all tests share: databases of both kinds, and how hard hypothesis tries."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from storage.database import Database, open_database
from storage.migrate import migrate
from tests import postgres
from tests.fakes.zalo import FakeZalo
from tests.in_memory import keep_files_in_memory
from tests.papers_once import _maker, papers_once
from tests.sweeping import Sweeper, sweeping
from tests.terminal import Terminal, at_terminal

__all__ = ["_maker", "papers_once"]  # fixtures

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_configure() -> None:
    """Choose where temporary files are, before the first is made and before workers begin."""
    keep_files_in_memory()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take --update-transcripts, which writes conversations down as they go now."""
    parser.addoption("--update-transcripts", action="store_true")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Postgres]:
    """Give the PostgreSQL server of this run, started when first asked for."""
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session")
def terminal() -> Iterator[Terminal]:
    """Give where commands are typed."""
    with at_terminal() as opened:
        yield opened


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Give the URL of an SQLite database that does not exist yet."""
    return f"sqlite:///{tmp_path}/kheo.db"


@pytest.fixture
def postgres_url(postgres_server: postgres.Postgres) -> Iterator[str]:
    """Give the URL of an empty PostgreSQL database."""
    with postgres_server.database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of an empty database, of each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


async def _migrated(url: str) -> None:
    database = await open_database(url)
    await migrate(database)
    await database.close()


@pytest.fixture(scope="session")
def sqlite_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a migrated file, to be copied: that is much faster than migrating."""
    path = tmp_path_factory.mktemp("sqlite") / "kheo.db"
    asyncio.run(_migrated(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_with_tables(postgres_server: postgres.Postgres) -> Iterator[str]:
    """Give the URL of a migrated database, to be emptied after each test: that is much faster."""
    with postgres_server.database() as url:
        asyncio.run(_migrated(url))
        yield url


@pytest.fixture(scope="session")
def postgres_sweeper(postgres_with_tables: str) -> Iterator[Sweeper]:
    """Give who empties it."""
    with sweeping(postgres_with_tables) as sweeper:
        yield sweeper


@pytest.fixture
def sqlite_tables_url(sqlite_with_tables: Path, tmp_path: Path) -> str:
    """Give the URL of an SQLite database with all tables."""
    copy = tmp_path / "tables.db"
    copy.write_bytes(sqlite_with_tables.read_bytes())
    return f"sqlite:///{copy}"


@pytest.fixture
def postgres_tables_url(postgres_with_tables: str, postgres_sweeper: Sweeper) -> Iterator[str]:
    """Give the URL of a PostgreSQL database with all tables, all empty."""
    yield postgres_with_tables
    postgres_sweeper.sweep()


@pytest.fixture(params=["sqlite", "postgres"])
def tables_url(request: pytest.FixtureRequest) -> str:
    """Give the URL of a database with all tables, each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_tables_url")
    return url


@pytest.fixture
async def db(tables_url: str) -> AsyncIterator[Database]:
    """Give an open database with all tables, each kind in turn."""
    database = await open_database(tables_url)
    try:
        yield database
    finally:
        await database.close()


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    """Give a Zalo with one bot, that must find nothing to complain of."""
    async with FakeZalo() as fake:
        yield fake
    assert fake.complaints == []
