"""What an answer of the Bot API says: its result, or why there is none."""

from http import HTTPStatus
from typing import Any, Literal

from bot import channels
from bot.channels import ChannelError
from bot.channels.decoded import decoded

_UNWANTED = (
    "bot was blocked by the user",
    "user is deactivated",
    "bot can't initiate conversation",
)
_NO_SUCH_BOT = (404, "Not Found")
_PASSING = {
    HTTPStatus.CONFLICT,  # another process, or a webhook, takes the updates
    HTTPStatus.TOO_MANY_REQUESTS,
}
_NOT_MODIFIED = "message is not modified"


class TokenRefused(channels.TokenRefused):
    """Telegram does not know the bot's token: nothing can be done before it is put right."""

    def __init__(self) -> None:
        super().__init__(
            "retry",
            "Telegram refuses the bot's token. Ask @BotFather for the token that is valid now, "
            "put it into the settings and start again; nothing that waits is lost.",
        )


def result_in(status: int, body: bytes) -> Any:
    """Return the result of a call from its answer. Raises ChannelError.

    An edit that changes nothing has gone well. An answer that is not Telegram's (a proxy's page, a
    body cut short) leaves open whether the call was carried out.
    """
    try:
        answer = decoded(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or "ok" not in answer:
        raise ChannelError("ambiguous", f"{status} without an answer of the Bot API")
    if answer["ok"]:
        return answer.get("result")
    if _NOT_MODIFIED in answer.get("description", ""):
        return True
    raise _refusal(status, answer)


def _refusal(status: int, answer: dict[str, Any]) -> ChannelError:
    description = answer.get("description", "")
    if status == HTTPStatus.UNAUTHORIZED or (status, description) == _NO_SUCH_BOT:
        return TokenRefused()
    told = answer.get("parameters", {})
    return ChannelError(
        _kind(status, description),
        f"{status} {description[:200]}",
        retry_after=float(told.get("retry_after", 0)),
        moved_to=str(told.get("migrate_to_chat_id", "")),
    )


def _kind(status: int, description: str) -> Literal["retry", "permanent", "blocked"]:
    if status in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return "retry"
    if status == HTTPStatus.FORBIDDEN and any(reason in description for reason in _UNWANTED):
        return "blocked"
    return "permanent"
