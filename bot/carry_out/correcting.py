"""Corrections after acceptance: asked for by the author, granted or not by the office."""

from typing import TYPE_CHECKING

from bot.carry_out.accepting import tell_its_people
from bot.carry_out.order import Order, Told
from bot.carry_out.second import change_of, second
from bot.carry_out.telling import tell
from conversations import entry_notices as notices
from conversations.boxes import columns_of
from rules import office_commands, results
from rules.entry_requests import AtOffice, AtOfficeOf
from rules.office_results import CorrectionAsked, CorrectionSettled
from storage import corrections, entries, entry_people, events
from storage.corrections import Asked, Settled, differing
from storage.database import Transaction

if TYPE_CHECKING:
    from rules.entry import Entry

GONE = results.TooLate(None)


async def ask(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Ask the office for other words in an entry it took in; the latest request counts."""
    command = order.command
    assert isinstance(command, office_commands.AskForCorrection)  # noqa: S101 - sorted by carry_out
    entry: Entry | None = await order.entry(tx, command.entry)
    if entry is None:
        return GONE
    programme, today = order.form(entry.programme).programme, order.today().isoformat()
    wanted = columns_of(programme, command.boxes)
    boxes = {key: words for key, _, words in differing(entry, wanted)}
    change, after = change_of(order, entry.id, command.version), order.digest(boxes)
    if not boxes or not await entries.hold(tx, change, "ask-correction", today=today):
        return await second(
            tx, order, entry.id, did=("ask-correction", after), again=CorrectionAsked
        )
    new = Asked(order.shell.ids.next(), entry.id, entry.version, boxes, order.person.id, change.at)
    await corrections.ask(tx, new)
    await events.add(tx, [order.event("ask-correction", entry.id, after=after)])
    office = await entry_people.office_people(tx, entry.unit.id, today=today)
    stands: AtOffice = await order.fact(tx, AtOfficeOf(entry.id))
    reached = await tell(
        tx, order, told, office, lambda _: notices.correction_asked(programme, stands, _)
    )
    return CorrectionAsked(entry, told=reached > 0)


async def grant(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Put in what was asked for, unless the entry is another than the one looked at."""
    command = order.command
    assert isinstance(command, office_commands.GrantCorrection)  # noqa: S101 - sorted by carry_out
    asked = await corrections.one(tx, command.correction)
    entry: Entry | None = await order.entry(tx, asked.entry) if asked else None
    if asked is None or entry is None:
        return GONE
    version = command.version or asked.version
    change, today = change_of(order, entry.id, version), order.today().isoformat()
    done = asked.state == "open" and await entries.correct(
        tx, change, boxes=asked.boxes, state=entry.state, today=today, step="grant"
    )
    if not done:
        return await _second(tx, order, asked, "grant")
    how = Settled("granted", order.person.id, change.at)
    return await _settled(tx, order, told, asked, how)


async def refuse(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Leave an entry as it is; who asked reads why."""
    command = order.command
    assert isinstance(command, office_commands.RefuseCorrection)  # noqa: S101 - sorted by carry_out
    asked = await corrections.one(tx, command.correction)
    if asked is None:
        return GONE
    if asked.state != "open":
        return await _second(tx, order, asked, "refuse-correction")
    how = Settled("refused", order.person.id, order.now(), command.words)
    return await _settled(tx, order, told, asked, how)


async def _settled(
    tx: Transaction, order: Order, told: list[Told], asked: Asked, how: Settled
) -> results.Result:
    """Keep how a correction was settled, and tell the entry's people."""
    await corrections.settle(tx, asked.id, how)
    granted = how.state == "granted"
    act = "grant" if granted else "refuse-correction"
    await events.add(tx, [order.event(act, asked.entry, after=asked.id)])
    entry: Entry = await order.entry(tx, asked.entry)
    result = CorrectionSettled(entry, granted, how.words)
    await tell_its_people(tx, order, told, entry, lambda _: notices.correction_settled(result, _))
    return result


async def _second(tx: Transaction, order: Order, asked: Asked, act: str) -> results.Result:
    """Return who was first; who pressed twice reads the same again."""
    granted = act == "grant"
    return await second(
        tx,
        order,
        asked.entry,
        did=(act, asked.id),
        again=lambda entry: CorrectionSettled(entry, granted),
    )
