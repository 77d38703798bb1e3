"""The queue of updates: what a person did, kept until the bot has confirmed it."""

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .contract import UPDATES
from .errors import ApiError, bad, conflict

# Telegram sends these only to bots that ask for them by name.
_ON_DEMAND = {"chat_member", "message_reaction", "message_reaction_count"}
_FIRST_ID = 730_000_001
_LIVES = dt.timedelta(hours=24)
# The Bot API server drops presses that nobody fetched so much sooner than messages.
_PRESS_LIVES = dt.timedelta(seconds=150)
_FAR_AHEAD = 10
_OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)

Lane = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Update:
    """One update as the bot gets it; those of a lane are delivered to a webhook one by one."""

    body: dict[str, Any]
    lane: Lane
    expires: dt.datetime

    @property
    def id(self) -> int:
        """The update_id."""
        return int(self.body["update_id"])


class Updates:
    """Keeps updates in order until they are confirmed, forgotten or too old."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock
        self._next = _FIRST_ID
        self._known: dict[int, Update] = {}
        self._pending: dict[int, Update] = {}
        self._again: list[Update] = []
        self._again_fetched: list[Update] = []
        self._poll: asyncio.Future[ApiError | None] | None = None
        self.allowed = UPDATES - _ON_DEMAND
        self.on_new: Callable[[Update], None] = lambda _update: None

    def add(self, kind: str, payload: dict[str, Any], lane: Lane) -> int:
        """Queue an update and return its id; 0 if the bot did not ask for updates of this kind."""
        if kind not in self.allowed:
            return 0
        lives = _PRESS_LIVES if kind == "callback_query" else _LIVES
        body = {"update_id": self._next, kind: payload}
        update = Update(body, lane, self._clock() + lives)
        self._next += 1
        self._known[update.id] = self._pending[update.id] = update
        self._announce(update)
        return update.id

    def repeat(self, update_id: int) -> None:
        """Deliver an update once more, whether or not it was confirmed."""
        update = self._known[update_id]
        self._again.append(update)
        self._announce(update)

    def _announce(self, update: Update) -> None:
        self.on_new(update)
        self.release()

    @property
    def pending(self) -> list[Update]:
        """Updates not confirmed yet: those delivered once more, then the others, oldest first."""
        now = self._clock()
        self._pending = {id_: one for id_, one in self._pending.items() if one.expires > now}
        return [*self._again, *self._again_fetched, *self._pending.values()]

    def waits(self, update: Update) -> bool:
        """Tell whether an update still is to be delivered."""
        return update in self._again or (
            update.id in self._pending and update.expires > self._clock()
        )

    def confirm(self, update: Update) -> None:
        """Forget an update that was delivered."""
        if update in self._again:
            self._again.remove(update)
        else:
            self._pending.pop(update.id, None)

    def forget_all(self) -> None:
        """Drop whatever is pending."""
        self._pending.clear()
        self._again.clear()
        self._again_fetched.clear()

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Set the kinds of updates to queue from now on; none named means the default ones."""
        if kinds is None:
            return
        if unknown := set(kinds) - UPDATES:
            raise bad(f"allowed_updates names unknown kinds: {', '.join(sorted(unknown))}")
        self.allowed = frozenset(kinds) or UPDATES - _ON_DEMAND

    def confirm_before(self, offset: int) -> None:
        """Forget the updates before an offset; a negative one counts from the end.

        One far ahead of all there are is of another queue, and ignored.
        """
        self._again_fetched.clear()
        if offset > self._next + _FAR_AHEAD:
            return
        ids = list(self._pending)
        for id_ in ids[:offset] if offset < 0 else [id_ for id_ in ids if id_ < offset]:
            del self._pending[id_]

    async def fetch(self, *, limit: int, wait: float) -> list[Update]:
        """Return pending updates, waiting up to `wait` s for the first.

        Raises ApiError (409) in an older call that still waits, when a newer one or a webhook takes
        its place.
        """
        if (ready := self._ready(limit)) or not wait:
            return ready
        self.release(conflict(_OTHER_POLL))
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(wait):
                taken_over = await poll
        except TimeoutError:
            return []
        if taken_over:
            raise taken_over
        return self._ready(limit)

    def release(self, reason: ApiError | None = None) -> None:
        """End the waiting of a call to `fetch`, with an error if one is given."""
        if self._poll and not self._poll.done():
            self._poll.set_result(reason)
        self._poll = None

    def _ready(self, limit: int) -> list[Update]:
        ready = self.pending[:limit]
        self._again_fetched, self._again = self._again[:limit], self._again[limit:]
        return ready
