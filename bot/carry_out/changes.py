"""Changes to entries that were sent: corrected, confirmed, taken back, given photos."""

from collections.abc import Callable

from bot.carry_out.order import Order
from conversations.boxes import boxes_of, by_type
from rules import commands, results
from rules.entry import Entry, State
from storage import attachments, entries, events
from storage.database import Transaction
from storage.entries import Change


def _change(order: Order, entry: str, version: int) -> Change:
    return Change(entry, version, order.person.id, order.now())


async def correct(tx: Transaction, order: Order) -> results.Result:
    """Put new words into an entry; its code and its time of receipt stay."""
    command = order.command
    assert isinstance(command, commands.CorrectEntry)  # noqa: S101 - sorted by carry_out
    before: Entry | None = await order.entry(tx, command.entry)
    if before is None or not before.may_change():
        return results.TooLate(before)
    programme = order.form(before.programme).programme
    plain, more = by_type(programme, command.boxes)
    boxes = {"address" if kind == "place" else kind: words for kind, words in plain.items()} | more
    done = await entries.correct(
        tx,
        _change(order, command.entry, command.version),
        boxes=boxes,
        state=_state_after(order, before),
        today=order.today().isoformat(),
    )
    if not done:
        return results.TooLate(before)
    old, new = order.digest(boxes_of(programme, before)), order.digest(command.boxes)
    await events.add(tx, [order.event("correct", command.entry, before=old, after=new)])
    return results.Corrected(await order.entry(tx, command.entry))


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
    change = _change(order, command.entry, command.version)
    done = await entries.withdraw(tx, change, today=order.today().isoformat())
    return await _settled(tx, order, command.entry, "withdraw" if done else "", results.Withdrawn)


async def confirm(tx: Transaction, order: Order) -> results.Result:
    """Confirm an entry as the unit's officer."""
    command = order.command
    assert isinstance(command, commands.ConfirmEntry)  # noqa: S101 - sorted by carry_out
    change = _change(order, command.entry, command.version)
    done = await entries.confirm(tx, change, today=order.today().isoformat())
    return await _settled(tx, order, command.entry, "confirm" if done else "", results.Confirmed)


async def _settled(
    tx: Transaction, order: Order, key: str, act: str, done: Callable[[Entry], results.Result]
) -> results.Result:
    entry: Entry | None = await order.entry(tx, key)
    if not act or entry is None:
        return results.TooLate(entry)
    await events.add(tx, [order.event(act, key, after=entry.state)])
    return done(entry)


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
    """Change nothing, and say how the entry stands."""
    command = order.command
    assert isinstance(command, commands.LeaveAsIs)  # noqa: S101 - sorted by carry_out
    return results.Unchanged(await order.entry(tx, command.entry))
