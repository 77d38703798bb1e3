"""Sending what the outbox holds until its fate is known.

Sent, failed, unknown, expired, parked, or dropped because nothing was owed any more.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

import structlog

from bot import lease as lease_length
from bot.bug import told
from bot.channels import Channel, ChannelError, Outgoing
from bot.clock import Clock
from bot.fate import hopeless
from bot.line import Line
from bot.marks import Marks
from bot.metering import Metering
from bot.not_sent import NotSent
from bot.pace import Pace
from bot.rerouting import Rerouting
from bot.set_back import SetBack
from bot.waiting import passed, watched
from conversations.say import Say
from storage import delivery
from storage.chats import Chat
from storage.database import Database, Transaction, Unavailable
from storage.outbox import OutboxRow

ALL = ("telegram", "zalo")  # whose rows are sent; the web page reads its own
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
        rerouting: Rerouting | None = None,
    ) -> None:
        self._db = db
        self._again = again
        self._channels = channels
        self._clock = clock
        self._lease = lease
        self._marks = Marks(db, Metering(channels, clock), lease=lease)
        self._pace = Pace()
        self._set_back = SetBack()
        self._lines: dict[Chat, Line] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._look = asyncio.Event()
        self._stopping = asyncio.Event()
        self._loops: list[asyncio.Task[None]] = []
        self._not_sent = NotSent(
            self._marks,
            clock,
            look=self.look,
            stopping=self._stopping,
            rerouting=rerouting,
        )
        # Also rows of a channel that is there no more: their people may be reached by another.
        there = {*channels, *(ALL if rerouting else ())}
        self._codes = sorted(there - {"web"})

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

    async def blocked(self, chat: Chat) -> None:
        """Give what waits for a chat that takes nothing any more elsewhere; raises Unavailable."""
        await self._not_sent.blocked(chat)

    def writing(self) -> AbstractAsyncContextManager[Transaction]:
        """Open a transaction that writes, and takes along what became of rows."""
        return self._marks.riding()

    async def _send_chat(self, chat: Chat) -> None:
        """Send a chat's rows one after the other until none is left."""
        line = self._lines[chat]
        try:
            while row := line.foremost():
                if self._must_wait(chat, row):
                    await self._not_sent.hand_back(line)
                elif pause := self._pace.pause(row.urgency):
                    await line.wait(pause)
                else:
                    await self._send(row, line)
        finally:
            del self._lines[chat]

    def _bulk(self) -> int:
        """Return how much bulk is in hand."""
        return sum(line.bulk for line in self._lines.values())

    def _must_wait(self, chat: Chat, row: OutboxRow) -> bool:
        """Return whether a row may not go now: its call must be over before others may make it."""
        has_time = self._clock.now_ms() + lease_length.CALL_MS <= row.leased_until
        return self._stopping.is_set() or self._not_sent.is_held(chat) or not has_time

    async def _send(self, row: OutboxRow, line: Line) -> None:
        self._pace.count()
        try:
            external = await self._call(row)
        except ChannelError as error:
            if error.kind == "retry" and error.retry_after:
                self._pace.slow_down(error.retry_after)
            await self._not_sent.failed(row, line, error)
        else:
            self._marks.note(row, "sent", at=self._clock.now_ms(), external=external)
            line.remove(row)
        if row.urgency == "bulk" and self._bulk() < CLAIM // 2:
            self._look.set()

    async def _call(self, row: OutboxRow) -> str:
        """Make the call; return the channel's id of the bubble. Raises ChannelError."""
        channel = self._channels.get(row.channel)
        if channel is None:
            raise ChannelError("elsewhere", "no such channel now")
        self._not_sent.ask(row)
        try:
            say = Say.from_json(dict(row.say))
            return await channel.send(Outgoing(row.id, *_chat_of(row), say, row.person))
        except ChannelError:
            raise
        except Exception as bug:  # noqa: BLE001 - one bad row must not stop its chat for ever
            raise ChannelError("ambiguous", told(bug)) from None

    async def _look_for_due(self) -> None:
        """Claim what is due: late rows, rows of processes that died, bulk."""
        while not self._stopping.is_set():
            self._look.clear()
            wait = await watched(self._claim_due(), what="delivery")
            await passed(self._look, wait)

    async def _claim_due(self) -> float:
        """Claim and send what is due; return in how many seconds to look again."""
        now = self._clock.now_ms()
        room = CLAIM - self._bulk()
        if not self._codes or room <= 0:
            return LOOK_SECONDS
        if self._set_back.noticed(now):
            self._not_sent.forget_waits()
            async with self.writing() as tx:
                await delivery.after_set_back(tx, now=now, longest=lease_length.MS)
        async with self._db.reading() as tx:
            due = await delivery.next_due(tx, channels=self._codes)
        if due is None or due > now:
            return LOOK_SECONDS if due is None else min(LOOK_SECONDS, (due - now) / 1000 + 0.001)
        until = now + lease_length.MS
        async with self.writing() as tx:
            rows = await delivery.claim(
                tx, lease=self._lease, now=now, until=until, limit=room, channels=self._codes
            )
            going = await self._again.still_owed(tx, rows) if self._again else rows
        self._send_or_give_up(going)
        return 0.0 if rows else LOOK_SECONDS

    def _send_or_give_up(self, rows: Sequence[OutboxRow]) -> None:
        """Send claimed rows, but not those of which one copy too many may be out already."""
        now = self._clock.now_ms()
        for row in rows:
            if any(row.id == held.id for line in self._lines.values() for held in line.rows):
                continue  # it is being sent here, and took longer than its lease
            if hopeless(row, row.doubts):
                error = row.error or "its sender died"
                self._marks.note(row, "unknown", at=now, error=error, tried=False)
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
