"""One message, one transaction: nothing is acknowledged before all that follows from it is committed."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

import structlog

from bot.bell import Bell
from bot.channels import Incoming
from bot.deliver import Deliverer
from bot.shell import Shell
from bot.turns import Handled, handle, key_of
from storage import inbox
from storage.database import Database, Transaction, Unavailable

MOST = 100  # people in one transaction; more gain little and make everybody wait
log = structlog.get_logger()


class Waiting:
    """A message that waits for its turn, and who waits for it to be taken in."""

    def __init__(self, incoming: Incoming) -> None:
        self.incoming = incoming
        self.taken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def done(self, error: Exception | None = None) -> None:
        """Let whoever waits go on."""
        if self.taken.done():
            return
        if error is None:
            self.taken.set_result(None)
        else:
            self.taken.set_exception(error)


class Receiving:
    """Takes messages in: each person's in order, different people's side by side in one transaction."""

    def __init__(
        self,
        db: Database,
        shell: Shell,
        deliver: Deliverer,
        bell: Bell,
        *,
        committed: Callable[[Incoming], None] = lambda _: None,
    ) -> None:
        self._db = db
        self._shell = shell
        self._deliver = deliver
        self._bell = bell
        self._committed = committed
        self._chats: dict[tuple[str, str, str], deque[Waiting]] = {}
        self._ready: deque[tuple[str, str, str]] = deque()
        self._wake = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to take messages in."""
        self._worker = asyncio.create_task(self._work(), name="receive")

    async def stop(self) -> None:
        """Finish the batch in hand, then stop; what still waits is not acknowledged."""
        if self._worker is None:
            return
        self._worker.cancel()
        await asyncio.gather(self._worker, return_exceptions=True)
        for waiting in [w for queue in self._chats.values() for w in queue]:
            waiting.done(Unavailable("stopping"))

    async def take(self, incoming: Incoming) -> None:
        """Return when the message and all that follows from it is committed; raises Unavailable."""
        waiting = Waiting(incoming)
        chat = (incoming.channel, incoming.bot, incoming.chat)
        queue = self._chats.get(chat)
        if queue is None:
            self._chats[chat] = deque([waiting])
            self._ready.append(chat)
        else:
            queue.append(waiting)
        self._wake.set()
        await waiting.taken

    async def _work(self) -> None:
        while True:
            await self._wake.wait()
            batch = self._next()
            if not batch:
                self._wake.clear()
                continue
            # A batch is never left half acknowledged by a stop: the stop waits for it.
            await asyncio.shield(self._take_in(batch))

    def _next(self) -> list[Waiting]:
        """Return the first waiting message of each chat, at most MOST, whoever waits longest first."""
        batch: list[Waiting] = []
        while self._ready and len(batch) < MOST:
            batch.append(self._chats[self._ready.popleft()][0])
        return batch

    async def _take_in(self, batch: Sequence[Waiting]) -> None:
        try:
            later = await self._commit([waiting.incoming for waiting in batch])
        except Unavailable as error:
            for waiting in batch:
                self._leave(waiting, error)
        except Exception as bug:  # noqa: BLE001 - a write that fails is taken apart below
            log.exception("a batch could not be written", size=len(batch))
            await self._one_by_one(batch, bug)
        else:
            for waiting in batch:
                if waiting.incoming in later:
                    self._requeue(waiting)
                else:
                    self._leave(waiting)

    async def _commit(self, batch: Sequence[Incoming]) -> list[Incoming]:
        """Take the batch in; return those that must wait for another message of the same person."""
        settled = self._deliver.take_settled()
        try:
            async with self._db.writing() as tx:
                await self._deliver.write_settled(tx, settled)
                handled = await handle(tx, batch, self._shell)
        except BaseException:
            self._deliver.give_back(settled)
            raise
        self._after(batch, handled)
        return handled.later

    def _after(self, batch: Sequence[Incoming], handled: Handled) -> None:
        self._deliver.send_now(handled.rows)
        for person in handled.ring:
            self._bell.ring(person)
        for incoming in batch:
            if incoming not in handled.later:
                self._committed(incoming)

    async def _one_by_one(self, batch: Sequence[Waiting], bug: Exception) -> None:
        """Handle each message of a batch that could not be written by itself."""
        if len(batch) == 1:
            await self._keep_failed(batch[0], bug)
            return
        for waiting in batch:
            await self._take_in([waiting])

    async def _keep_failed(self, waiting: Waiting, bug: Exception) -> None:
        """Keep a message that failed alone, in a transaction of its own, and acknowledge it."""
        try:
            async with self._db.writing() as tx:
                await _keep_failed(tx, waiting.incoming, bug, self._shell)
        except Unavailable as error:
            self._leave(waiting, error)
        else:
            self._leave(waiting)

    def _leave(self, waiting: Waiting, error: Exception | None = None) -> None:
        """Take a message out of its chat's queue; the next of the chat is ready."""
        chat = (waiting.incoming.channel, waiting.incoming.bot, waiting.incoming.chat)
        queue = self._chats[chat]
        queue.popleft()
        if queue:
            self._ready.append(chat)
        else:
            del self._chats[chat]
        waiting.done(error)

    def _requeue(self, waiting: Waiting) -> None:
        incoming = waiting.incoming
        self._ready.append((incoming.channel, incoming.bot, incoming.chat))


async def _keep_failed(tx: Transaction, incoming: Incoming, bug: Exception, shell: Shell) -> None:
    await inbox.fail(
        tx, key_of(incoming), at=shell.clock.now_ms(), body=f"{incoming.said!r}\n{bug!r}"
    )
