"""A database of a process that ends at one of its commits; the next process finds what is left."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from storage.database import Database, Transaction
from tests.bot.faulty import FaultyDatabase


class Cut(BaseException):
    """The process ends here."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a process ends: before or after the n-th of its commits."""

    commit: int
    side: Literal["before", "after"]

    def __str__(self) -> str:
        return f"{self.side}-commit-{self.commit}"


class MortalDatabase(FaultyDatabase):
    """Passes everything on until the process ends; `commits` counts those that came about."""

    def __init__(self, inner: Database, fault: Fault | None = None) -> None:
        super().__init__(inner)
        self.commits = 0
        self.ended = False
        self._fault = fault

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        self._live()
        async with super().writing() as tx:
            yield tx
            self._cross("before")
        self.commits += 1
        self._cross("after", already=1)

    def _cross(self, side: str, *, already: int = 0) -> None:
        self._live()
        due = Fault(self.commits + 1 - already, side)  # type: ignore[arg-type] # one of the two
        self.ended = due == self._fault
        self._live()

    def _live(self) -> None:
        if self.ended:
            raise Cut
