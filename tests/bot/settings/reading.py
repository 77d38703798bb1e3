"""What the tests of settings share."""

from collections.abc import Callable, Mapping

import pytest

from bot.settings import Settings, SettingsError

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
Read = Callable[..., Settings]


def named(settings: Mapping[str, str]) -> dict[str, str]:
    """Return settings by their whole names."""
    return {f"KHEO_{name}": text for name, text in settings.items()}


def problems(read: Read, dotenv: str = "", **settings: str) -> str:
    """Return what is told of settings that cannot be right."""
    with pytest.raises(SettingsError) as caught:
        read(dotenv, **settings)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return str(caught.value)
