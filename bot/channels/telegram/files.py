"""Files people sent, fetched from Telegram."""

from __future__ import annotations

from bot.channels import ChannelError
from bot.channels.telegram import Telegram
from bot.channels.telegram.api import MOST_DOWNLOADED
from bot.channels.telegram.requests import our_errors

_BUSY = "temporarily unavailable"


async def download(telegram: Telegram, remote: str) -> bytes:
    """Return the file of a PictureSent's `remote`, at most 20 MB.

    Raises ChannelError: "retry" or "permanent"; asking again harms nobody.
    """
    path = await _path(telegram, remote)
    return await telegram.api.download(path)


async def _path(telegram: Telegram, remote: str) -> str:
    try:
        with our_errors():
            file = await telegram.client.get_file(remote)
    except ChannelError as error:
        passes = error.kind == "ambiguous" or _BUSY in error.detail
        raise ChannelError("retry", error.detail) if passes else error from None
    if (file.file_size or 0) > MOST_DOWNLOADED or not file.file_path:
        raise ChannelError("permanent", "a file of more than 20 MB")
    return file.file_path.removeprefix(f"{telegram.client.base_file_url}/")
