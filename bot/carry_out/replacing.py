"""A place goes to somebody else, at a congress mostly: all of it in one act."""

from bot.carry_out.members import GONE, member_of, why_not_ended
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from bot.clock import DAY_MS
from bot.inviting import DAYS
from conversations import member_notices as notices
from rules import member_commands, member_results, results
from rules.codes import show_code
from rules.member import Member
from rules.person import Human
from rules.roles import rank
from storage import codes, contacts, events, humans, membership_changes, people
from storage.codes import NewCode, hash_code
from storage.contacts import Contact
from storage.database import Transaction
from storage.handover import Handover, hand_over
from storage.membership_changes import Takeover


async def replace(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Give a place to who comes: they have everything, who goes has nothing from the day on."""
    command = order.command
    assert isinstance(command, member_commands.ReplaceMember)  # noqa: S101 - sorted by carry_out
    gone = await member_of(tx, order, command.membership)
    if gone is None or not gone.place.confirmed:
        return GONE
    if why := await why_not_ended(tx, gone):
        return member_results.MembershipKept(gone, why)
    came = await _who_comes(tx, order, gone, command)
    if not came:
        return member_results.MembershipKept(gone, "not-of-unit")
    if rank(await membership_changes.role_in(tx, came, gone.unit.id)) > rank(gone.place.role):
        return member_results.MembershipKept(gone, "above-own")
    new = order.shell.ids.next()
    takeover = Takeover(command.membership, new, came, command.position, command.day)
    if not await membership_changes.take_over(tx, takeover):
        return GONE
    moved = Handover(gone.person.id, came, gone.unit.id, command.day, order.now())
    await hand_over(tx, moved)
    event = order.event("replace", command.membership, before=gone.person.id, after=came)
    await events.add(tx, [event])
    return await _told(tx, order, told, gone, came)


async def _who_comes(
    tx: Transaction, order: Order, gone: Member, command: member_commands.ReplaceMember
) -> str:
    """Return the id of who comes: of the unit, known by name and phone, or new; "" if nobody."""
    if command.person:
        there = await membership_changes.role_in(tx, command.person, gone.unit.id)
        return command.person if there and command.person != gone.person.id else ""
    known = await people.called(tx, command.name, phone=command.phone) if command.phone else ""
    if known == gone.person.id:
        return ""
    if known:
        return known
    new = Contact(order.shell.ids.next(), command.name, command.phone, order.now())
    await contacts.add_contacts(tx, [new])
    return new.id


async def _told(
    tx: Transaction, order: Order, told: list[Told], gone: Member, came: str
) -> results.Result:
    """Tell who goes, who comes and the other officers; make a code for who has no chat yet."""
    command = order.command
    assert isinstance(command, member_commands.ReplaceMember)  # noqa: S101 - sorted by carry_out
    unit, day = gone.unit.name, command.day
    human = (await humans.with_chats(tx, [came]))[came].human
    now_it_is = Human(human.name, human.phone, command.position)
    name, comer = gone.person.name, now_it_is.name
    await tell(tx, order, told, [gone.person.id], lambda _: notices.ended(unit, day, _))
    reached = came == order.person.id or await tell(
        tx, order, told, [came], lambda _: notices.takes_over(name, command.position, unit, day, _)
    )
    officers = await humans.officers_of(tx, gone.unit.id, today=order.today().isoformat())
    others = [one.person for one in officers if one.person not in {came, gone.person.id}]
    await tell(tx, order, told, others, lambda _: notices.replaced(name, comer, unit, day, _))
    code = "" if reached else await _code_for(tx, order, gone, came)
    page = order.shell.doors[order.chat.channel].page
    return member_results.Replaced(gone, now_it_is, day, bool(reached), code, page)


async def _code_for(tx: Transaction, order: Order, gone: Member, came: str) -> str:
    """Return a fresh code by which a newcomer comes in as who they are, as people read it."""
    if await people.has_address(tx, came):
        return ""
    command, code = order.command, order.shell.make_code()
    assert isinstance(command, member_commands.ReplaceMember)  # noqa: S101 - sorted by carry_out
    new = NewCode(
        hash=hash_code(order.shell.pepper, code),
        kind="unit",
        uses_left=1,
        expires_at=order.now() + DAYS * DAY_MS,
        created_at=order.now(),
        unit=gone.unit.id,
        role=gone.place.role,
        position=command.position,
        person=came,
        id=order.shell.ids.next(),
        made_by=order.person.id,
    )
    await codes.add(tx, [new])
    await events.add(tx, [order.event("code-made", new.id, after=f"{new.unit} {came}")])
    return show_code(code)
