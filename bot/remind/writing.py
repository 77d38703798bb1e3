"""Deciding for good, in one transaction: occurrences, and the rows of those that are told."""

from collections import defaultdict
from collections.abc import Sequence

from bot.remembering import remember
from bot.remind.composing import Message, messages, written
from bot.remind.judging import again, judged
from bot.remind.menus import number_answers
from bot.remind.readers import NOBODY, Reader, readers
from bot.remind.source import Moment, Source
from rules.nearest import Planned
from rules.occurrences import Due, Key, Why
from storage import occurrences, outbox, people
from storage.database import Transaction
from storage.occurrences import Occurrence
from storage.outbox import OutboxRow


async def write(
    tx: Transaction, dues: Sequence[Due], moment: Moment, sources: Sequence[Source]
) -> list[OutboxRow]:
    """Decide what is due, as it stands in this transaction; return the rows of what is told.

    What may not go yet is left for another time.
    """
    concerned = sorted({due.person for due in dues})
    await people.lock(tx, concerned)  # who does what they would be reminded of is first, or waits
    planned = await _anew(tx, dues, moment, sources)
    known = await readers(tx, concerned, moment)
    won = await occurrences.decide(tx, [_occurrence(one, known, moment) for one in planned])
    telling: dict[str, list[Due]] = defaultdict(list)
    for one in sorted(planned, key=lambda one: (one.going.due_at, one.due.key)):
        if one.due.key in won and not _why(one, known):
            telling[one.due.person].append(one.due)
    return await _tell(tx, telling, known, moment)


async def _anew(
    tx: Transaction, dues: Sequence[Due], moment: Moment, sources: Sequence[Source]
) -> list[Planned]:
    """Return what of it may go now; what its source knows no longer is gone."""
    now = await again(tx, [due.key for due in dues], moment, sources)
    gone = list({due.key: due for due in dues if due.key not in now}.values())
    planned = await judged(tx, list(now.values()), moment)
    nowhere = await judged(tx, gone, moment)
    return [one for one in (*planned, *map(_gone, nowhere)) if one.going.at <= moment.now]


def _gone(one: Planned) -> Planned:
    return Planned(one.due, type(one.going)(one.going.due_at, one.going.at, "gone"))


def _why(one: Planned, known: dict[str, Reader]) -> Why:
    return one.going.why or known.get(one.due.person, NOBODY).why_not


def _occurrence(one: Planned, known: dict[str, Reader], moment: Moment) -> Occurrence:
    due, at = one.due, one.going.due_at
    why = _why(one, known)
    return Occurrence(due.key, due.person, due.unit, due.matter, at, moment.now, why)


async def _tell(
    tx: Transaction, telling: dict[str, list[Due]], known: dict[str, Reader], moment: Moment
) -> list[OutboxRow]:
    shell = moment.shell
    made: list[tuple[str, Message]] = [
        (person, message)
        for person, dues in telling.items()
        for message in messages(dues, known[person], shell)
    ]
    bubbles = [written(message, person, known[person], shell) for person, message in made]
    rows = await remember(tx, bubbles)
    await outbox.add(tx, rows)
    await number_answers(tx, {person: message.say for person, message in made}, moment)
    into: dict[Key, str] = {
        due.key: row.id
        for (_, message), row in zip(made, rows, strict=True)
        for due in message.dues
    }
    await occurrences.put_into(tx, into)
    return rows
