"""Opening the database that the settings name, with all its tables."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.data_folder import prepare_data
from bot.settings import Settings, SettingsError
from storage.database import Database, Unavailable, open_database
from storage.migrate import TooNew, migrate
from storage.search_words import fill


@asynccontextmanager
async def opened(settings: Settings, *, beside: bool = False) -> AsyncIterator[Database]:
    """Open the database, bring its tables up to date, and close it in the end.

    `beside` is for commands that run beside a bot. Raises SettingsError for what the operator has
    to mend, Unavailable for what may mend itself.
    """
    prepare_data(settings)
    database = await _open(settings, beside=beside)
    try:
        await _migrate(database)
        yield database
    finally:
        await database.close()


async def _open(settings: Settings, *, beside: bool) -> Database:
    try:
        return await open_database(settings.database_url.reveal(), beside=beside)
    except Unavailable:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a driver says, the operator must know
        raise SettingsError((f"The database cannot be opened: {said(error, settings)}.",)) from None


async def _migrate(database: Database) -> None:
    try:
        await migrate(database)
    except TooNew as newer:
        raise SettingsError(
            (f"The database is of a later version of Khéo (step {newer}); install that version.",)
        ) from None
    await fill(database)


def said(error: Exception, settings: Settings) -> str:
    """Return what an error says, without the secrets that may be in it."""
    text = str(error).rstrip(".") or type(error).__name__
    for secret in settings.secrets():
        text = text.replace(secret, "<secret>")
    return text
