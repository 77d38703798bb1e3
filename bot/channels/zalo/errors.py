"""What an answer of Zalo says: its result, or why there is none."""

import re
from collections.abc import Awaitable, Mapping
from http import HTTPStatus
from typing import Any, Literal, TypeVar

from bot import channels
from bot.channels import ChannelError
from bot.channels.decoded import decoded

SENDS = {"sendMessage", "sendPhoto", "sendSticker", "sendVoice"}
_SOON = 600.0  # somebody may put the token right
# Refusals that are answers: nothing came, no webhook is set.
_ANSWERS: Mapping[tuple[str, int], Mapping[str, str]] = {
    ("getUpdates", 408): {},
    ("getWebhookInfo", 404): {"url": ""},
    ("deleteWebhook", 400): {"url": ""},
    ("deleteWebhook", 404): {"url": ""},
}
_FAILING = {0, 403}  # 403 is what Zalo calls an error of its own
# Pages of what stands before Zalo's server, and passed nothing on.
_TURNED_AWAY = {403, 404, 429, 503}
T = TypeVar("T")
_TOKEN = re.compile(r"\d{5,}(?::|%3A)[^\s/\"']+", re.IGNORECASE)


class TokenRefused(channels.TokenRefused):
    """Zalo does not know the bot's token: nothing can be done before it is put right."""

    def __init__(self) -> None:
        super().__init__(
            "elsewhere",
            "Zalo refuses the bot's token. Copy the token that is valid now from Zalo Bot Creator "
            "into the settings and start again; nothing that waits is lost.",
            retry_after=_SOON,
        )


class WebhookSet(ChannelError):  # noqa: N818 - named like TokenRefused
    """Updates cannot be fetched: they are posted somewhere."""

    def __init__(self) -> None:
        super().__init__("retry", "a webhook is set, and takes what is said to the bot")


async def passing(call: Awaitable[T]) -> T:
    """Return what a call returns without which nobody is heard: whatever fails it may pass.

    Raises TokenRefused, for all else ChannelError "retry".
    """
    try:
        return await call
    except TokenRefused:
        raise
    except ChannelError as error:
        raise ChannelError("retry", error.detail) from None


def result_in(status: int, body: bytes, method: str) -> Any:
    """Return the result of a call from its answer. Raises ChannelError.

    The body counts: of refusals, too, the HTTP status is mostly 200. An answer that is not Zalo's
    (a proxy's page, a body cut short) may leave open whether the call was carried out.
    """
    try:
        answer = decoded(body)
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        raise _no_answer(status, method)
    if answer["ok"]:
        return answer.get("result")
    code = _code(answer, status)
    if (method, code) in _ANSWERS:
        return dict(_ANSWERS[method, code])
    raise _refusal(code, str(answer.get("description", "")), method)


def _no_answer(status: int, method: str) -> ChannelError:
    if status == HTTPStatus.UNAUTHORIZED or (status, method) == (HTTPStatus.NOT_FOUND, "getMe"):
        return TokenRefused()
    kind: Literal["retry", "ambiguous"] = "retry" if status in _TURNED_AWAY else "ambiguous"
    return ChannelError(kind, f"{status} without an answer of Zalo")


def _code(answer: Mapping[str, Any], status: int) -> int:
    told = answer.get("error_code", answer.get("errorCode"))
    try:
        return int(told)
    except (TypeError, ValueError, OverflowError):
        return status if status >= HTTPStatus.BAD_REQUEST else 0


def _refusal(code: int, description: str, method: str) -> ChannelError:
    if code == HTTPStatus.UNAUTHORIZED:
        return TokenRefused()
    if code == HTTPStatus.BAD_REQUEST and method == "getUpdates" and "webhook" in description:
        return WebhookSet()
    told = f"{code} {_TOKEN.sub('…', description)[:200]}"
    if code == HTTPStatus.TOO_MANY_REQUESTS and method in SENDS:
        return ChannelError("elsewhere", told, spent=True)
    return ChannelError(_kind(code), told)


def _kind(code: int) -> Literal["retry", "permanent", "ambiguous"]:
    if code == HTTPStatus.REQUEST_TIMEOUT:
        return "ambiguous"
    passing = code >= HTTPStatus.INTERNAL_SERVER_ERROR or code == HTTPStatus.TOO_MANY_REQUESTS
    return "retry" if passing or code in _FAILING else "permanent"
