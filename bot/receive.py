"""One message, one transaction: nothing is acknowledged before all of it is committed."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeAlias

import structlog

from bot.bell import Bell
from bot.bug import told
from bot.channels import Incoming
from bot.deliver import Deliverer
from bot.handled import Handled
from bot.shell import Shell
from bot.turns import fail, give_up, handle
from storage.chats import Chat
from storage.database import Database, Unavailable

MOST = 100  # people in one transaction; more gain little and make everybody wait
log = structlog.get_logger()


class Waiting:
    """A message that waits for its turn, and who waits for it to be taken in."""

    def __init__(self, incoming: Incoming) -> None:
        self.incoming = incoming
        self.chat = Chat(incoming.channel, incoming.bot, incoming.chat)
        self.taken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def done(self, error: Unavailable | None = None) -> None:
        """Let whoever waits go on."""
        if self.taken.done():
            return
        if error is None:
            self.taken.set_result(None)
        else:
            self.taken.set_exception(error)


Batch: TypeAlias = Sequence[Waiting]


class Receiving:
    """Takes messages in: a person's in order, different people's side by side in a transaction."""

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
        self._chats: dict[Chat, deque[Waiting]] = {}
        self._ready: deque[Chat] = deque()
        self._wake = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None
        self._taking: asyncio.Task[None] | None = None
        self._stopped = False

    def start(self) -> None:
        """Begin to take messages in."""
        self._worker = asyncio.create_task(self._work(), name="receive")

    async def stop(self) -> None:
        """Finish the batch in hand, then stop; what still waits is not acknowledged."""
        self._stopped = True
        if self._worker:
            self._worker.cancel()
            await asyncio.gather(self._worker, return_exceptions=True)
        if self._taking:
            await self._taking
        for queue in self._chats.values():
            for waiting in queue:
                waiting.done(Unavailable("stopping"))

    async def take(self, incoming: Incoming) -> None:
        """Return when the message and all that follows from it is committed; raises Unavailable."""
        if self._stopped:
            raise Unavailable("stopping")
        waiting = Waiting(incoming)
        queue = self._chats.get(waiting.chat)
        if queue is None:
            self._chats[waiting.chat] = deque([waiting])
            self._ready.append(waiting.chat)
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
            # A task of its own, so that whoever stops us can wait for its end.
            self._taking = asyncio.create_task(self._take_in(batch))
            await asyncio.shield(self._taking)

    def _next(self) -> Batch:
        """Return the first waiting message of each chat, at most MOST, the longest wait first."""
        batch: list[Waiting] = []
        while self._ready and len(batch) < MOST:
            batch.append(self._chats[self._ready.popleft()][0])
        return batch

    async def _take_in(self, batch: Batch) -> None:
        try:
            handled = await self._commit(batch)
        except Unavailable as error:
            self._refuse(batch, error)
        except Exception as bug:  # noqa: BLE001 - a write that fails is taken apart
            log.warning("a batch could not be written", size=len(batch), bug=told(bug))
            for waiting in batch:
                await self._alone(waiting)
        else:
            for waiting in batch:
                self._leave(waiting, again=waiting.incoming in handled.later)

    async def _alone(self, waiting: Waiting) -> None:
        """Take in one message of a batch that could not be written."""
        try:
            await self._commit([waiting])
        except Unavailable as error:
            self._refuse([waiting], error)
        except Exception as bug:  # noqa: BLE001 - this is the one that cannot be taken in
            log.warning("a message failed", id=waiting.incoming.external, bug=told(bug))
            await self._give_up(waiting, bug)
        else:
            self._leave(waiting)

    async def _commit(self, batch: Batch) -> Handled:
        incoming = [waiting.incoming for waiting in batch]
        async with self._deliver.writing() as tx:
            handled = await handle(tx, incoming, self._shell)
        self._after(handled)
        for one in incoming:
            if one not in handled.later:
                self._committed(one)
        return handled

    def _after(self, handled: Handled) -> None:
        self._deliver.send_now(handled.rows)
        if handled.back:
            self._deliver.look()
        for person in handled.ring:
            self._bell.ring(person)

    async def _give_up(self, waiting: Waiting, bug: Exception) -> None:
        """Keep a message that failed alone, in a transaction of its own, and apologise for it."""
        try:
            async with self._db.writing() as tx:
                handled = await give_up(tx, waiting.incoming, bug, self._shell)
        except Unavailable as error:
            self._refuse([waiting], error)
        except Exception as worse:  # noqa: BLE001 - then without an apology
            log.warning("no apology could be made", bug=told(worse))
            await self._keep_failed(waiting, bug)
        else:
            self._after(handled)
            self._leave(waiting)

    async def _keep_failed(self, waiting: Waiting, bug: Exception) -> None:
        try:
            async with self._db.writing() as tx:
                await fail(tx, waiting.incoming, told(bug), at=self._shell.clock.now_ms())
        except Exception as error:  # noqa: BLE001 - what cannot even be kept has to come again
            self._refuse([waiting], Unavailable(told(error)))
        else:
            self._leave(waiting)

    def _leave(self, waiting: Waiting, *, again: bool = False) -> None:
        """Take a message out of its chat's queue, if not to be handled again; the next is ready."""
        queue = self._chats[waiting.chat]
        if not again:
            queue.popleft()
            waiting.done()
        if queue:
            self._ready.append(waiting.chat)
        else:
            del self._chats[waiting.chat]

    def _refuse(self, batch: Batch, error: Unavailable) -> None:
        """Acknowledge nothing; what waits behind in these chats must not overtake what failed."""
        for waiting in batch:
            for one in self._chats.pop(waiting.chat):
                one.done(error)
