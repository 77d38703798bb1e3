"""Sending what the outbox holds until its fate is known.

Sent, failed, unknown, expired, parked, or dropped because nothing was owed any more.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from functools import partial
from typing import Literal, Protocol

import structlog

from bot import lease as lease_length
from bot.bug import told
from bot.channels import Channel, ChannelError, Outgoing
from bot.clock import Clock
from bot.fate import fate, hopeless
from bot.held import Held
from bot.line import Line
from bot.marks import Marks
from bot.pace import Pace
from bot.parking import park
from bot.set_back import SetBack
from bot.waiting import passed, watched
from conversations.say import Say
from storage import delivery
from storage.chats import Chat
from storage.database import Database, Transaction, Unavailable
from storage.delivery import Settled
from storage.outbox import OutboxRow

BACK_OFF_MS = (5_000, 30_000, 120_000, 600_000, 3_600_000)
FLUSH_SECONDS = 0.2  # marks of what was sent wait this long for a transaction to ride in
LOOK_SECONDS = 2.0
CLAIM = 40  # bulk at most in hand, for DỪNG stops no more of it; claimed anew at half of that
STOP_SECONDS = 35.0
log = structlog.get_logger()


class Again(Protocol):
    """Asks of planned rows that had to wait whether they are still owed."""

    async def still_owed(self, tx: Transaction, rows: Sequence[OutboxRow]) -> list[OutboxRow]:
        """Return the rows that go, in the words of now; see to the others."""
        ...


class Deliverer:
    """Sends rows: its own answers at once, in order per chat; others' and late ones when due."""

    def __init__(
        self,
        db: Database,
        channels: Mapping[str, Channel],
        clock: Clock,
        *,
        lease: str,
        again: Again | None = None,
    ) -> None:
        self._db = db
        self._again = again
        self._channels = channels
        self._clock = clock
        self._lease = lease
        self._marks = Marks(db, lease=lease)
        self._pace = Pace()
        self._held = Held()
        self._set_back = SetBack()
        self._lines: dict[Chat, Line] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._look = asyncio.Event()
        self._stopping = asyncio.Event()
        self._loops: list[asyncio.Task[None]] = []

    async def start(self, *, alone: bool) -> None:
        """Begin to send. `alone`: no other process uses this database, other leases are dead."""
        if alone:
            async with self._db.writing() as tx:
                await delivery.release_dead(tx, lease_alive=[self._lease], now=self._clock.now_ms())
        self._loops = [
            asyncio.create_task(self._look_for_due(), name="deliver-due"),
            asyncio.create_task(self._flush_marks(), name="deliver-marks"),
        ]

    async def stop(self) -> None:
        """Finish what is being sent, mark it, give the rest back."""
        self._stopping.set()
        self._look.set()
        await asyncio.gather(*self._loops[:1])  # what a claim under way takes is given back, too
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=STOP_SECONDS)
        ending = [*self._tasks, *self._loops[1:]]
        for task in ending:
            task.cancel()
        await asyncio.gather(*ending, return_exceptions=True)
        try:
            await self._marks.flush()
        except Unavailable as error:
            log.warning("some of what was sent will be sent once more", error=str(error))

    def send_now(self, rows: Sequence[OutboxRow]) -> None:
        """Send rows born leased to this process; order per chat is the order given."""
        for row in rows:
            chat = _chat_of(row)
            if chat in self._lines:
                self._lines[chat].add(row)
                continue
            self._lines[chat] = Line(row)
            task = asyncio.create_task(self._send_chat(chat))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def look(self) -> None:
        """Look at once for what is due."""
        self._look.set()

    def writing(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction that writes, and takes along what became of rows."""
        return self._marks.riding()

    async def _send_chat(self, chat: Chat) -> None:
        """Send a chat's rows one after the other until none is left."""
        line = self._lines[chat]
        try:
            while row := line.foremost():
                if self._stopping.is_set() or self._is_held(chat) or not self._has_time(row):
                    await self._hand_back(line)
                elif pause := self._pace.pause(row.urgency):
                    await line.wait(pause)
                else:
                    await self._send(row, line)
        finally:
            del self._lines[chat]

    def _bulk(self) -> int:
        """Return how much bulk is in hand."""
        return sum(line.bulk for line in self._lines.values())

    def _is_held(self, chat: Chat) -> bool:
        return bool(self._held.until(chat, now=self._clock.now_ms()))

    def _has_time(self, row: OutboxRow) -> bool:
        """Return whether the call will be over before somebody else may make it."""
        return self._clock.now_ms() + lease_length.CALL_MS <= row.leased_until

    async def _send(self, row: OutboxRow, line: Line) -> None:
        self._pace.count()
        try:
            external = await self._call(row)
        except ChannelError as error:
            await self._failed(row, line, error)
        else:
            self._settle(row, "sent", external=external)
            line.remove(row)
        if row.urgency == "bulk" and self._bulk() < CLAIM // 2:
            self._look.set()

    async def _call(self, row: OutboxRow) -> str:
        """Make the call; return the channel's id of the bubble. Raises ChannelError."""
        channel = self._channels.get(row.channel)
        if channel is None:
            raise ChannelError("retry", "no such channel now", retry_after=3600.0)
        try:
            say = Say.from_json(dict(row.say))
            return await channel.send(Outgoing(row.id, row.channel, row.bot, row.chat, say))
        except ChannelError:
            raise
        except Exception as bug:  # noqa: BLE001 - one bad row must not stop its chat for ever
            raise ChannelError("ambiguous", told(bug)) from None

    async def _failed(self, row: OutboxRow, line: Line, error: ChannelError) -> None:
        log.warning("not sent", row=row.id, kind=error.kind, detail=error.detail, try_=row.attempts)
        now = self._clock.now_ms()
        if error.kind == "blocked":
            await self._written(partial(park, chat=_chat_of(row)))
            await self._hand_back(line)
        elif state := fate(row, error, now=now):
            self._settle(row, state, error=error.detail)
            line.remove(row)
        else:
            usual = BACK_OFF_MS[min(row.attempts, len(BACK_OFF_MS)) - 1]
            wait = math.ceil(error.retry_after * 1000) or usual
            if error.retry_after:
                self._pace.slow_down(error.retry_after)
                self._held.hold(_chat_of(row), until=now + wait, now=now)
            postpone = partial(self._postpone, row=row, error=error, not_before=now + wait)
            if not await self._written(postpone):
                line.remove(row)  # its lease runs out, and then there is a doubt
            await self._hand_back(line)

    def _settle(
        self,
        row: OutboxRow,
        state: Literal["sent", "failed", "unknown", "expired"],
        *,
        external: str = "",
        error: str = "",
    ) -> None:
        self._marks.add(Settled(row.id, state, external, error, self._clock.now_ms()))

    async def _postpone(
        self, tx: Transaction, *, row: OutboxRow, error: ChannelError, not_before: int
    ) -> None:
        doubt = error.kind == "ambiguous"
        await delivery.postpone(
            tx, row.id, lease=self._lease, not_before=not_before, error=error.detail, doubt=doubt
        )

    async def _hand_back(self, line: Line) -> None:
        """Give back rows that must wait: behind one that could not be sent, or for the next start.

        Rows that join meanwhile go the same way; one given back already is not ours to give.
        """
        while rows := line.rows:
            await self._written(partial(self._give_back, rows=rows))
            line.remove(*rows)
        self._look.set()

    async def _give_back(self, tx: Transaction, *, rows: Sequence[OutboxRow]) -> None:
        for row in rows:
            wait = self._held.until(_chat_of(row), now=self._clock.now_ms())
            await delivery.postpone(
                tx, row.id, lease=self._lease, not_before=wait, error=row.error, doubt=False
            )

    async def _written(self, write: Callable[[Transaction], Awaitable[None]]) -> bool:
        """Write as soon as the database lets us; the chat waits so long, and keeps its order.

        When all is to stop it is tried once; return whether it was done.
        """
        while True:
            try:
                async with self.writing() as tx:
                    await write(tx)
            except Unavailable as error:
                log.warning("a chat waits for the database", error=str(error))
                if self._stopping.is_set():
                    return False
                await passed(self._stopping, LOOK_SECONDS)
            else:
                return True

    async def _look_for_due(self) -> None:
        """Claim what is due: late rows, rows of processes that died, bulk."""
        while not self._stopping.is_set():
            self._look.clear()
            wait = await watched(self._claim_due(), what="delivery")
            await passed(self._look, wait)

    async def _claim_due(self) -> float:
        """Claim and send what is due; return in how many seconds to look again."""
        now = self._clock.now_ms()
        codes = [code for code in self._channels if code != "web"]
        room = CLAIM - self._bulk()
        if not codes or room <= 0:
            return LOOK_SECONDS
        if self._set_back.noticed(now):
            self._held = Held()
            async with self.writing() as tx:
                await delivery.after_set_back(tx, now=now, longest=lease_length.MS)
        async with self._db.reading() as tx:
            due = await delivery.next_due(tx, channels=codes)
        if due is None or due > now:
            return LOOK_SECONDS if due is None else min(LOOK_SECONDS, (due - now) / 1000 + 0.001)
        until = now + lease_length.MS
        async with self.writing() as tx:
            rows = await delivery.claim(
                tx, lease=self._lease, now=now, until=until, limit=room, channels=codes
            )
            going = await self._again.still_owed(tx, rows) if self._again else rows
        self._send_or_give_up(going)
        return 0.0 if rows else LOOK_SECONDS

    def _send_or_give_up(self, rows: Sequence[OutboxRow]) -> None:
        """Send claimed rows, but not those of which one copy too many may be out already."""
        for row in rows:
            if any(row.id == held.id for line in self._lines.values() for held in line.rows):
                continue  # it is being sent here, and took longer than its lease
            if hopeless(row, row.doubts):
                self._settle(row, "unknown", error=row.error or "its sender died")
            else:
                self.send_now([row])

    async def _flush_marks(self) -> None:
        while True:
            await self._marks.wait()
            await asyncio.sleep(FLUSH_SECONDS)
            await watched(self._flush(), what="marks of delivery")

    async def _flush(self) -> float:
        """Write the marks that found no transaction to ride in; their chats may go on."""
        await self._marks.flush()
        self._look.set()
        return 0.0


def _chat_of(row: OutboxRow) -> Chat:
    return Chat(row.channel, row.bot, row.chat)
