"""Load, think, write: the messages that wait at the same moment, at most one a person, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import structlog

from bot.acquaint import Turn, acquaint
from bot.carry_out import carry_out
from bot.carry_out.order import Order, Told, answers
from bot.channels import Incoming
from bot.shell import Shell
from bot.writing import keep_pictures, write
from conversations.conclude import conclude
from conversations.outcome import Outcome
from conversations.think import think
from dialog.errors import Lacking
from storage import inbox
from storage.chats import Chat
from storage.database import Transaction
from storage.inbox import MessageKey
from storage.outbox import OutboxRow

ROUNDS = 10  # of loading what scripts ask for, before a script is taken to be wrong
log = structlog.get_logger()


@dataclass(slots=True)
class Handled:
    """What a batch led to, to be acted on after the commit.

    rows    bubbles this process sends now
    ring    people whose web page has something new
    later   messages that must wait: their person had another one in this batch
    """

    rows: list[OutboxRow] = field(default_factory=list)
    ring: set[str] = field(default_factory=set)
    later: list[Incoming] = field(default_factory=list)


async def handle(tx: Transaction, batch: Sequence[Incoming], shell: Shell) -> Handled:
    """Take a batch all the way in; duplicates end here."""
    handled = Handled()
    keys = {key_of(incoming): incoming for incoming in batch}
    turns, handled.later = await acquaint(tx, list(keys.values()), shell)
    claimed = await inbox.claim(
        tx, [key_of(turn.incoming) for turn in turns], at=shell.clock.now_ms()
    )
    turns = [turn for turn in turns if key_of(turn.incoming) in claimed]
    await _think_all(tx, turns, shell, lambda turn: think(turn.situation, turn.said))
    await keep_pictures(tx, turns, shell.clock.now_ms())
    told = await _carry_out_all(tx, turns, shell)
    await write(tx, turns, told, shell, handled)
    for turn in turns:
        if turn.failed:
            await inbox.fail(tx, key_of(turn.incoming), at=shell.clock.now_ms(), body=turn.failed)
    return handled


def key_of(incoming: Incoming) -> MessageKey:
    """Return the message as its channel numbers it."""
    return MessageKey(incoming.channel, incoming.bot, incoming.chat, incoming.external)


async def _think_all(
    tx: Transaction, turns: Sequence[Turn], shell: Shell, thought: Callable[[Turn], Outcome]
) -> None:
    """Think each turn to its end, loading for all of them at once what their scripts ask for."""
    open_ = list(turns)
    for _ in range(ROUNDS):
        lacking = [(turn, request) for turn in open_ for request in _lacks(turn, thought)]
        if not lacking:
            return
        asked = [(turn.situation.person.id, request) for turn, request in lacking]
        for (turn, request), found in zip(lacking, await answers(tx, asked, shell), strict=True):
            turn.know(request, found)
        open_ = [turn for turn, _ in lacking]
    for turn in open_:
        turn.fail("more than ten rounds of facts")


def _lacks(turn: Turn, thought: Callable[[Turn], Outcome]) -> list[object]:
    """Think once; return what is lacking. A turn that raises is taken out and blocks nobody."""
    if turn.failed:
        return []
    try:
        turn.take(thought(turn))
    except Lacking as lacking:
        return [lacking.request]
    except Exception as bug:  # noqa: BLE001 - one person's bug is nobody else's
        log.exception("a turn raised", message=turn.incoming.external)
        turn.fail(repr(bug))
    return []


async def _carry_out_all(tx: Transaction, turns: Sequence[Turn], shell: Shell) -> list[Told]:
    """Carry out the commands of all turns, then say what came of them and go on where they lead."""
    ordering = [turn for turn in turns if turn.outcome.command and not turn.failed]
    if not ordering:
        return []
    results, told = await carry_out(tx, [_order(turn, shell) for turn in ordering])
    again, _ = await acquaint(tx, [turn.incoming for turn in ordering], shell, shared=True)
    for turn, fresh, result in zip(ordering, again, results, strict=True):
        turn.refresh(fresh.situation, result)
    await _think_all(tx, ordering, shell, _concluded)
    leading = [turn for turn in ordering if turn.outcome.begin and not turn.failed]
    for turn in leading:
        turn.go_on()
    await _think_all(tx, leading, shell, lambda turn: think(turn.situation, turn.said))
    return told


def _concluded(turn: Turn) -> Outcome:
    assert turn.result is not None  # noqa: S101 - set by refresh
    return conclude(turn.situation, turn.result)


def _order(turn: Turn, shell: Shell) -> Order:
    assert turn.outcome.command is not None  # noqa: S101 - only such turns come here
    incoming = turn.incoming
    return Order(
        command=turn.outcome.command,
        person=turn.situation.person,
        address=turn.address,
        chat=Chat(incoming.channel, incoming.bot, incoming.chat),
        at=incoming.at,
        shell=shell,
    )
