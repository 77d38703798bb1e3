"""The fake Zalo: the Bot Platform on this machine, its bots, and the people who use it."""

import datetime as dt
import itertools
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from tests.fakes.telegram.faults import Fault, Faults
from tests.fakes.telegram.server import Server

from .api import Api, Call, Manner
from .bots import Bot
from .chats import Chat
from .feed import Delivery, Feed
from .people import Group, Person
from .plan import Meter, Plan
from .webhook import Hooking, Webhook
from .world import World

_FIRST_BOT = 1_459_232_241_454_765_001  # nineteen digits, as theirs have
_WITHIN = 30.0  # never reached where nothing is wrong, however busy the machine is


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class FakeZalo:
    """A Bot Platform with some bots: `async with FakeZalo(bots=2) as zalo`.

    What a bot did wrong is in `complaints`. delivery, replays: see Feed. wrapped, hooking: see
    Hooking; wrapped calls a picture's address "photo" as well, as the documents do. longest_poll:
    how many s an empty poll lasts at most. unknown_chat: the code for a chat that is none.
    """

    def __init__(
        self,
        *,
        bots: int = 1,
        delivery: Delivery = "pop",
        replays: int = 2,
        wrapped: bool = False,
        http_status_errors: bool = False,
        plan: Plan | None = None,
        hooking: Hooking | None = None,
        longest_poll: float = 1000,
        unknown_chat: int = 400,
        clock: Callable[[], dt.datetime] = _now,
    ) -> None:
        self._faults = Faults()
        self._hooking = hooking or Hooking(wrapped=wrapped)
        photo = "photo" if self._hooking.wrapped else "photo_url"
        self._world = World(clock, photo=photo, unknown_chat=unknown_chat)
        self._secrets = itertools.count(1)
        self._chats: dict[tuple[Person, Bot], Chat] = {}
        manner = Manner(
            by_status=http_status_errors,
            longest=longest_poll,
            hooking=self._hooking,
        )
        self._api = Api(self._world, self._faults, manner)
        self._server = Server(self._api.handle)
        for number in range(bots):
            self._create(number, plan or Plan(), Feed(delivery, replays))

    async def __aenter__(self) -> Self:
        await self._server.up()
        self._world.url = self._server.url
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for bot in self.bots:
            await bot.webhook.close()
        await self.take_down()
        await self._world.close()

    @property
    def url(self) -> str:
        """Where the server is, in place of https://bot-api.zaloplatforms.com."""
        return self._server.url

    @property
    def bots(self) -> Sequence[Bot]:
        """The bots, in order."""
        return list(self._world.bots.values())

    @property
    def calls(self) -> list[Call]:
        """All calls so far, in the order in which they came."""
        return self._api.calls

    @property
    def complaints(self) -> list[str]:
        """What bots did that the platform does not allow."""
        return self._world.complaints

    @property
    def updates_pending(self) -> int:
        """How many updates were not handed out or posted yet."""
        fetched = sum(len(bot.feed.pending) for bot in self.bots)
        return fetched + sum(bot.webhook.busy for bot in self.bots)

    def person(self, name: str) -> Person:
        """Return somebody new; a bot may write to them once they have written to it."""
        return Person(name, self._chat)

    def group(self, bot: Bot) -> Group:
        """Return a group that a bot is in."""
        chat = Chat(
            id=self._world.new_id(),
            bot=bot.id,
            sender={},
            post=self._world,
            kind="GROUP",
            known=True,
        )
        bot.chats[chat.id] = chat
        return Group(bot, chat)

    def reset_token(self, bot: Bot) -> str:
        """Give a bot a new token: the old one is refused from now on."""
        bot.token = self._token(bot.id)
        return bot.token

    def expire_media(self) -> None:
        """Let the addresses of all that people have sent lead nowhere."""
        self._world.media.clear()

    def fault(
        self,
        method: str,
        fault: Fault,
        *,
        times: int | None = 1,
        chat: Chat | None = None,
        nth: int = 1,
    ) -> None:
        """Let calls of a method ("*": of any) go wrong.

        The nth from now on and those after it, `times` in all (None: until `heal`), only those
        about `chat` if given. `status` is an error_code, with `html` an HTTP status. "webhook" are
        deliveries of updates: delayed (`delay_before`), never made (`cut_before`), made twice
        (`duplicate_updates`).
        """
        about = chat.id if chat else None
        self._faults.plan(method, fault, times=times, chat=about, nth=nth)

    def heal(self) -> None:
        """Let everything go well again."""
        self._faults.clear()

    async def called(self, method: str, count: int = 1, *, within: float = _WITHIN) -> list[Call]:
        """Return the calls of a method so far, waiting until there are `count`."""

        def look() -> list[Call] | None:
            found = [call for call in self.calls if call.method == method]
            return found if len(found) >= count else None

        return await self._world.watch.until(
            look, within=within, missing=lambda: f"{count} calls of {method} expected"
        )

    async def take_down(self) -> None:
        """Refuse connections, cutting those there are."""
        for bot in self.bots:
            await bot.feed.close()
        await self._server.down()

    async def bring_up(self) -> None:
        """Listen again, on the same port."""
        for bot in self.bots:
            await bot.feed.close(closed=False)
        await self._server.up()

    def _create(self, number: int, plan: Plan, feed: Feed) -> None:
        bot_id = str(_FIRST_BOT + number)
        bot = Bot(
            id=bot_id,
            name=f"Bot Khéo {number + 1}",
            account=f"bot.kheo{number + 1}",
            token=self._token(bot_id),
            meter=Meter(plan, self._world.clock),
            feed=feed,
            webhook=Webhook(self._hooking, self._faults, changed=self._world.watch.changed),
        )
        self._world.bots[bot_id] = bot

    def _token(self, bot_id: str) -> str:
        return f"{bot_id}:Fake_secret_of_the_fake_Zalo_{next(self._secrets):02d}"

    def _chat(self, person: Person, bot: Bot) -> Chat:
        found = self._chats.get((person, bot))
        if found is None:
            key = self._world.new_id()
            sender = {"id": key, "is_bot": False, "display_name": person.name}
            found = Chat(id=key, bot=bot.id, sender=sender, post=self._world)
            self._chats[person, bot] = bot.chats[key] = found
        return found
