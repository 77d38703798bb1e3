from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import making
from bot.making.making import Maker, Making
from tests.bot.links.lending import Lending, lending
from tests.hamlet import Hamlet

PNG = (Path(__file__).parents[3] / "docs" / "vi" / "anh" / "bang-02.png").read_bytes()


@pytest.fixture
def tables_url(sqlite_tables_url: str) -> str:
    """Give SQLite alone: there is no statement here that is not tested on both."""
    return sqlite_tables_url


@pytest.fixture
async def lent(world: Hamlet, tmp_path: Path) -> AsyncIterator[Lending]:
    """Give the office, its files and a phone without a session."""
    async with lending(world, tmp_path) as lent:
        yield lent


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> str:
    """Give the kind of a picture that costs nothing to draw."""

    async def draw(_making: Making) -> bytes:
        return PNG

    monkeypatch.setitem(making.MAKERS, "drawn", Maker(draw, need="office"))
    return "drawn"
