"""The newest event: as long as it is the same, nothing of the register has changed."""

import contextlib

from bot.desk.tools import Tools
from storage import events
from storage.database import Unavailable


async def newest(tools: Tools) -> str:
    """Return its id, "" while the database is away."""
    with contextlib.suppress(Unavailable):
        async with tools.db.reading() as tx:
            return await events.newest(tx)
    return ""
