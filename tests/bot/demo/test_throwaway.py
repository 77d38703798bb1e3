"""A demo knows nothing of the settings of a real bot on the same machine."""

from pathlib import Path

import pytest

from bot.demo.throwaway import environment
from bot.settings import read_settings
from tests.terminal import HOUSE, NOTHING


def test_the_bot_of_the_demo_gets_no_setting_of_a_real_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHEO_TELEGRAM_TOKEN", "1:a-real-bots")
    monkeypatch.setenv("KHEO_DATABASE_URL", "sqlite:///a-real-one.db")
    env = environment(read_settings(NOTHING, here=HOUSE), tmp_path, office=8083)

    assert not {"KHEO_TELEGRAM_TOKEN", "KHEO_DATABASE_URL"} & set(env)
    assert env["KHEO_DATA"] == str(tmp_path)
