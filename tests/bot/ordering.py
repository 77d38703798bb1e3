"""Giving commands as people do, without the talk that leads to them."""

from collections.abc import Sequence
from typing import Any

from bot.acquaint import acquaint
from bot.as_of_now import as_of_now
from bot.carry_out import carry_out
from bot.carry_out.order import Order, Told
from rules.commands import Command, RegisterEntry
from rules.results import Registered
from storage import memberships, people
from storage.chats import Chat
from storage.database import Database, Row, Transaction
from storage.memberships import Joining
from tests.bot.scene import agree, reach, said, web
from tests.hamlet import LONG_AGO, Hamlet

PAO, LUA, HANH, BINH = web("w-pao"), web("w-lua"), web("w-hanh"), web("w-binh")
MINH = web("w-minh")


async def everybody_is_here(world: Hamlet) -> None:
    """Let Páo, Lúa and Hạnh have chats, and Bình, a member of Lúa's unit, too."""
    for person, chat in (("pao", PAO), ("lua", LUA), ("hanh", HANH)):
        await reach(world, person, chat)
    await agree(world, BINH)
    async with world.db.writing() as tx:
        await people.name_person(tx, BINH.chat, name="Nguyễn Văn Bình")
        member = Joining("m-binh", BINH.chat, "nong-dan", LONG_AGO, confirmed=True)
        await memberships.join(tx, [member])


async def minh_works_here(world: Hamlet) -> None:
    """Let Minh have a chat, who works at the office as Hạnh does."""
    await agree(world, MINH)
    async with world.db.writing() as tx:
        await people.name_person(tx, MINH.chat, name="Vũ Đức Minh")
        office = Joining("m-minh", MINH.chat, "khoi", LONG_AGO, "Chuyên viên", "office", True)
        await memberships.join(tx, [office])


async def order(
    tx: Transaction, world: Hamlet, chat: Chat, command: Command, *, at: int = 0
) -> Order:
    """Return a command of whoever is at a chat, said at that time or now."""
    moment = at or world.clock.ms
    shell = await as_of_now(tx, world.shell)
    (turn,), _ = await acquaint(tx, [said("…", chat)], shell)
    person = turn.situation.person
    return Order(command, person, turn.address, chat, moment, shell)


async def give(world: Hamlet, chat: Chat, command: Command, *, at: int = 0) -> Any:
    """Have a command carried out; return what came of it."""
    return (await tell(world, chat, command, at=at))[0]


async def tell(
    world: Hamlet, chat: Chat, command: Command, *, at: int = 0
) -> tuple[Any, Sequence[Told]]:
    """Have a command carried out; return what came of it, and what others are told."""
    async with world.db.writing() as tx:
        (result,), told = await carry_out(tx, [await order(tx, world, chat, command, at=at)])
    return result, told


def registration(dialog: str = "d1", unit: str = "nong-dan", **more: Any) -> RegisterEntry:
    """Return the registration of a model."""
    boxes = {
        "name": f"Nuôi lươn không bùn {dialog}",
        "address": "ấp 3",
        "field": "economy",
        "content": "Mười hộ nuôi lươn.",
    }
    given: dict[str, Any] = {
        "programme": "can-tho-khoi",
        "round": 2027,
        "kind": "new-collective",
        "boxes": boxes,
    }
    return RegisterEntry(dialog=dialog, unit=unit, **(given | more))


async def registered(world: Hamlet, chat: Chat = BINH, **more: Any) -> Registered:
    """Have a model registered."""
    result: Registered = await give(world, chat, registration(**more))
    return result


async def found(db: Database, sql: str, **params: str) -> list[Row]:
    """Return the rows of a query."""
    async with db.reading() as tx:
        return await tx.rows(sql, params)
