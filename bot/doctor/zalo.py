"""Whether Zalo knows our bots, and whether what is said to them can come in."""

from collections.abc import AsyncIterator
from typing import Any

from bot.channels import ChannelError, TokenRefused
from bot.clock import Clock
from bot.doctor.finding import Finding
from bot.doctor.time_compared import compared, told_time
from bot.settings import Settings

_PATIENCE_S = 5.0
_TRYING_S = 30.0
_TOO_OFTEN = "426"


async def examine(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Yield what Zalo says of each token, of its clock and of the webhook; nothing without one."""
    times: list[int] = []
    for number, token in enumerate(settings.zalo_tokens, 1):
        bot = _Asked(settings, token.reveal(), place=number)
        async for finding in bot.examined():
            yield finding
        times += filter(None, [bot.their_time])
    if times:
        yield compared(times[-1], clock.now_ms(), whose="Zalo's")
    if settings.zalo_tokens:
        yield Finding(
            "know",
            "What people say on Zalo passes Zalo's servers in Vietnam, and the consent they are "
            "asked for says so; what they say in the web chat stays on this server.",
        )


class _Asked:
    """One bot, asked for what Zalo says of it."""

    def __init__(self, settings: Settings, token: str, *, place: int) -> None:
        self._settings = settings
        self._token = token
        self._place = place
        self._id = token.partition(":")[0]
        self.their_time = 0

    async def examined(self) -> AsyncIterator[Finding]:
        """Yield what there is to be said of it."""
        try:
            told = await self._call("getMe")
        except TokenRefused:
            yield self._refused()
            return
        except ChannelError as error:
            yield self._unreachable(error.detail)
            return
        yield self._there(told)
        try:
            yield await self._webhook()
        except ChannelError as error:
            yield self._unreachable(error.detail)

    async def _webhook(self) -> Finding:
        """Return how what is said to the bot comes in. Raises ChannelError."""
        from bot.channels.zalo.webhook import place  # noqa: PLC0415 - without a token nobody needs it

        set_ = (await self._call("getWebhookInfo") or {}).get("url", "")
        ours = place(self._settings.public_url, self._id)
        if self._settings.zalo_mode == "polling":
            told = "A webhook takes what is said to it; the next start removes it."
            return Finding("know", told) if set_ else Finding("right", "Its messages are fetched.")
        if set_ != ours:
            return Finding("know", f"The next start lets Zalo bring its messages to {ours}.")
        return await self._tried(ours)

    async def _tried(self, ours: str) -> Finding:
        from bot.channels.zalo.outcomes import unreached  # noqa: PLC0415 - the same

        try:
            told = await self._call("testWebhook", patience=_TRYING_S)
        except ChannelError as error:
            if error.detail.startswith(_TOO_OFTEN):
                return Finding("know", "Zalo tries a webhook a few times a day only: ask tomorrow.")
            raise
        if problem := unreached(told):
            return Finding("wrong", f"Zalo does not reach {ours}: {problem}.")
        return Finding("right", f"Zalo reaches {ours}.")

    async def _call(self, method: str, *, patience: float = _PATIENCE_S) -> Any:
        """Ask Zalo and note its time. Raises ChannelError, whose text holds no token."""
        from bot.channels.wire import asked, opened  # noqa: PLC0415 - the same
        from bot.channels.zalo.errors import result_in  # noqa: PLC0415 - the same

        url = f"{self._settings.zalo_api}/bot{self._token}/{method}"
        session = opened()
        try:
            async with asked(session, "POST", url, patience=patience) as response:
                status, body = response.status, await response.read()
                self.their_time = told_time(response.headers.get("Date", ""))
        finally:
            await session.close()
        return result_in(status, body, method)

    def _there(self, told: object) -> Finding:
        from bot.channels.zalo.called import called  # noqa: PLC0415 - the same

        name = called(told) or "The bot"
        return Finding("right", f"{name} is there: https://zalo.me/{self._id}")

    def _refused(self) -> Finding:
        return Finding(
            "wrong",
            f"Zalo does not know the token at place {self._place} of KHEO_ZALO_TOKENS (bot "
            f"{self._id}); copy it again from Zalo Bot Manager. The other bots work meanwhile.",
        )

    def _unreachable(self, why: str) -> Finding:
        return Finding(
            "wrong",
            f"{self._settings.zalo_api} gave no answer ({why}); see whether this machine reaches "
            "it. The web chat works meanwhile.",
        )
