"""Papers as the tests of them need them: photos that came in, a form sent, one typed in."""

from typing import Any

from rules.commands import LeaveAsIs
from rules.office_requests import GapsOf
from rules.paper_commands import ReceivePaper, SendForm, TypeInEntry
from storage.attachments import Wanted, want
from storage.chats import Chat
from tests.bot.ordering import LUA, order, registration
from tests.hamlet import Hamlet

UNIT, PROGRAMME, YEAR = "nong-dan", "can-tho-khoi", 2027
TODAY = "2027-03-16"
BY_HAND = GapsOf("khoi", PROGRAMME, YEAR)


def receive(day: str = TODAY, **more: str) -> ReceivePaper:
    """Return that a signed paper of Lúa's unit came in on a day."""
    return ReceivePaper(UNIT, PROGRAMME, YEAR, day, **more)


def typed_in(dialog: str = "d9", **more: Any) -> TypeInEntry:
    """Return what is typed in from a paper of Lúa's unit."""
    boxes = registration(dialog).boxes
    given: dict[str, Any] = {"boxes": boxes, "kind": "new-collective", "received": TODAY}
    given |= {"unit": UNIT, "programme": PROGRAMME, "round": YEAR, **more}
    return TypeInEntry(dialog=dialog, **given)


async def photographed(world: Hamlet, *keys: str, chat: Chat = LUA, person: str = "lua") -> None:
    """Let somebody have sent photos, which are at their channel still."""
    async with world.db.writing() as tx:
        now = world.clock.ms
        await want(tx, [Wanted(key, person, *chat[:2], f"r-{key}", now) for key in keys])


def form(*photos: str) -> SendForm:
    """Return photos of a form of Lúa's unit, sent."""
    return SendForm(UNIT, PROGRAMME, YEAR, photos)


async def asks(world: Hamlet, chat: Chat, request: Any) -> Any:
    """Return the answer to what whoever is at a chat asks."""
    async with world.db.writing() as tx:
        return await (await order(tx, world, chat, LeaveAsIs(""))).fact(tx, request)
