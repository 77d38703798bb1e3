"""How python-telegram-bot makes its requests: over the session of ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from telegram import Bot
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.channels import ChannelError
from bot.channels.telegram.api import Api
from bot.channels.telegram.errors import result_in

_STAND_IN = "0:the-token-is-known-to-the-session-alone"  # the library logs what it is given


class _Failed(TelegramError):  # noqa: N818 - carries an error, is none
    """Carries our error through the library, which lets its own kind pass."""

    def __init__(self, error: ChannelError) -> None:
        super().__init__(error.detail)
        self.error = error


class _SessionRequest(BaseRequest):
    """Requests of the library over `Api`."""

    __slots__ = ("_api",)

    def __init__(self, api: Api) -> None:
        self._api = api

    @property
    def read_timeout(self) -> float | None:
        """None: the session has its own."""
        return None

    async def initialize(self) -> None:
        """Do nothing: the session is open."""

    async def shutdown(self) -> None:
        """Do nothing: the session is closed by who opened it."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        """Return status and body of a call that went well."""
        del method  # the library only calls methods of the API here, never fetches files
        params = request_data.parameters if request_data else {}
        try:
            status, body = await self._api.post(url.rpartition("/")[2], params)
            result_in(status, body)
        except ChannelError as error:
            raise _Failed(error) from None
        return status, body


def client_over(api: Api, url: str) -> Bot:
    """Return the library's client of the Bot API server at `url`; it never learns the token."""
    request = _SessionRequest(api)
    return Bot(
        _STAND_IN,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=request,
        get_updates_request=request,
    )


@contextmanager
def our_errors() -> Iterator[None]:
    """Let calls of the library inside fail with ChannelError."""
    try:
        yield
    except _Failed as failed:
        raise failed.error from None
