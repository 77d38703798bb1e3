"""Another chat of the same person for what could not reach them at one."""

from collections.abc import Sequence
from dataclasses import replace

from bot.bell import Bell
from bot.clock import Clock
from bot.ids import Ids
from storage import rerouting
from storage.database import Transaction
from storage.outbox import OutboxRow
from storage.rerouting import Moved, Way


class Rerouting:
    """Gives rows to the next chat of their person, to be rendered anew there."""

    def __init__(self, ids: Ids, clock: Clock, bell: Bell) -> None:
        self._ids = ids
        self._clock = clock
        self._bell = bell

    async def move(
        self, tx: Transaction, rows: Sequence[OutboxRow], *, closed: bool = False
    ) -> list[OutboxRow]:
        """Give rows on; return those for which there was another chat, as they are now.

        They get new ids: on the web page, and in a chat, they come after all that is there.
        `closed`: the chat they were for takes nothing any more.
        """
        if not rows:
            return []
        ways = await rerouting.ways(tx, [row.id for row in rows], closed=closed)
        moved = [
            Moved(row.id, self._there(row, ways[row.id]), ways[row.id].tried)
            for row in rows
            if row.id in ways
        ]
        if moved:
            await rerouting.move(tx, moved)
        return [one.row for one in moved]

    def _there(self, row: OutboxRow, way: Way) -> OutboxRow:
        """Return a row as it is at another chat; on the web it has arrived by that."""
        there = way.chat.channel == "web"
        return replace(
            row,
            id=self._ids.next(),
            channel=way.chat.channel,
            bot=way.chat.bot,
            chat=way.chat.chat,
            state="sent" if there else "pending",
            settled_at=self._clock.now_ms() if there else 0,
        )

    def committed(self, moved: Sequence[OutboxRow]) -> None:
        """Let pages show what has come to them, now that it is committed."""
        for person in {row.person for row in moved if row.channel == "web"}:
            self._bell.ring(person)
