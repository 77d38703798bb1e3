"""Whether Telegram knows the bot, and what it means that its servers are abroad."""

from collections.abc import AsyncIterator

from bot.clock import Clock
from bot.doctor.finding import Finding
from bot.doctor.time_compared import compared, told_time
from bot.settings import Settings

_PATIENCE_S = 5
_REFUSED = {401, 404}


async def examine(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Yield what the Bot API server says of the token, its clock, and where messages go."""
    if not settings.telegram_token:
        if not settings.zalo_tokens:
            told = "There is no token: the web chat alone is served, nothing is wrong."
            yield Finding("right", told)
            yield Finding("right", "Nothing people say leaves this server.")
        return
    async for finding in _asked(settings, clock):
        yield finding
    yield Finding(
        "know",
        "What people say on Telegram goes through servers abroad, and the consent they are asked "
        "for says so; what they say in the web chat stays on this server. If data must not leave "
        "the country, leave KHEO_TELEGRAM_TOKEN out.",
    )


async def _asked(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    import aiohttp  # noqa: PLC0415 - without a token nobody needs it

    url = f"{settings.telegram_api}/bot{settings.telegram_token.reveal()}/getMe"
    limit = aiohttp.ClientTimeout(total=_PATIENCE_S)
    try:
        async with aiohttp.ClientSession(timeout=limit) as session, session.get(url) as response:
            status, date = response.status, response.headers.get("Date", "")
            answer = await response.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        # What the error says may hold the address, and that the token.
        yield _unreachable(settings, type(error).__name__)
        return
    yield _token(settings, status, answer)
    if theirs := told_time(date):
        yield compared(theirs, clock.now_ms(), whose="the Bot API server's")


def _token(settings: Settings, status: int, answer: object) -> Finding:
    match answer:
        case {"ok": True, "result": {"username": str(name)}}:
            return Finding("right", f"The token is that of @{name}.")
    if status in _REFUSED:
        told = f"{settings.telegram_api} does not know the token; copy it again from @BotFather."
        return Finding("wrong", told)
    return _unreachable(settings, f"status {status}")


def _unreachable(settings: Settings, why: str) -> Finding:
    return Finding(
        "wrong",
        f"{settings.telegram_api} gave no answer ({why}); see whether this machine reaches it, "
        "or let KHEO_TELEGRAM_API name a Bot API server that it reaches. "
        "The web chat works meanwhile.",
    )
