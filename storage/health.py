"""How a database is, which each kind has to be asked in words of its own."""

from dataclasses import dataclass

from storage.database import Transaction
from storage.migrate import FOLDER

_HAS_MIGRATIONS = {
    "sqlite": "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migrations'",
    "postgres": "SELECT 1 WHERE to_regclass('migrations') IS NOT NULL",
}
_VERSION = {
    "sqlite": "SELECT sqlite_version()",
    "postgres": "SELECT current_setting('server_version')",
}


@dataclass(frozen=True, slots=True)
class Health:
    """The state of a database.

    version   of SQLite, or of the PostgreSQL server
    step      the newest migration it has, 0 for an empty one
    newest    the newest migration there is
    careless  settings of the server that lose what was committed when the power fails
    now       the server's clock in UTC milliseconds, 0 where it is this machine's own
    """

    version: str
    step: int
    newest: int
    careless: tuple[str, ...] = ()
    now: int = 0


async def examine(tx: Transaction) -> Health:
    """Return the state of the database."""
    version = (await tx.rows(_VERSION[tx.kind]))[0][0]
    newest = max(int(path.name[:4]) for path in FOLDER.glob("[0-9]*.sql"))
    if tx.kind == "sqlite":
        return Health(version, await _step(tx), newest)
    careless = await tx.rows(
        """SELECT name FROM pg_settings
           WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
           ORDER BY name"""
    )
    clock = await tx.rows("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT")
    names = tuple(name for (name,) in careless)
    return Health(version, await _step(tx), newest, names, clock[0][0])


async def _step(tx: Transaction) -> int:
    if not await tx.rows(_HAS_MIGRATIONS[tx.kind]):
        return 0
    found = await tx.rows("SELECT COALESCE(max(number), 0) FROM migrations")
    step: int = found[0][0]
    return step
