"""Sentences of a transcript's header about the organisation, and how each comes to be so."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from storage import entries, units
from storage.chats import Chat
from storage.units import NewUnit
from tests.bot.scene import reach
from tests.hamlet import LONG_AGO
from tests.registered import registered_in

if TYPE_CHECKING:
    from tests.conversations.stage import Stage

PROVINCES = {"Tỉnh Lào Cai": "lao-cai", "Tỉnh Yên Bái": "yen-bai"}


async def _of_the_office(stage: "Stage", who: str) -> None:
    """Let somebody be Hạnh, the staff member of the office."""
    talk = stage.talk(who)
    bot = "" if talk.channel == "web" else "kheo_bot"
    await reach(stage.world, "hanh", Chat(talk.channel, bot, talk.chat))


async def _two_provinces(stage: "Stage") -> None:
    async with stage.world.db.writing() as tx:
        rows = [NewUnit(key, name, LONG_AGO, 1, parent="khoi") for name, key in PROVINCES.items()]
        await units.add_units(
            tx, [*rows, NewUnit("van-yen", "Huyện Văn Yên", LONG_AGO, 1, parent="yen-bai")]
        )


async def _many(stage: "Stage", unit: str, count: str, year: str) -> None:
    made = registered_in(
        "van-yen" if unit in PROVINCES else unit, int(year), count=int(count.replace(".", ""))
    )
    async with stage.world.db.writing() as tx:
        await entries.add(tx, made)


ORGANISING: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"(\S+) là cán bộ của Ban": _of_the_office,
    r"có tỉnh Lào Cai và tỉnh Yên Bái": _two_provinces,
    r"(.+?) có ([0-9.]+) mô hình năm (\d{4})": _many,
}
