"""Examines whether the bot can run here, and says what to do where it cannot."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from bot.clock import Clock
from bot.doctor import (
    database,
    disk,
    programmes,
    secret_files,
    telegram,
    zalo,
    zalo_links,
    zalo_use,
)
from bot.doctor.finding import Finding
from bot.settings import SettingsError, read_settings

__all__ = ["Finding", "examine"]


async def examine(environ: Mapping[str, str], *, here: Path) -> AsyncIterator[Finding]:
    """Yield what is found, as it is found; `here` is the project's folder."""
    try:
        settings = read_settings(environ, here=here)
    except SettingsError as error:
        for problem in error.problems:
            yield Finding("wrong", problem)
        return
    clock = Clock(settings.zone)
    yield Finding("right", f"The settings can be read; times are those of {settings.zone.key}.")
    for finding in (
        *programmes.examine(settings.programmes),
        *secret_files.examine(settings.secret_files),
        *disk.examine(settings),
    ):
        yield finding
    async for finding in database.examine(settings, clock):
        yield finding
    for channel in (telegram, zalo, zalo_links, zalo_use):
        async for finding in channel.examine(settings, clock):
            yield finding
