"""What the office does with an entry: takes it in, asks for a supplement, mends its spelling."""

from collections.abc import Mapping
from functools import partial

from bot.carry_out.order import Order, Told
from bot.carry_out.second import change_of, second, take_step
from bot.carry_out.telling import Saying, tell
from conversations import entry_notices as notices
from conversations.boxes import boxes_of, columns_of
from rules import office_commands, results
from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf
from rules.office_results import Accepted, Mended, Returned
from rules.refused import Refused
from storage import entries, entry_people, events, returns
from storage.corrections import differing
from storage.database import Transaction
from storage.returns import Return


async def accept(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Take an entry in; who confirmed it or did not is no obstacle."""
    command = order.command
    assert isinstance(command, office_commands.AcceptEntry)  # noqa: S101 - sorted by carry_out
    change = change_of(order, command.entry, command.version)
    taken = await take_step(
        tx, order, change, "accept", after="accepted", again=partial(Accepted, again=True)
    )
    if not isinstance(taken, Entry):
        return taken
    board = order.form(taken.programme).programme.office.board
    saying: Saying = lambda _: notices.accepted(taken, board, _)  # noqa: E731 - one sentence
    return Accepted(taken, await tell_its_people(tx, order, told, taken, saying))


async def return_(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Ask for a supplement; the entry keeps its number and the time it was received."""
    command = order.command
    assert isinstance(command, office_commands.ReturnEntry)  # noqa: S101 - sorted by carry_out
    await _check(tx, order, command)
    asked = {"box": command.box, "words": command.words, "until": command.until}
    change = change_of(order, command.entry, command.version)
    after = order.digest(asked)
    taken = await take_step(
        tx, order, change, "return", after=after, again=partial(Returned, again=True)
    )
    if not isinstance(taken, Entry):
        return taken
    who = order.person.id
    new = Return(taken.id, taken.version, **asked, by=who, at=change.at)
    await returns.add(tx, new)
    stands: AtOffice = await order.fact(tx, AtOfficeOf(taken.id))
    form = order.form(taken.programme)
    saying: Saying = lambda _: notices.returned(form, taken, stands, _)  # noqa: E731 - one
    return Returned(taken, await tell_its_people(tx, order, told, taken, saying))


async def _check(tx: Transaction, order: Order, command: office_commands.ReturnEntry) -> None:
    """Raise Refused for a supplement nobody could give: no such box, no words, a day gone by."""
    entry: Entry | None = await order.entry(tx, command.entry)
    boxes = order.form(entry.programme).programme.boxes if entry else ()
    if entry and command.box not in {box.key for box in boxes}:
        raise Refused("not-a-choice")
    if not command.words.strip():
        raise Refused("too-short")
    if command.until < order.today().isoformat():
        raise Refused("day-is-over")


async def mend(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Correct the spelling; the state stays, and who wrote it reads both."""
    command = order.command
    assert isinstance(command, office_commands.MendEntry)  # noqa: S101 - sorted by carry_out
    before: Entry | None = await order.entry(tx, command.entry)
    if before is None:
        return results.TooLate(None)
    programme = order.form(before.programme).programme
    boxes = columns_of(programme, command.boxes)
    changed = differing(before, boxes)
    after = order.digest(command.boxes)
    change = change_of(order, before.id, command.version)
    state, today = before.state, order.today().isoformat()
    done = await entries.correct(tx, change, boxes=boxes, state=state, today=today, step="mend")
    if not done:
        return await second(
            tx, order, before.id, did=("mend", after), again=partial(Mended, again=True)
        )
    old = order.digest(_of(boxes_of(programme, before), command.boxes))
    await events.add(tx, [order.event("mend", before.id, before=old, after=after)])
    now: Entry = await order.entry(tx, before.id)
    saying: Saying = lambda _: notices.mended(programme, now, changed, _)  # noqa: E731 - one sentence
    return Mended(now, changed, await tell_its_people(tx, order, told, now, saying))


def _of(said: Mapping[str, str], keys: Mapping[str, str]) -> dict[str, str]:
    return {key: said[key] for key in keys if key in said}


async def tell_its_people(
    tx: Transaction, order: Order, told: list[Told], entry: Entry, saying: Saying
) -> int:
    """Tell who typed an entry and its unit's contacts; return how many those are."""
    people = await entry_people.own_people(tx, entry, today=order.today().isoformat())
    return await tell(tx, order, told, people, saying)
