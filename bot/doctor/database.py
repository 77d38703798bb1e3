"""Whether the database opens, is the version we want, and keeps what was committed."""

from collections.abc import AsyncIterator, Iterator

from bot.clock import Clock
from bot.doctor import guessing
from bot.doctor.finding import Finding
from bot.doctor.time_compared import compared
from bot.opening import said
from bot.settings import Settings
from storage.database import open_database
from storage.health import Health
from storage.health import examine as ask

# Two connections could lose a commit when a checkpoint restarted the log at the wrong moment.
_LOG_BUG_FIRST, _LOG_BUG_MENDED = (3, 7, 0), (3, 51, 3)
_MENDED_BEFORE = {(3, 44): 6, (3, 50): 7}


async def examine(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Yield what the database says about itself; a file that is not there yet is not made."""
    file = settings.sqlite_file
    try:
        if file and not file.exists():
            yield Finding("right", f"The database {file} will be made at the first start.")
            return
        health, now, tries = await _asked(settings, clock)
    except Exception as error:  # noqa: BLE001 - whatever a driver says, the operator must know
        yield Finding("wrong", f"The database cannot be opened: {said(error, settings)}.")
        return
    yield _tables(health)
    for finding in _sqlite(health) if file else _postgres(health, now):
        yield finding
    for finding in guessing.examine(tries):
        yield finding


async def _asked(settings: Settings, clock: Clock) -> tuple[Health, int, int]:
    database = await open_database(settings.database_url.reveal(), beside=True)
    try:
        async with database.reading() as tx:
            health, now = await ask(tx), clock.now_ms()
            return health, now, await guessing.count(tx, health, now=now)
    finally:
        await database.close()


def _tables(health: Health) -> Finding:
    if health.step > health.newest:
        told = f"The database is of a later version of Khéo (step {health.step}); install that one."
        return Finding("wrong", told)
    if health.step < health.newest:
        told = f"The database is at step {health.step} of {health.newest}; the next start goes on."
        return Finding("know", told)
    return Finding("right", f"The database opens and has all its tables (step {health.step}).")


def _sqlite(health: Health) -> Iterator[Finding]:
    if has_log_bug(health.version):
        yield Finding(
            "know",
            f"SQLite {health.version} can lose data when several processes write; "
            "run one bot only on this file, or use SQLite 3.51.3 or newer.",
        )
    else:
        yield Finding("right", f"SQLite {health.version} keeps what was committed.")


def _postgres(health: Health, now: int) -> Iterator[Finding]:
    yield Finding("right", f"PostgreSQL is {health.version}.")
    for name in health.careless:
        told = f"PostgreSQL has {name} = off and loses answers when the power fails; set it to on."
        yield Finding("wrong", told)
    yield compared(health.now, now, whose="the database server's")


def has_log_bug(version: str) -> bool:
    """Return whether this SQLite has the bug that can lose commits of the write-ahead log."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    if not _LOG_BUG_FIRST <= (major, minor, patch) < _LOG_BUG_MENDED:
        return False
    mended = _MENDED_BEFORE.get((major, minor))
    return mended is None or patch < mended
