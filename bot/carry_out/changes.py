"""Changes to entries that were sent: corrected, confirmed, taken back, given photos."""

from functools import partial

from bot.carry_out.order import Order, Told
from bot.carry_out.second import change_of, second, take_step
from bot.carry_out.telling import tell
from conversations import entry_notices as notices
from conversations.boxes import boxes_of, columns_of
from rules import commands, life, results
from rules.entry import Entry, State
from rules.entry_requests import AtOffice, AtOfficeOf
from rules.roles import holds
from storage import attachments, entries, entry_people, events, returns
from storage.database import Transaction
from storage.scope import roles_over


async def correct(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Put new words into an entry; its code and its time of receipt stay."""
    command = order.command
    assert isinstance(command, commands.CorrectEntry)  # noqa: S101 - sorted by carry_out
    before: Entry | None = await order.entry(tx, command.entry)
    if before is None:
        return results.TooLate(None)
    at: AtOffice = await order.fact(tx, AtOfficeOf(before.id))
    asked_by = at.supplement.by if at.supplement else ""
    programme = order.form(before.programme).programme
    done = await entries.correct(
        tx,
        change_of(order, before.id, command.version),
        boxes=columns_of(programme, command.boxes),
        state=_state_after(order, before),
        today=order.today().isoformat(),
    )
    old, new = order.digest(boxes_of(programme, before)), order.digest(command.boxes)
    if not done:
        again = partial(results.Corrected, again=True)
        return await second(tx, order, before.id, did=("correct", new), again=again)
    await events.add(tx, [order.event("correct", before.id, before=old, after=new)])
    now: Entry = await order.entry(tx, before.id)
    if asked_by:
        await _tell_who_asked(tx, order, told, now)
    return results.Corrected(now, asked_by)


async def _tell_who_asked(tx: Transaction, order: Order, told: list[Told], entry: Entry) -> None:
    """Tell who asked for a supplement that it is there; who left the office, their office."""
    asked, today = await returns.last(tx, entry.id), order.today().isoformat()
    if asked is None:
        return
    unit, name = entry.unit.id, order.person.name
    (role,) = await roles_over(tx, [(asked.by, unit)], today=today)
    there = [asked.by] if holds(role, "office") else []
    people = there or await entry_people.office_people(tx, unit, today=today)
    await tell(tx, order, told, people, lambda _: notices.supplemented(entry, name, _))


def _state_after(order: Order, before: Entry) -> State:
    """Return the state of a corrected entry: what a member changed is to be confirmed again."""
    if order.person.confirms(before.unit.id):
        return "confirmed"
    if order.person.membership(before.unit.id) or before.state == "returned":
        return "sent"
    return before.state


async def withdraw(tx: Transaction, order: Order) -> results.Result:
    """Take an entry back."""
    command = order.command
    assert isinstance(command, commands.WithdrawEntry)  # noqa: S101 - sorted by carry_out
    change = change_of(order, command.entry, command.version)
    again = partial(results.Withdrawn, again=True)
    taken = await take_step(tx, order, change, "withdraw", after="withdrawn", again=again)
    return results.Withdrawn(taken) if isinstance(taken, Entry) else taken


async def confirm(tx: Transaction, order: Order) -> results.Result:
    """Confirm an entry as the unit's officer."""
    command = order.command
    assert isinstance(command, commands.ConfirmEntry)  # noqa: S101 - sorted by carry_out
    change = change_of(order, command.entry, command.version)
    again = partial(results.Confirmed, again=True)
    taken = await take_step(tx, order, change, "confirm", after="confirmed", again=again)
    return results.Confirmed(taken) if isinstance(taken, Entry) else taken


async def attach_photos(tx: Transaction, order: Order) -> results.Result:
    """Give photos to an entry of the person's own scope."""
    command = order.command
    assert isinstance(command, commands.AttachPhotos)  # noqa: S101 - sorted by carry_out
    entry: Entry | None = await order.entry(tx, command.entry)
    if entry is None or entry.state == "withdrawn":
        return results.TooLate(entry)
    await attachments.attach(tx, command.photos, person=order.person.id, entry=entry.id)
    await events.add(tx, [order.event("photos", entry.id, after=str(len(command.photos)))])
    return results.PhotosKept(entry, await attachments.count(tx, entry.id))


async def leave_as_is(tx: Transaction, order: Order) -> results.Result:
    """Change nothing, and say how the entry stands, or who was first where that is why."""
    command = order.command
    assert isinstance(command, commands.LeaveAsIs)  # noqa: S101 - sorted by carry_out
    entry: Entry | None = await order.entry(tx, command.entry)
    if entry and command.wanted and not life.may(command.wanted, entry.state):
        did = (command.wanted, "")
        first = await second(tx, order, entry.id, did=did, again=results.Unchanged)
        if isinstance(first, results.TooLate) and first.at:
            return first
    return results.Unchanged(entry)
