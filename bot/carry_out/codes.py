"""Codes people give: of a unit, or their own way back. Tries are few, no failure says why."""

from bot.carry_out.order import Order
from bot.shell import Shell
from rules import commands, results
from rules.person import Membership
from rules.requests import Meaning
from storage import codes, events, memberships, merging, people
from storage.codes import NewCode
from storage.database import Transaction

HOUR, DAY = 3_600_000, 86_400_000
# In an hour. With 1,000 codes of 6 letters a week of guessing finds 1 in 50,000.
TRIES_EACH, TRIES_IN_ALL = 5, 100
RECEIPT_DAYS = 400  # a way back that stands on a receipt: from one year's round to the next
LINK_DAYS = 1  # one that is typed elsewhere at once, as people are told


async def meaning_of(
    tx: Transaction, code: str, address: str, shell: Shell, *, new: bool
) -> Meaning:
    """Return what a code means, nothing to who has guessed too often.

    A wrong one is a guess if it is `new`: not given with an earlier message already.
    """
    now = shell.clock.now_ms()
    if await _guessed_too_often(tx, address, now=now):
        return Meaning()
    today = shell.clock.local(now).date().isoformat()
    found = await codes.meaning(tx, _key(code, shell), now=now, today=today)
    if new and not found.meaning.kind:
        await codes.note_try(tx, address, at=now)
    return found.meaning


async def use_code(tx: Transaction, order: Order) -> results.Result:
    """Join the unit or come back to one's own drafts."""
    command = order.command
    assert isinstance(command, commands.UseCode)  # noqa: S101 - sorted by carry_out
    if await _guessed_too_often(tx, order.address, now=order.now()):
        return results.CodeRefused(await order.human(tx), wait=True)
    joined, linked = await _follow(tx, order, command.code)
    if joined or linked:
        return results.CodeUsed(joined, linked)
    await codes.note_try(tx, order.address, at=order.now())
    return results.CodeRefused(await order.human(tx))


async def _guessed_too_often(tx: Transaction, address: str, *, now: int) -> bool:
    since = now - HOUR
    if await codes.tries(tx, address, since=since) >= TRIES_EACH:
        return True
    return await codes.tries_in_all(tx, since=since) >= TRIES_IN_ALL


def _key(code: str, shell: Shell) -> str:
    return codes.hash_code(shell.pepper, code.replace("-", "").upper())


async def _follow(tx: Transaction, order: Order, code: str) -> tuple[Membership | None, bool]:
    """Follow a code: (the unit joined or None, whether this is now another, the same, person)."""
    key = _key(code, order.shell)
    found = await codes.meaning(tx, key, now=order.now(), today=order.today().isoformat())
    if found.meaning.kind == "return":
        good = await codes.use(tx, key, now=order.now())
        if good:
            await _become(tx, order, found.person)
        return None, good
    return (await _join(tx, order, found, key) if found.meaning.membership else None), False


async def _join(tx: Transaction, order: Order, found: codes.Found, key: str) -> Membership | None:
    """Join the unit; whoever comes first by the code of an invited contact is that contact.

    Who belongs to the unit already uses nothing up.
    """
    place = found.meaning.membership
    assert place is not None  # noqa: S101 - asked before
    hat = order.person.membership(place.unit.id)
    if hat and hat.confirmed and not await _is_contact(tx, order, found):
        return hat
    if not await codes.use(tx, key, now=order.now()):
        return None
    if await _is_contact(tx, order, found):  # only now: of two at once one had to wait for the code
        await _become(tx, order, found.person)
        return place
    await memberships.join(tx, [_joining(order, found, place)])
    await events.add(tx, [order.event("join", place.unit.id)])
    return place


async def _is_contact(tx: Transaction, order: Order, found: codes.Found) -> bool:
    """Return whether whoever gives the code is the contact it was made for, as it seems."""
    if not found.person or order.person.name:
        return False
    return not await people.has_address(tx, found.person)


def _joining(order: Order, found: codes.Found, place: Membership) -> memberships.Joining:
    """Return the place in the unit; a contact's own position and role are nobody else's."""
    return memberships.Joining(
        order.shell.ids.next(),
        order.person.id,
        place.unit.id,
        order.today().isoformat(),
        "" if found.person else place.position,
        "member" if found.person else place.role,
        confirmed=True,
    )


async def _become(tx: Transaction, order: Order, person: str) -> None:
    """Make whoever writes from this address the person the code belongs to."""
    if person == order.person.id:
        return
    await merging.merge(tx, kept=person, gone=order.person.id)
    await events.add(tx, [order.event("link", person)])


async def make_return_code(tx: Transaction, order: Order) -> results.Result:
    """Make a one-time code to go on elsewhere; the one on the receipt stays good."""
    page = order.shell.doors[order.chat.channel].page
    return results.ReturnCode(await _way_back(tx, order, days=LINK_DAYS), page)


async def receipt_code(tx: Transaction, order: Order) -> str:
    """Return a new way back for the person, as people read it: 4P9-T7X. Earlier ones end."""
    await codes.end_returns(tx, order.person.id)
    return await _way_back(tx, order, days=RECEIPT_DAYS)


async def _way_back(tx: Transaction, order: Order, *, days: int) -> str:
    code = order.shell.make_code()
    new = NewCode(
        hash=_key(code, order.shell),
        kind="return",
        uses_left=1,
        expires_at=order.now() + days * DAY,
        created_at=order.now(),
        person=order.person.id,
    )
    await codes.add(tx, [new])
    return f"{code[:3]}-{code[3:]}"
