"""Codes people give: of a unit, or their own way back. Tries are few, and no failure says which it was."""

from __future__ import annotations

from bot.carry_out.order import Order
from rules import commands, results
from rules.person import Membership
from storage import codes, events, memberships, merging, people
from storage.codes import NewCode
from storage.database import Transaction

HOUR, DAY = 3_600_000, 86_400_000
TRIES_EACH, TRIES_IN_ALL = (
    5,
    100,
)  # in an hour; with 1,000 codes of 6 letters a week of guessing finds 1 in 50,000
RETURN_CODE_DAYS = 400  # from one year's round to the next


async def use_code(tx: Transaction, order: Order) -> results.Result:
    """Join the unit or come back to one's own drafts."""
    command = order.command
    assert isinstance(command, commands.UseCode)  # noqa: S101 - sorted by carry_out
    since = order.now() - HOUR
    mine = await codes.tries(tx, order.address, since=since)
    if mine >= TRIES_EACH or await codes.tries_in_all(tx, since=since) >= TRIES_IN_ALL:
        return results.CodeRefused(await order.human(tx), wait=True)
    joined, linked = await follow(tx, order, command.code)
    if joined or linked:
        return results.CodeUsed(joined, linked)
    await codes.note_try(tx, order.address, at=order.now())
    return results.CodeRefused(await order.human(tx))


async def follow(tx: Transaction, order: Order, code: str) -> tuple[Membership | None, bool]:
    """Follow a code: (the unit joined or None, whether this is now another, the same, person)."""
    key = codes.hash_code(order.shell.pepper, code.replace("-", "").upper())
    found = await codes.meaning(tx, key, now=order.now(), today=order.today().isoformat())
    if not found.meaning.kind or not await codes.use(tx, key, now=order.now()):
        return None, False
    if found.meaning.kind == "return":
        await _become(tx, order, found.person)
        return None, True
    return await _join(tx, order, found), False


async def _join(tx: Transaction, order: Order, found: codes.Found) -> Membership | None:
    """Join the unit; whoever comes first by the code of an invited contact is that contact."""
    place = found.meaning.membership
    if place is None:
        return None
    free = found.person and not order.person.name
    if free and not await people.has_address(tx, found.person):
        await _become(tx, order, found.person)
        return place
    if not order.person.membership(place.unit.id):
        joining = memberships.Joining(
            order.shell.ids.next(),
            order.person.id,
            place.unit.id,
            order.today().isoformat(),
            place.position if not found.person else "",
            place.role if not found.person else "member",
            confirmed=True,
        )
        await memberships.join(tx, [joining])
    await events.add(tx, [order.event("join", place.unit.id)])
    return place


async def _become(tx: Transaction, order: Order, person: str) -> None:
    """Make whoever writes from this address the person the code belongs to."""
    if person == order.person.id:
        return
    await merging.merge(tx, kept=person, gone=order.person.id)
    await events.add(tx, [order.event("link", person)])


async def make_return_code(tx: Transaction, order: Order) -> results.Result:
    """Make a one-time code to go on elsewhere."""
    page = order.shell.doors[order.chat.channel].page
    return results.ReturnCode(await fresh_return_code(tx, order), page)


async def fresh_return_code(tx: Transaction, order: Order) -> str:
    """Return a new way back for the person, as people read it: 4P9-T7X. Earlier ones end."""
    code = order.shell.make_code()
    new = NewCode(
        hash=codes.hash_code(order.shell.pepper, code),
        kind="return",
        uses_left=1,
        expires_at=order.now() + RETURN_CODE_DAYS * DAY,
        created_at=order.now(),
        person=order.person.id,
    )
    await codes.end_returns(tx, order.person.id)
    await codes.add(tx, [new])
    return f"{code[:3]}-{code[3:]}"
