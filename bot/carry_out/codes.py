"""Codes people give: of a unit, or their own way back. Tries are few, no failure says why."""

import structlog

from bot.carry_out.order import Order
from bot.shell import Shell
from rules import commands, results
from rules.codes import plain_code
from rules.fold import fold
from rules.person import Membership, Person
from rules.requests import Meaning
from storage import codes, events, memberships, merging, people
from storage.database import Transaction

HOUR = 3_600_000
TRIES_EACH, TRIES_IN_ALL = 5, 100  # wrong ones in an hour; how few that is: rules/codes' tests
log = structlog.get_logger()


async def meaning_of(
    tx: Transaction, code: str, address: str, shell: Shell, *, new: bool
) -> Meaning:
    """Return what a code means, nothing to who has guessed too often.

    A wrong one is a guess if it is `new`: not given with an earlier message already.
    """
    now = shell.clock.now_ms()
    if await _guessed_too_often(tx, address, now=now):
        return Meaning(wait=True)
    today = shell.clock.local(now).date().isoformat()
    found = await codes.meaning(tx, key_of(code, shell), now=now, today=today)
    if new and not found.meaning.kind:
        await _note_try(tx, address, now=now)
    return found.meaning


async def use_code(tx: Transaction, order: Order) -> results.Result:
    """Join the unit or come back to one's own drafts."""
    command = order.command
    assert isinstance(command, commands.UseCode)  # noqa: S101 - sorted by carry_out
    if await _guessed_too_often(tx, order.address, now=order.now()):
        return results.CodeRefused(await order.human(tx), wait=True)
    used = await _follow(tx, order, key_of(command.code, order.shell))
    if used is None:
        await _note_try(tx, order.address, now=order.now())
    return used or results.CodeRefused(await order.human(tx))


async def _guessed_too_often(tx: Transaction, address: str, *, now: int) -> bool:
    since = now - HOUR
    if await codes.tries(tx, address, since=since) >= TRIES_EACH:
        return True
    return await codes.tries_in_all(tx, since=since) >= TRIES_IN_ALL


async def _note_try(tx: Transaction, address: str, *, now: int) -> None:
    await codes.note_try(tx, address, at=now)
    if await codes.tries_in_all(tx, since=now - HOUR) == TRIES_IN_ALL:
        log.warning("somebody guesses codes: no code is taken for an hour", tries=TRIES_IN_ALL)


def key_of(code: str, shell: Shell) -> str:
    """Return what is kept of a code, however it was typed."""
    return codes.hash_code(shell.pepper, plain_code(code))


async def _follow(tx: Transaction, order: Order, key: str) -> results.CodeUsed | None:
    """Follow a code where it leads; None for one that is wrong, used, expired or taken back."""
    found = await codes.meaning(tx, key, now=order.now(), today=order.today().isoformat())
    if found.meaning.membership:
        return await _join(tx, order, found, key)
    if found.meaning.kind == "return" and await codes.use(tx, key, now=order.now()):
        await _become(tx, order, found.person)
        return results.CodeUsed(linked=True)
    return await _again(tx, order, key)


async def _join(
    tx: Transaction, order: Order, found: codes.Found, key: str
) -> results.CodeUsed | None:
    """Join the unit; whoever comes first by the code of an invited contact is that contact.

    Who belongs to the unit already uses nothing up.
    """
    place = found.meaning.membership
    assert place is not None  # noqa: S101 - asked before
    hat = order.person.membership(place.unit.id)
    if hat and hat.confirmed and not await _is_contact(tx, order, found):
        return results.CodeUsed(hat, again=True)
    if not await codes.use(tx, key, now=order.now()):
        return None
    if await _is_contact(tx, order, found):  # only now: of two at once one had to wait for the code
        await _become(tx, order, found.person)
        return results.CodeUsed(place)
    await memberships.join(tx, [_joining(order, found, place)])
    await events.add(tx, [order.event("join", place.unit.id)])
    return results.CodeUsed(place)


async def _again(tx: Transaction, order: Order, key: str) -> results.CodeUsed | None:
    """Return where somebody is already who gives the code they came by once more, else None."""
    kind, unit = await codes.was_for(tx, key, person=order.person.id)
    if kind == "return":
        return results.CodeUsed(linked=True, again=True)
    hat = order.person.membership(unit)
    return results.CodeUsed(hat, again=True) if hat and hat.confirmed else None


async def _is_contact(tx: Transaction, order: Order, found: codes.Found) -> bool:
    """Return whether whoever gives the code is the contact it was made for, as it seems.

    Invented people may be played in several browsers.
    """
    if not found.person or not _may_be(order.person, found.meaning.name):
        return False
    return found.demo or not await people.has_address(tx, found.person)


def _may_be(person: Person, name: str) -> bool:
    """Return whether somebody with no confirmed place anywhere is the one of this name."""
    if not person.name:
        return True
    placed = any(hat.confirmed for hat in person.memberships)
    return not placed and fold(person.name) == fold(name)


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
