from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.prove.kept import store_at
from tests.prove.lives import Nursery, nursery
from tests.prove.stage import Stage, stage


@pytest.fixture(scope="session")
def services() -> Iterator[Nursery]:
    """Give the nursery of the real service."""
    with nursery("tests.prove.launch") as bearing:
        yield bearing


@pytest.fixture
async def play(
    services: Nursery, database_url: str, tmp_path: Path, mode: str
) -> AsyncIterator[Stage]:
    """Give a stage over an empty database, of each kind in turn."""
    async with stage(services, store_at(database_url), tmp_path, mode=mode) as opened:
        yield opened


@pytest.fixture
def mode() -> str:
    """Give the messenger, and how it behaves."""
    return "polling"
