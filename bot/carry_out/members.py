"""Places in units: confirmed, refused, given another role, ended. Who may is looked at before."""

from bot.carry_out import unplaced
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import Saying, tell
from conversations import member_notices as notices
from rules import member_commands, member_results, results
from rules.member import MOST_OFFICERS, Member
from rules.member_requests import MemberOf
from rules.member_results import Why
from rules.roles import holds, rank
from storage import admins, events, humans, membership_changes
from storage.database import Transaction
from storage.handover import Handover, hand_over

GONE = results.TooLate(None)


async def member_of(tx: Transaction, order: Order, membership: str) -> Member | None:
    """Return whose place that is, as whoever gave the order may see it."""
    found: Member | None = await order.fact(tx, MemberOf(membership))
    return found


async def confirm(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Let somebody who asked belong to the unit; what they sent is the unit's with it."""
    command = order.command
    assert isinstance(command, member_commands.ConfirmMembership)  # noqa: S101 - sorted by carry_out
    member = await member_of(tx, order, command.membership)
    if member and not member.place.confirmed and (why := await _why_not_let_in(tx, member)):
        return why
    if member is None or not await membership_changes.confirm(tx, command.membership):
        return await _settled_by(tx, command.membership, member)
    entries = await membership_changes.entries_of(tx, member.person.id, member.unit.id)
    await events.add(tx, [order.event("membership-confirm", command.membership)])
    by, unit = order.person.name, member.unit.name
    name, person = member.person.name, member.person.id
    await tell(tx, order, told, [person], lambda _: notices.confirmed(by, unit, entries, _))
    await _tell_others(tx, order, told, member, lambda _: notices.has_confirmed(by, name, unit, _))
    return member_results.MembershipConfirmed(member, entries)


async def refuse(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Let somebody who asked not belong to the unit; they are told whom to call, and no reason."""
    command = order.command
    assert isinstance(command, member_commands.RefuseMembership)  # noqa: S101 - sorted by carry_out
    member, today = await member_of(tx, order, command.membership), order.today().isoformat()
    if member is None or not await membership_changes.refuse(tx, command.membership, today=today):
        return await _settled_by(tx, command.membership, member)
    await events.add(tx, [order.event("membership-refuse", command.membership)])
    entries = await unplaced.set_apart(tx, order, told, member)
    human, unit = await order.human(tx), member.unit.name
    who = [member.person.id]
    await tell(tx, order, told, who, lambda _: notices.refused(unit, human, entries, _))
    by, name = order.person.name, member.person.name
    await _tell_others(tx, order, told, member, lambda _: notices.has_refused(by, name, unit, _))
    return member_results.MembershipRefused(member, entries)


async def _why_not_let_in(tx: Transaction, member: Member) -> results.Result | None:
    if not member.may_change:
        return member_results.MembershipKept(member, "above-own")
    return await no_room(tx, member) if member.place.role == "officer" else None


async def _settled_by(tx: Transaction, membership: str, member: Member | None) -> results.Result:
    """Return who was first and when; only to who may know."""
    acts = ("membership-confirm", "membership-refuse")
    last = await events.last(tx, membership, acts)
    settled = await membership_changes.whose(tx, membership)
    if last is None or settled is None:
        return member_results.MembershipKept(member, "") if member else GONE
    name, unit = settled
    return member_results.MembershipSettled(name, unit, last.name, last.at, last.act == acts[0])


async def change_role(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Give somebody another role in the unit, not above the giver's own."""
    command = order.command
    assert isinstance(command, member_commands.ChangeRole)  # noqa: S101 - sorted by carry_out
    member = await member_of(tx, order, command.membership)
    if member is None or not member.place.confirmed:
        return GONE
    if why := await _why_not(tx, member, command):
        return why
    new = await membership_changes.change_role(
        tx,
        command.membership,
        role=command.role,
        new=order.shell.ids.next(),
        today=order.today().isoformat(),
    )
    if not new:
        return GONE
    event = order.event("role", command.membership, before=member.place.role, after=command.role)
    await events.add(tx, [event])
    unit, role = member.unit.name, command.role
    await tell(tx, order, told, [member.person.id], lambda _: notices.role_is(role, unit, _))
    now = await member_of(tx, order, new)
    return member_results.RoleChanged(now) if now else GONE


async def _why_not(
    tx: Transaction, member: Member, command: member_commands.ChangeRole
) -> results.Result | None:
    """Return why a role cannot be given, None when it can."""
    place, role = member.place, command.role
    if place.role == role:
        return member_results.MembershipKept(member, "same-role")
    if not member.may_change or not holds(member.mine, role):
        return member_results.MembershipKept(member, "above-own")
    if member.own and rank(role) > rank(place.role):
        return member_results.MembershipKept(member, "own-role")
    if place.role == "admin" and await admins.is_last_admin(tx, member.person.id):
        return member_results.MembershipKept(member, "last-admin")
    if role == "officer":
        return await no_room(tx, member)
    return None


async def no_room(tx: Transaction, member: Member) -> results.Result | None:
    """Return that a unit has as many officers as it can, and who they are; None if it has fewer."""
    there = [
        name
        for key, name in await membership_changes.officers(tx, member.unit.id)
        if key != member.person.id
    ]
    if len(there) < MOST_OFFICERS:
        return None
    return member_results.MembershipKept(member, "three-officers", tuple(there))


async def end(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Let somebody belong to the unit no longer; they are told, once."""
    command = order.command
    assert isinstance(command, member_commands.EndMembership)  # noqa: S101 - sorted by carry_out
    member = await member_of(tx, order, command.membership)
    if member is None or not member.place.confirmed:
        return GONE
    if why := await why_not_ended(tx, member):
        return member_results.MembershipKept(member, why)
    if not await membership_changes.end(tx, command.membership, day=command.day):
        return GONE
    gone = Handover(member.person.id, "", member.unit.id, command.day, order.now())
    await hand_over(tx, gone)
    await events.add(tx, [order.event("membership-end", command.membership, after=command.day)])
    unit, name, day = member.unit.name, member.person.name, command.day
    await tell(tx, order, told, [member.person.id], lambda _: notices.ended(unit, day, _))
    await _tell_others(tx, order, told, member, lambda _: notices.has_ended(name, unit, day, _))
    return member_results.MembershipEnded(member, day)


async def why_not_ended(tx: Transaction, member: Member) -> Why | None:
    """Return why somebody cannot be let go, None when they can."""
    if not member.may_change:
        return "above-own"
    if member.place.role == "admin" and await admins.is_last_admin(tx, member.person.id):
        return "last-admin"
    return None


async def _tell_others(
    tx: Transaction, order: Order, told: list[Told], member: Member, saying: Saying
) -> None:
    """Tell the unit's officers, but not whom it is about."""
    officers = await humans.officers_of(tx, member.unit.id, today=order.today().isoformat())
    people = [one.person for one in officers if one.person != member.person.id]
    await tell(tx, order, told, people, saying)


async def leave(tx: Transaction, order: Order) -> results.Result:
    """Change nothing, and say how the place stands."""
    command = order.command
    assert isinstance(command, member_commands.LeaveMembership)  # noqa: S101 - sorted by carry_out
    member = await member_of(tx, order, command.membership)
    return member_results.MembershipKept(member) if member else GONE
