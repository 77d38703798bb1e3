"""The fake Telegram: a Bot API server on this machine, and the people who use it."""

import datetime as dt
import itertools
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from .api import Api, Call
from .bubbles import Bubble
from .chats import Chat
from .faults import Fault, Faults
from .people import Group, Person
from .server import Server
from .updates import Updates
from .webhook import Webhook
from .world import BOT, World

_WITHIN = 30.0  # never reached where nothing is wrong, however busy the machine is
# Beyond 32 bits, as the ids of newer accounts are.
_FIRST_PERSON = 6_900_000_001
_FIRST_GROUP = -1_002_000_000_001


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class FakeTelegram:
    """A Bot API server for one bot: `async with FakeTelegram() as telegram`.

    It checks every call against the contract; what the bot did wrong is in `violations`.
    """

    token = f"{BOT['id']}:AAFake_token_of_the_fake_Telegram-00"

    def __init__(self, *, clock: Callable[[], dt.datetime] = _now) -> None:
        self._faults = Faults()
        self._people = itertools.count(_FIRST_PERSON)
        self._groups = itertools.count(_FIRST_GROUP, -1)
        updates = Updates(clock)
        self._webhook = Webhook(
            updates, self._faults, answered=self._answered, delivered=self._delivered
        )
        self._world = World(clock, updates, self._webhook)
        self._api = Api(self._world, self._faults, self.token)
        self._server = Server(self._api.handle)

    async def __aenter__(self) -> Self:
        await self._server.up()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._webhook.close()
        await self.take_down()

    @property
    def url(self) -> str:
        """Where the server is, in place of https://api.telegram.org."""
        return self._server.url

    @property
    def calls(self) -> list[Call]:
        """All calls so far, in the order in which they came."""
        return self._api.calls

    @property
    def violations(self) -> list[str]:
        """What the bot did that the Bot API does not allow."""
        return self._api.violations

    @property
    def commands(self) -> dict[tuple[str, str], list[dict[str, Any]]]:
        """The commands the bot has set, by scope (as JSON) and language."""
        return self._world.commands

    @property
    def updates_pending(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self._world.updates.pending)

    def person(self, name: str, *, id: int = 0, language: str = "vi") -> Person:  # noqa: A002  # Telegram's word
        """Return somebody new; the bot may write to them once they have written to it."""
        user = {"id": id or next(self._people), "is_bot": False, "first_name": name}
        person = Person(self._world, user | ({"language_code": language} if language else {}))
        self._world.chats[person.id] = person.chat
        return person

    def group(self, title: str) -> Group:
        """Return a group that the bot is a member of."""
        chat = Chat({"id": next(self._groups), "type": "supergroup", "title": title}, known=True)
        self._world.chats[chat.id] = chat
        return Group(chat)

    def bubbles(self, who: Person | Group) -> list[Bubble]:
        """Return what the bot has written to somebody, oldest first, as it looks now."""
        return who.chat.bubbles

    async def bubble(self, who: Person | Group, n: int, *, within: float = _WITHIN) -> Bubble:
        """Return the nth bubble (the first is 1) as soon as it is there."""
        return await self._world.watch.until(
            lambda: found[-1] if len(found := who.chat.bubbles[:n]) == n else None,
            within=within,
            missing=lambda: f"bubble {n} expected, there are {len(who.chat.bubbles)}",
        )

    async def called(self, method: str, count: int = 1, *, within: float = _WITHIN) -> list[Call]:
        """Return the calls of a method so far, waiting until there are `count`."""

        def look() -> list[Call] | None:
            found = [call for call in self.calls if call.method == method]
            return found if len(found) >= count else None

        return await self._world.watch.until(
            look, within=within, missing=lambda: f"{count} calls of {method} expected: {look()}"
        )

    async def drained(self, *, within: float = _WITHIN) -> None:
        """Wait until the bot has confirmed every update."""
        await self._world.watch.until(
            lambda: None if self.updates_pending else True,
            within=within,
            missing=lambda: f"{self.updates_pending} updates are not confirmed",
        )

    async def redeliver(self, update_id: int) -> None:
        """Deliver an update once more, be it confirmed or not."""
        self._world.updates.repeat(update_id)
        await self._world.watch.changed()

    def fault(
        self,
        method: str,
        fault: Fault,
        *,
        times: int | None = 1,
        chat: Person | Group | int | None = None,
        nth: int = 1,
    ) -> None:
        """Let calls of a method ("*": of any) go wrong.

        The nth from now on and those after it, `times` in all (None: until `heal`), only those
        about `chat` if given. "download" are downloads, "webhook" the deliveries of updates.
        """
        about = chat if chat is None or isinstance(chat, int) else chat.id
        self._faults.plan(method, fault, times=times, chat=about, nth=nth)

    def heal(self) -> None:
        """Let everything go well again."""
        self._faults.clear()

    async def take_down(self) -> None:
        """Refuse connections, cutting those there are."""
        self._world.updates.release()
        await self._server.down()

    async def bring_up(self) -> None:
        """Listen again, on the same port."""
        await self._server.up()

    @property
    def webhook_backoff(self) -> float:
        """How many s pass before an update that was not accepted is posted again."""
        return self._webhook.backoff

    @webhook_backoff.setter
    def webhook_backoff(self, seconds: float) -> None:
        self._webhook.backoff = seconds

    @property
    def query_lives(self) -> dt.timedelta:
        """How long a press can be answered."""
        return self._world.query_lives

    @query_lives.setter
    def query_lives(self, age: dt.timedelta) -> None:
        self._world.query_lives = age

    async def _answered(self, call: dict[str, Any]) -> None:
        await self._api.answered(call)

    async def _delivered(self) -> None:
        await self._world.watch.changed()
