"""What stands in brackets in a transcript about meetings: who is there, and time going by."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from conversations.say import Say
from storage.chats import Chat
from tests.bot.scene import reach
from tests.hamlet import ZONE
from tests.meeting import plan, settle_members

if TYPE_CHECKING:
    from tests.conversations.stage import Stage

_PEOPLE = {"Lan": "lan", "Bình": "binh"}


async def _members(stage: "Stage") -> None:
    """Lan and Bình are in the assistant, Chư is not."""
    async with stage.world.db.writing() as tx:
        await settle_members(tx)
    for name, person in _PEOPLE.items():
        talk = stage.talk(name)
        await reach(stage.world, person, Chat(talk.channel, "", talk.chat))


async def _plan(stage: "Stage", _who: str, *moment: str) -> list[Say]:
    if moment:
        local = dt.datetime.strptime(moment[0], "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
        stage.world.clock.ms = int(local.timestamp() * 1000)
    await plan(stage.world)
    return []


MEMBERS: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"Lan, Bình, Chư là đảng viên Suối Đá": _members
}
PLANNING: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"trợ lý tự nhắc": _plan,
    r"trợ lý tự nhắc lúc (.+)": _plan,
}
