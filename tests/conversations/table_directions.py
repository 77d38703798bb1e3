"""Tables that are sent in a transcript, and files that come; the worker runs after each line."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.files.parts import filing
from bot.files.telling import Teller
from conversations.say import Say
from tests.hamlet import Hamlet

if TYPE_CHECKING:
    from tests.conversations.stage import Stage


async def _table(stage: "Stage", who: str, name: str, *lines: str) -> list[Say]:
    """Send a table; its rows stand behind the direction, one a line."""
    return await stage.talk(who).sends_table(name, "\n".join(lines).encode())


TABLES: dict[str, Callable[..., Awaitable[list[Say]]]] = {r"gửi bảng (\S+)": _table}


async def work_off(world: Hamlet) -> None:
    """Make and read all files that are wanted, as the bot does after a commit."""
    deliver = Deliverer(world.db, {}, world.clock, lease=world.shell.lease)
    teller = Teller(world.shell, deliver, Bell())
    worker = filing(world.db, world.shell, teller, channels={}).worker
    worker._swept_at = world.clock.ms
    while await worker._work_off() == 0.0:
        pass
