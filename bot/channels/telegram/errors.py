"""What an answer of the Bot API says: its result, or why there is none."""

from __future__ import annotations

import json
from typing import Any, Literal

import orjson

from bot.channels import ChannelError

_UNWANTED = (
    "bot was blocked by the user",
    "user is deactivated",
    "bot can't initiate conversation",
)
_NOT_MODIFIED = "message is not modified"


class TokenRefused(ChannelError):
    """Telegram does not know the bot's token: nothing can be done before it is put right."""

    def __init__(self) -> None:
        super().__init__(
            "retry",
            "Telegram refuses the bot's token. Ask @BotFather for the token that is valid now, "
            "put it into the settings and start again; nothing that waits is lost.",
        )


class Contested(ChannelError):
    """Somebody else takes this bot's updates: a second process, or a webhook."""


def decoded(body: bytes) -> Any:
    """Return the JSON in a body, halves of characters included. Raises ValueError."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass  # one bad character would stop all updates: the lenient decoder has a try
    try:
        return json.loads(body.decode(errors="replace"))
    except RecursionError:
        raise ValueError("nested too deeply") from None


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
    if status == 401 or (status == 404 and description == "Not Found"):  # noqa: PLR2004 - as documented
        return TokenRefused()
    detail = f"{status} {description[:200]}"
    if status == 409:  # noqa: PLR2004 - as documented
        return Contested("retry", detail)
    told = answer.get("parameters", {})
    return ChannelError(
        _kind(status, description),
        detail,
        retry_after=float(told.get("retry_after", 0)),
        moved_to=str(told.get("migrate_to_chat_id", "")),
    )


def _kind(status: int, description: str) -> Literal["retry", "permanent", "blocked"]:
    if status == 429 or status >= 500:  # noqa: PLR2004 - as documented
        return "retry"
    if status == 403 and any(reason in description for reason in _UNWANTED):  # noqa: PLR2004 - as documented
        return "blocked"
    return "permanent"
