"""A chat's line: the rows this process is to send there."""

import asyncio

from bot.waiting import passed
from storage.outbox import OutboxRow


class Line:
    """Rows in the order they came, answers before bulk."""

    def __init__(self, row: OutboxRow) -> None:
        self._rows = [row]
        self._more = asyncio.Event()

    @property
    def rows(self) -> tuple[OutboxRow, ...]:
        """The rows as they came."""
        return tuple(self._rows)

    @property
    def bulk(self) -> int:
        """How many of them are bulk."""
        return sum(row.urgency == "bulk" for row in self._rows)

    def add(self, row: OutboxRow) -> None:
        """Let a row queue up."""
        self._rows.append(row)
        self._more.set()

    def remove(self, *rows: OutboxRow) -> None:
        """Let rows go."""
        gone = {row.id for row in rows}
        self._rows = [row for row in self._rows if row.id not in gone]

    def foremost(self) -> OutboxRow | None:
        """Return the row that goes next, None when there is none."""
        return min(self._rows, key=lambda row: row.urgency, default=None)  # "answer" < "bulk"

    async def wait(self, seconds: float) -> None:
        """Return after so long, or as soon as another row has come."""
        self._more.clear()
        await passed(self._more, seconds)
