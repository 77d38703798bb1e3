"""What becomes of rows that were not sent: another chat, another time, put aside, or the end."""

import asyncio
import math
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

import structlog

from bot.channels import ChannelError, TokenRefused
from bot.clock import Clock
from bot.fate import fate
from bot.held import Held
from bot.line import Line
from bot.marks import Marks
from bot.rerouting import Rerouting
from bot.waiting import passed
from rules.budget import month_of, next_month
from rules.utc_ms import day_begins
from storage import bots, delivery, meters, outbox, people, rerouting
from storage.chats import Chat
from storage.database import Transaction, Unavailable
from storage.outbox import OutboxRow

BACK_OFF_MS = (5_000, 30_000, 120_000, 600_000, 3_600_000)
BOT_RESTS_MS = 60_000  # one that cannot now is asked again so often, not once for each row
AGAIN_SECONDS = 2.0
log = structlog.get_logger()


class NotSent:
    """Sees to the rows of one deliverer.

    look      lets the deliverer look for what is due
    stopping  set when nothing is to be waited for any more
    """

    def __init__(
        self,
        marks: Marks,
        clock: Clock,
        *,
        look: Callable[[], None],
        stopping: asyncio.Event,
        rerouting: Rerouting | None,
    ) -> None:
        self._marks = marks
        self._clock = clock
        self._look = look
        self._stopping = stopping
        self._rerouting = rerouting
        self._held = Held()
        self._resting = Held()

    def is_held(self, chat: Chat) -> bool:
        """Return whether the channel told us to wait with a chat."""
        return bool(self._held.until(chat, now=self._clock.now_ms()))

    def ask(self, row: OutboxRow) -> None:
        """Raise ChannelError "elsewhere" for a row of a bot that could not just now."""
        if self._resting.until(_bot_of(row), now=self._clock.now_ms()):
            raise ChannelError("elsewhere", "its bot could not just now")

    def forget_waits(self) -> None:
        """Let nothing wait for a time meant by a clock that has been set back since."""
        self._held, self._resting = Held(), Held()

    async def failed(self, row: OutboxRow, line: Line, error: ChannelError) -> None:
        """See to a row whose call ended like this."""
        log.warning("not sent", row=row.id, kind=error.kind, detail=error.detail, try_=row.attempts)
        now = self._clock.now_ms()
        if error.spent or isinstance(error, TokenRefused):  # else it is about this chat alone
            await self._rest(row, error, now)
        if error.kind == "blocked":
            await self._refused(row)
            await self.hand_back(line)
        elif error.kind in {"permanent", "elsewhere"} and await self._went_elsewhere(row, error):
            line.remove(row)
        elif state := fate(row, error, now=now):
            self._marks.note(row, state, at=now, error=error.detail, parts=error.parts)
            line.remove(row)
        else:
            await self._later(row, line, error)

    async def _rest(self, row: OutboxRow, error: ChannelError, now: int) -> None:
        """Let a bot rest that cannot now; a plan used up or a token refused is noted."""
        until = now + max(BOT_RESTS_MS, math.ceil(error.retry_after * 1000))
        if error.spent:
            today = self._clock.local(now).date()
            until = min(until, day_begins(next_month(today), self._clock.zone))
            bot = meters.Bot(row.channel, row.bot)
            await self._written(partial(meters.spend, bot=bot, month=month_of(today), at=now))
        elif error.kind == "elsewhere":
            await self._written(partial(bots.refuse, channel=row.channel, bot=row.bot, at=now))
        self._resting.hold(_bot_of(row), until=until, now=now)

    async def blocked(self, chat: Chat) -> None:
        """Give what waits for a chat that takes nothing any more elsewhere; park the rest.

        Raises Unavailable.
        """
        moved: list[OutboxRow] = []
        async with self._marks.riding() as tx:  # what is on its way tells by itself how it ends
            await self._leave(tx, chat=chat, lease="", moved=moved)
        self._tell(moved)

    async def _refused(self, row: OutboxRow) -> None:
        """Do the same when a row came back: what is behind it in its line has not gone either."""
        moved: list[OutboxRow] = []
        leave = partial(self._leave, chat=_chat_of(row), lease=self._marks.lease, moved=moved)
        await self._written(leave)
        self._tell(moved)

    async def _leave(
        self, tx: Transaction, *, chat: Chat, lease: str, moved: list[OutboxRow]
    ) -> None:
        moved.clear()
        await people.block(tx, chat)  # first: from now on nothing is given to it
        if self._rerouting:
            rows = await rerouting.waiting_at(tx, chat, lease=lease)
            moved += await self._rerouting.move(tx, rows, closed=True)
        await self._park(tx, chat, lease=lease)

    async def _park(self, tx: Transaction, chat: Chat, *, lease: str) -> None:
        """Put aside the rest.

        What was planned for somebody who can be told elsewhere finds its way when it is due.
        """
        now, other = self._clock.now_ms(), await rerouting.has_another(tx, chat)
        for row in await outbox.park(tx, chat, now=now, lease=lease, but_planned=other):
            await self._marks.count(tx, row, at=now)

    async def _went_elsewhere(self, row: OutboxRow, error: ChannelError) -> bool:
        """Return whether a row was given to another chat; of what may have arrived none is."""
        moved: list[OutboxRow] = []
        if self._rerouting:
            await self._written(partial(self._moved, row=row, moved=moved, parts=error.parts))
            self._tell(moved)
        return bool(moved)

    async def _moved(
        self, tx: Transaction, *, row: OutboxRow, moved: list[OutboxRow], parts: int
    ) -> None:
        moved.clear()
        if self._rerouting and await rerouting.is_ours(tx, row.id, lease=self._marks.lease):
            moved += await self._rerouting.move(tx, [row])
        if moved:
            await self._marks.count(tx, row, at=self._clock.now_ms(), parts=parts)

    def _tell(self, moved: Sequence[OutboxRow]) -> None:
        if self._rerouting and moved:
            self._rerouting.committed(moved)
            self._look()

    async def _later(self, row: OutboxRow, line: Line, error: ChannelError) -> None:
        """Let a row wait, and its chat with it."""
        now, usual = self._clock.now_ms(), BACK_OFF_MS[min(row.attempts, len(BACK_OFF_MS)) - 1]
        wait = usual
        if error.retry_after and error.kind != "elsewhere":  # then another chat may come sooner
            wait = math.ceil(error.retry_after * 1000)
            self._held.hold(_chat_of(row), until=now + wait, now=now)
        postpone = partial(self._postpone, row=row, error=error, not_before=now + wait)
        if not await self._written(postpone):
            line.remove(row)  # its lease runs out, and then there is a doubt
        await self.hand_back(line)

    async def _postpone(
        self, tx: Transaction, *, row: OutboxRow, error: ChannelError, not_before: int
    ) -> None:
        doubt = error.kind == "ambiguous"
        await delivery.postpone(
            tx,
            row.id,
            lease=self._marks.lease,
            not_before=not_before,
            error=error.detail,
            doubt=doubt,
        )
        if error.kind == "elsewhere":  # a bot that could not may be able to by then
            await rerouting.forget_tried(tx, row.id)

    async def hand_back(self, line: Line) -> None:
        """Give back rows that must wait: behind one that could not be sent, or for the next start.

        Rows that join meanwhile go the same way; one given back already is not ours to give.
        """
        while rows := line.rows:
            await self._written(partial(self._give_back, rows=rows))
            line.remove(*rows)
        self._look()

    async def _give_back(self, tx: Transaction, *, rows: Sequence[OutboxRow]) -> None:
        for row in rows:
            wait = self._held.until(_chat_of(row), now=self._clock.now_ms())
            await delivery.postpone(
                tx, row.id, lease=self._marks.lease, not_before=wait, error=row.error, doubt=False
            )

    async def _written(self, write: Callable[[Transaction], Awaitable[None]]) -> bool:
        """Write as soon as the database lets us; the chat waits so long, and keeps its order.

        When all is to stop it is tried once; return whether it was done.
        """
        while True:
            try:
                async with self._marks.riding() as tx:
                    await write(tx)
            except Unavailable as error:
                log.warning("a chat waits for the database", error=str(error))
                if self._stopping.is_set():
                    return False
                await passed(self._stopping, AGAIN_SECONDS)
            else:
                return True


def _chat_of(row: OutboxRow) -> Chat:
    return Chat(row.channel, row.bot, row.chat)


def _bot_of(row: OutboxRow) -> Chat:
    return Chat(row.channel, row.bot, "")
