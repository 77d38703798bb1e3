"""Zalo as a way to people: several bots, since each may know only so many."""

from collections.abc import Awaitable, Callable, Sequence
from types import TracebackType
from typing import Any, Self

from bot.channels import ChannelError, Outgoing
from bot.channels.favours import Favours
from bot.channels.in_parts import InParts
from bot.channels.zalo.api import Api
from bot.channels.zalo.called import called
from bot.channels.zalo.closed import Closed
from bot.channels.zalo.one_too_many import OneTooMany
from bot.channels.zalo.pictures import Pictures
from bot.channels.zalo.render import Call, render
from bot.links.signing import Links
from conversations.say import Say

PUBLIC = "https://bot-api.zaloplatforms.com"
_DAY = 86_400.0


class ZaloBot:
    """One bot of Zalo's: `token` from Zalo Bot Creator, shown nowhere; `api` its server."""

    def __init__(self, token: str, api: str = PUBLIC) -> None:
        self.id = token.partition(":")[0]
        self.name = ""
        self.link = f"https://zalo.me/{self.id}"
        self.api = Api(api.rstrip("/"), token)
        self.favours = Favours(self.api.call)
        self.plan = OneTooMany()
        self.closed = Closed()

    async def prepare(self) -> None:
        """Learn the bot's name. Raises ChannelError, TokenRefused."""
        self.name = called(await self.api.call("getMe", {}))

    async def close(self) -> None:
        """Hang up."""
        await self.favours.close()
        await self.api.close()


class Zalo:
    """The bots on Zalo as one channel: `async with Zalo(bots, …) as zalo`.

    links  to the files that go with a bubble
    hint   what to say in a group, given the link to the private chat
    now    gives UTC milliseconds
    """

    code = "zalo"
    abroad = False
    buttons = False
    metered = True

    def __init__(
        self,
        bots: Sequence[ZaloBot],
        *,
        links: Links,
        hint: Callable[[str], str],
        now: Callable[[], int],
    ) -> None:
        self.bots = {bot.id: bot for bot in bots}
        self._links = links
        self._hint = hint
        self._now = now
        self._pictures = Pictures({bot.api.url for bot in bots})
        self._parts = InParts()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for bot in self.bots.values():
            await bot.close()
        await self._pictures.close()

    async def send(self, outgoing: Outgoing) -> str:
        """Send one bubble; return the id of its message, the last where it takes several.

        Sent again after a failure, it goes on with the part that failed. Raises ChannelError.
        """
        bot = self.bots.get(outgoing.bot)
        if bot is None:
            raise ChannelError("elsewhere", "no such bot now")
        calls = render(outgoing, self._links, now=self._now())
        try:
            sent = await self._parts.send(outgoing, calls, _made_by(bot))
        except ChannelError as error:
            if error.spent:
                raise _resting(error, bot.plan.rest(outgoing.chat, now=self._now())) from None
            if error.kind == "permanent" and bot.closed.refuses(outgoing.chat, outgoing.id):
                raise ChannelError("blocked", error.detail) from None
            raise
        bot.plan.went_well(outgoing.chat)
        bot.closed.went_well(outgoing.chat)
        return str(sent.get("message_id", "")) if isinstance(sent, dict) else ""

    def messages(self, say: Say) -> int:
        """Return how many messages a bubble takes."""
        return len(render(Outgoing("", self.code, "", "", say), self._links, now=self._now()))

    async def download(self, remote: str) -> bytes:
        """Return the picture of a PictureSent's `remote`, at most 20 MB.

        Raises ChannelError, "retry" or "permanent": asking again harms nobody.
        """
        return await self._pictures.fetch(remote)

    def typing(self, bot: str, chat: str) -> None:
        """Show that an answer is being made."""
        if known := self.bots.get(bot):
            known.favours.do("sendChatAction", {"chat_id": chat, "action": "typing"})

    def point_here(self, bot: str, group: str) -> None:
        """Say in a group, at most once a day, where the bot can be written to."""
        if known := self.bots.get(bot):
            known.favours.do("sendMessage", {"chat_id": group, "text": self._hint(known.link)})
            known.favours.hush(group, _DAY)


def _resting(error: ChannelError, rest: float) -> ChannelError:
    resting = ChannelError(error.kind, error.detail, retry_after=rest, spent=rest > 0)
    resting.parts = error.parts
    return resting


def _made_by(bot: ZaloBot) -> Callable[[Call], Awaitable[Any]]:
    """Return what makes a bot's calls; where a picture is refused for good its link is sent."""

    async def made(call: Call) -> Any:
        try:
            return await bot.api.call(call.method, call.params)
        except ChannelError as error:
            if call.instead is None or error.kind != "permanent":
                raise
        return await made(call.instead)

    return made
