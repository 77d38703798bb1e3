"""Sentences of a transcript's header about how an office's units stand, and how it comes so."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from storage import memberships
from storage.memberships import Joining
from tests.four_o_clock import stand_as_at_four
from tests.hamlet import LONG_AGO

if TYPE_CHECKING:
    from tests.conversations.stage import Stage


async def _at_four(stage: "Stage") -> None:
    yesterday = stage.world.clock.local(stage.world.clock.ms - 86_400_000).date()
    async with stage.world.db.writing() as tx:
        await stand_as_at_four(tx, today=yesterday.isoformat())


async def _also_of_the_office(stage: "Stage") -> None:
    """Let Páo, who is a unit's contact, be of the office too."""
    async with stage.world.db.writing() as tx:
        role = Joining("m-both", "pao", "khoi", LONG_AGO, "Ủy viên Ban", "office", confirmed=True)
        await memberships.join(tx, [role])


SUMMARY: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"Ban có 84 đơn vị": _at_four,
    r"Páo cũng là người của Ban": _also_of_the_office,
}
