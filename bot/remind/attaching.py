"""What is owed to somebody who writes goes with their answer, where each message counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import structlog

from bot.acquaint import Turn
from bot.bug import told
from bot.remind.composing import messages
from bot.remind.fates import Fates, Owed, fates_of
from bot.remind.sources import sources
from bot.shell import Shell
from conversations.reminding.attached import asks, say_left, with_line, with_told
from conversations.say import Say
from rules.occurrences import Due, Key
from storage import occurrences, planned_rows
from storage.database import Transaction, Unavailable
from storage.outbox import OutboxRow

ALL = 1_500  # characters, which is a message still
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Attached:
    """A bubble of an answer; `facts` and `keys` are of what is told by itself in it."""

    say: Say
    facts: tuple[Any, ...] = ()
    keys: tuple[Key, ...] = ()


# What stands for an answer's last bubble, and the ids of the planned rows it takes the place of.
Answer: TypeAlias = tuple[tuple[Attached, ...], tuple[str, ...]]


async def attached(
    tx: Transaction, turns: Sequence[Turn], shell: Shell, *, now: int
) -> dict[str, Answer]:
    """Return by address the answers that have something else to tell; what is not owed is dropped.

    Who asks for it is told what waits for them anywhere. Where that fails it is told another time,
    by itself.
    """
    asking = [turn.situation.person.id for turn in turns if turn.all().owed]
    rows = await planned_rows.waiting(tx, [turn.chat for turn in turns], asking)
    if not rows:
        return {}
    await tx.run("SAVEPOINT attaching")
    try:
        fates = await fates_of(tx, rows, shell, sources(), now=now)
        found = {
            turn.address: _answer(turn, owed, shell)
            for turn in turns
            if (owed := _owed_to(turn, fates, now))
        }
        await _drop(tx, fates, [row for _, replaced in found.values() for row in replaced], now)
    except Unavailable:
        raise
    except Exception as bug:  # noqa: BLE001 - whoever writes is answered
        log.warning("nothing could be told with an answer", bug=told(bug))
        await tx.run("ROLLBACK TO SAVEPOINT attaching")
        found = {}
    await tx.run("RELEASE SAVEPOINT attaching")
    return found


def _owed_to(turn: Turn, fates: Fates, now: int) -> list[Owed]:
    """Return what is owed at the chat of a turn, what is urgent first.

    Who asks hears all of it in its order, at any hour.
    """
    if turn.all().owed:
        mine = [*fates.going, *fates.early]
        person = turn.situation.person.id
        return sorted((one for one in mine if one.row.person == person), key=lambda o: o.row.id)
    here = [one for one in fates.going if _chat(one.row) == turn.chat]
    return sorted(here, key=lambda one: (one.kind(now) != "urgent", one.row.id))


def _chat(row: OutboxRow) -> tuple[str, str, str]:
    return row.channel, row.bot, row.chat


async def _drop(tx: Transaction, fates: Fates, replaced: Sequence[str], now: int) -> None:
    """Drop rows of which nothing is owed, and note what is not in those that are replaced.

    Of the others their own sending sees to it.
    """
    made = await occurrences.in_rows(tx, sorted({*fates.dropped, *replaced}))
    ended = {one.key for many in made.values() for one in many if one.key in fates.why}
    await planned_rows.drop(tx, fates.dropped, at=now)
    await occurrences.withhold(tx, {key: fates.why[key] for key in ended})


def _answer(turn: Turn, owed: Sequence[Owed], shell: Shell) -> Answer:
    """Return the answer with as much of what is owed as has room, and how much has not."""
    answer = turn.all().says[-1]
    if turn.all().owed:
        return _all(answer, owed, shell)
    bubble, told = Attached(answer), list[Owed]()
    for one in owed:
        if more := _joined(answer, [*told, one], shell):
            bubble, told = more, [*told, one]
    left = [one for one in owed if one not in told]
    return (_with_left(bubble, left, shell),), tuple(one.row.id for one in told)


def _joined(answer: Say, owed: Sequence[Owed], shell: Shell) -> Attached | None:
    """Return the answer with all of this in it, None where it is not one message."""
    dues = _dues(owed)
    said = messages(dues, owed[0].reader, shell)
    if len(said) > 1:
        return None
    # What is news has answers of its own, and nothing else offers them.
    joined = with_told(answer, said[0].say, keeps=any(due.news for due in dues))
    return _attached(joined, dues) if joined else None


def _all(answer: Say, owed: Sequence[Owed], shell: Shell) -> Answer:
    """Return everything that is owed with an answer, for who asks for it; a question is last."""
    first, *more = messages(_dues(owed), owed[0].reader, shell)
    joined = with_told(answer, first.say, most=ALL)
    if joined:
        bubbles = [_attached(joined, first.dues)]
    else:
        bubbles = [Attached(answer), _attached(first.say, first.dues)]
    others = [_attached(one.say, one.dues) for one in more]
    bubbles = [*others, *bubbles] if asks(answer) else [*bubbles, *others]
    return tuple(bubbles), tuple(one.row.id for one in owed)


def _dues(owed: Sequence[Owed]) -> list[Due]:
    return [due for one in owed for due in one.dues]


def _attached(say: Say, dues: Sequence[Due]) -> Attached:
    return Attached(say, tuple(due.facts for due in dues), tuple(due.key for due in dues))


def _with_left(bubble: Attached, left: Sequence[Owed], shell: Shell) -> Attached:
    """Return a bubble with a last line on what did not find room in it; a question stays alone."""
    if not left or asks(bubble.say):
        return bubble
    line = say_left(len(_dues(left)), shell.language(left[0].reader.language))
    return replace(bubble, say=with_line(bubble.say, line))
