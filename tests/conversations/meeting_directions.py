"""What stands in brackets in a transcript about meetings: who is there, and time going by."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.remind.sources.duties import Duties
from conversations.say import Say
from storage.chats import Chat
from tests.bot.remind.planning import planner
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
        bot = "" if talk.channel == "web" else talk.bot
        await reach(stage.world, person, Chat(talk.channel, bot, talk.chat))


async def _plan(stage: "Stage", _who: str, *moment: str) -> list[Say]:
    if moment:
        local = dt.datetime.strptime(moment[0], "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
        stage.world.clock.ms = int(local.timestamp() * 1000)
    await plan(stage.world)
    return []


async def _duties(stage: "Stage", _who: str, moment: str) -> list[Say]:
    local = dt.datetime.strptime(moment, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
    stage.world.clock.ms = int(local.timestamp() * 1000)
    await planner(stage.world, Duties()).plan(stage.world.clock.ms)
    return []


MEMBERS: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"Lan, Bình, Chư là đảng viên Suối Đá": _members
}
PLANNING: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"trợ lý tự nhắc": _plan,
    r"trợ lý tự nhắc lúc (.+)": _plan,
    r"trợ lý nhắc việc của bí thư lúc (.+)": _duties,
}
