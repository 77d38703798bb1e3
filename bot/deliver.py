"""Sending what the outbox holds until its fate is known: sent, failed, unknown, expired or parked."""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections import deque
from collections.abc import Mapping, Sequence

import structlog

from bot import lease as lease_length
from bot.channels import Channel, ChannelError, Outgoing
from bot.clock import Clock
from bot.pace import Pace
from dialog.say import Say
from storage import delivery, outbox, people
from storage.chats import Chat
from storage.database import Database, Transaction, Unavailable
from storage.delivery import Settled
from storage.outbox import OutboxRow

DOUBTS = 2  # the first and one more; a second copy of a question harms nobody
GIVE_UP_MS = 24 * 3_600_000
BACK_OFF_MS = (5_000, 30_000, 120_000, 600_000, 3_600_000)
FLUSH_SECONDS = 0.2  # marks of what was sent wait this long for a transaction to ride in
LOOK_SECONDS = 2.0
CLAIM = 50
log = structlog.get_logger()


class Deliverer:
    """Sends rows: its own answers at once, in order per chat; others' and late ones when they are due."""

    def __init__(
        self, db: Database, channels: Mapping[str, Channel], clock: Clock, *, lease: str
    ) -> None:
        self._db = db
        self._channels = channels
        self._clock = clock
        self._lease = lease
        self._pace = Pace()
        self._queues: dict[Chat, deque[OutboxRow]] = {}
        self._settled: list[Settled] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._look = asyncio.Event()
        self._flush_soon = asyncio.Event()
        self._loops: list[asyncio.Task[None]] = []
        self._stopping = False

    async def start(self, *, alone: bool) -> None:
        """Begin to send. `alone`: no other process uses this database, so all other leases are dead."""
        if alone:
            async with self._db.writing() as tx:
                await delivery.release_dead(tx, lease_alive=[self._lease], now=self._clock.now_ms())
        self._loops = [
            asyncio.create_task(self._look_for_due(), name="deliver-due"),
            asyncio.create_task(self._flush_marks(), name="deliver-marks"),
        ]

    async def stop(self) -> None:
        """Finish what is being sent, mark it, give the rest back."""
        self._stopping = True
        for loop in self._loops:
            loop.cancel()
        await asyncio.gather(*self._loops, return_exceptions=True)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=35)
        for task in self._tasks:
            task.cancel()
        await self._flush()

    def send_now(self, rows: Sequence[OutboxRow]) -> None:
        """Send rows born leased to this process; order per chat is the order given."""
        for row in rows:
            chat = Chat(row.channel, row.bot, row.chat)
            queue = self._queues.get(chat)
            if queue is not None:
                queue.append(row)
                continue
            self._queues[chat] = deque([row])
            task = asyncio.create_task(self._send_chat(chat))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def take_settled(self) -> list[Settled]:
        """Return what was settled and not yet written, for a transaction that commits anyway."""
        settled, self._settled = self._settled, []
        return settled

    def give_back(self, settled: Sequence[Settled]) -> None:
        """Take back marks whose transaction failed."""
        self._settled = [*settled, *self._settled]
        self._flush_soon.set()

    async def write_settled(self, tx: Transaction, settled: Sequence[Settled]) -> None:
        """Write what became of rows."""
        if settled:
            await delivery.settle(tx, settled, lease=self._lease)

    async def _send_chat(self, chat: Chat) -> None:
        """Send a chat's rows one after the other until none is left."""
        queue = self._queues[chat]
        try:
            while queue:
                if self._stopping or not await self._send(queue[0]):
                    await self._hand_back(queue)
                    return
                queue.popleft()
        except Unavailable as error:
            # The rows are still leased to us; when the lease runs out they are claimed again.
            log.warning("a chat waits for the database", error=str(error))
        finally:
            del self._queues[chat]

    async def _send(self, row: OutboxRow) -> bool:
        """Send one row; return whether the chat's next one may follow at once."""
        channel = self._channels.get(row.channel)
        if channel is None:
            await self._later(row, 3_600_000, "no such channel now")
            return False
        await self._pace.wait(row.urgency)
        out = Outgoing(row.id, row.channel, row.bot, row.chat, Say.from_json(dict(row.say)))
        try:
            external = await channel.send(out)
        except ChannelError as error:
            return await self._failed(row, out, error)
        self._settle(row, "sent", external=external)
        return True

    async def _failed(self, row: OutboxRow, out: Outgoing, error: ChannelError) -> bool:
        now = self._clock.now_ms()
        log.warning(
            "not sent", row=row.id, kind=error.kind, detail=error.detail, tries=row.attempts
        )
        doubt = error.kind == "ambiguous"
        if error.kind == "blocked":
            await self.park(Chat(row.channel, row.bot, row.chat))
            return False
        if error.kind == "permanent":
            self._settle(row, "failed", error=error.detail)
            return True
        if now - row.created_at > GIVE_UP_MS:
            self._settle(row, "unknown" if row.doubts else "expired", error=error.detail)
            return True
        if doubt and _hopeless(out.say, row.doubts + 1):
            self._settle(row, "unknown", error=error.detail)
            return True
        wait = _ceil_ms(error.retry_after) or BACK_OFF_MS[min(row.attempts, len(BACK_OFF_MS)) - 1]
        await self._later(row, wait, error.detail, doubt=doubt)
        return False

    def _settle(self, row: OutboxRow, state: str, *, external: str = "", error: str = "") -> None:
        self._settled.append(Settled(row.id, state, external, error, self._clock.now_ms()))  # type: ignore[arg-type]  # one of its states
        self._flush_soon.set()

    async def _later(self, row: OutboxRow, wait: int, why: str, *, doubt: bool = False) -> None:
        """Give a row back to be sent later; `doubt` when it may have arrived."""
        not_before = self._clock.now_ms() + wait
        async with self._db.writing() as tx:
            await delivery.postpone(
                tx, row.id, lease=self._lease, not_before=not_before, error=why, doubt=doubt
            )
        self._look.set()

    async def _hand_back(self, queue: deque[OutboxRow]) -> None:
        """Give back rows that must wait: behind one that could not be sent, or for the next start.

        Rows that join the queue meanwhile go the same way; one given back already is not ours to give.
        """
        while queue:
            rows = list(queue)
            async with self._db.writing() as tx:
                for row in rows:
                    await delivery.postpone(
                        tx, row.id, lease=self._lease, not_before=0, error="", doubt=False
                    )
            for _ in rows:
                queue.popleft()

    async def park(self, chat: Chat) -> None:
        """Put aside everything for somebody who does not want us any more."""
        async with self._db.writing() as tx:
            await people.block(tx, chat)
            await outbox.park(tx, chat)

    async def unpark(self, chat: Chat) -> None:
        """Send what was put aside for somebody who is back; what is a day old has expired."""
        now = self._clock.now_ms()
        async with self._db.writing() as tx:
            await people.unblock(tx, chat)
            await outbox.unpark(tx, chat, now=now, expire_before=now - GIVE_UP_MS)
        self._look.set()

    async def _look_for_due(self) -> None:
        """Claim what is due: late rows, rows of processes that died, bulk."""
        while True:
            try:
                wait = await self._claim_due()
            except Unavailable as error:
                log.warning("outbox not readable", error=str(error))
                wait = LOOK_SECONDS
            self._look.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._look.wait(), wait)

    async def _claim_due(self) -> float:
        """Claim and send what is due; return in how many seconds to look again."""
        now = self._clock.now_ms()
        codes = [code for code in self._channels if code != "web"]
        if not codes:
            return LOOK_SECONDS
        async with self._db.reading() as tx:
            due = await delivery.next_due(tx, channels=codes)
        if due is None or due > now:
            return LOOK_SECONDS if due is None else min(LOOK_SECONDS, (due - now) / 1000 + 0.001)
        async with self._db.writing() as tx:
            rows = await delivery.claim(
                tx,
                lease=self._lease,
                now=now,
                until=now + lease_length.MS,
                limit=CLAIM,
                channels=codes,
            )
        self._send_or_give_up(rows)
        return 0.0 if rows else LOOK_SECONDS

    def _send_or_give_up(self, rows: Sequence[OutboxRow]) -> None:
        """Send claimed rows, but not those of which one copy too many may be out already."""
        hopeless = [row for row in rows if _hopeless(Say.from_json(dict(row.say)), row.doubts)]
        for row in hopeless:
            self._settle(row, "unknown", error=row.error or "its sender died")
        self.send_now([row for row in rows if row not in hopeless])

    async def _flush_marks(self) -> None:
        while True:
            await self._flush_soon.wait()
            self._flush_soon.clear()
            await asyncio.sleep(FLUSH_SECONDS)
            try:
                await self._flush()
            except Unavailable as error:
                log.warning("marks wait", error=str(error))

    async def _flush(self) -> None:
        """Write the marks that found no transaction to ride in."""
        settled = self.take_settled()
        if not settled:
            return
        try:
            async with self._db.writing() as tx:
                await self.write_settled(tx, settled)
        except BaseException:
            self.give_back(settled)
            raise


def _hopeless(say: Say, doubts: int) -> bool:
    """Return whether one more copy would be one too many."""
    return doubts >= (1 if say.once else DOUBTS)


def _ceil_ms(seconds: float) -> int:
    return math.ceil(seconds * 1000)
