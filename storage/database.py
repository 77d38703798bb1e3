"""A database as the rest of storage sees it: transactions that run SQL with named parameters."""

from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol, TypeAlias

from storage.binding import Params
from storage.dialect import Kind

Row: TypeAlias = tuple[Any, ...]


class Unavailable(Exception):  # noqa: N818 - a state of the world, not an error of anybody's
    """The database is locked, full, gone or cannot be written: try again later, nothing is lost."""


class Transaction(Protocol):
    """A transaction under way. `VALUES :rows` without rows does nothing and answers nothing."""

    @property
    def kind(self) -> Kind:
        """Which database this is."""

    async def rows(self, sql: str, params: Params = ...) -> list[Row]:
        """Run a SELECT or a … RETURNING and return its rows."""

    async def run(self, sql: str, params: Params = ...) -> None:
        """Run what returns nothing, at the latest before the next `rows` or the commit."""


class Database(Protocol):
    """A database that is open."""

    @property
    def kind(self) -> Kind:
        """Which database this is."""

    def writing(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction that commits at the end, or leaves no trace on any exception."""

    def reading(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction that reads one moment's state and disturbs no writer."""

    async def scrub(self) -> bool:
        """Leave nothing of what was deleted in the database's log; return whether it could be."""

    async def close(self) -> None:
        """Close all connections."""


async def open_database(url: str, *, beside: bool = False) -> Database:
    """Open "sqlite:///PATH" or "postgresql://…", as it is: nothing is migrated.

    `beside` is for commands run beside a bot: checkpoints are left to it. Raises Unavailable.
    """
    scheme, _, path = url.partition(":///")
    if scheme == "sqlite":
        from storage.sqlite import open_sqlite  # noqa: PLC0415 - a bot needs one driver only

        return await open_sqlite(path, beside=beside)
    from storage.postgres import open_postgres  # noqa: PLC0415 - the same

    return await open_postgres(url)
