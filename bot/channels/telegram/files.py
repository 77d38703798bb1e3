"""Files people sent, fetched from Telegram."""

from telegram import Bot

from bot.channels import ChannelError
from bot.channels.telegram.api import MOST_DOWNLOADED, Api
from bot.channels.telegram.requests import our_errors

_BUSY = "temporarily unavailable"


async def fetch(remote: str, api: Api, client: Bot) -> bytes:
    """Return the file of an id, at most 20 MB. Raises ChannelError, "retry" or "permanent"."""
    return await api.download(await _path(remote, client))


async def _path(remote: str, client: Bot) -> str:
    try:
        with our_errors():
            file = await client.get_file(remote)
    except ChannelError as error:
        passes = error.kind == "ambiguous" or _BUSY in error.detail
        raise ChannelError("retry", error.detail) if passes else error from None
    if (file.file_size or 0) > MOST_DOWNLOADED or not file.file_path:
        raise ChannelError("permanent", "a file of more than 20 MB")
    return file.file_path.removeprefix(f"{client.base_file_url}/")
