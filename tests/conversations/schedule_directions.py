"""Sentences of a transcript about a committee with 13 cells."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from storage.chats import Chat
from tests.bot.scene import reach
from tests.scheduled import meet_always, move, open_committee, register

if TYPE_CHECKING:
    from tests.conversations.stage import Stage

_PEOPLE = {"Tám": "tam", "Chín": "chin"}


async def _committee(stage: "Stage") -> None:
    async with stage.world.db.writing() as tx:
        await open_committee(tx)


async def _of_the_committee(stage: "Stage", who: str) -> None:
    talk = stage.talk(who)
    bot = "" if talk.channel == "web" else "kheo_bot"
    await reach(stage.world, _PEOPLE[who], Chat(talk.channel, bot, talk.chat))


async def _registered(stage: "Stage", first: str, last: str, always: str) -> None:
    async with stage.world.db.writing() as tx:
        await register(tx, *range(int(first), int(last) + 1))
        await meet_always(tx, int(always))


async def _moved(stage: "Stage", _who: str, number: str, day: str) -> list[Any]:
    async with stage.world.db.writing() as tx:
        await move(tx, int(number), day=int(day))
    return []


SCHEDULES: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"có Đảng ủy bộ phận 13 chi bộ": _committee,
    r"(\S+) trong Đảng ủy bộ phận": _of_the_committee,
    r"chi bộ (\d+) đến (\d+) đã đăng ký lịch, chi bộ (\d+) họp ngày 3 hằng tháng": _registered,
}
CHANGES: Mapping[str, Callable[..., Awaitable[list[Any]]]] = {
    r"chi bộ (\d+) chuyển sang ngày (\d+)": _moved,
}
