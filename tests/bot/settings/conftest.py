from pathlib import Path

import pytest

from bot.settings import Settings, read_settings
from tests.bot.settings.reading import Read, named


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Return a project with two programmes."""
    folder = tmp_path / "programmes"
    folder.mkdir()
    for code in ("can-tho-khoi", "minimal"):
        (folder / f"{code}.toml").touch()
    return tmp_path


@pytest.fixture
def read(here: Path) -> Read:
    """Return a way to read settings by their names without KHEO_."""

    def read(dotenv: str = "", **settings: str) -> Settings:
        (here / ".env").write_text(dotenv)
        return read_settings(named(settings), here=here)

    return read
