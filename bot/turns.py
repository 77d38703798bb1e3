"""Load, think, write: the messages that wait at one moment, one a person, in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import structlog

from bot.acquaint import Turn, acquaint
from bot.as_of_now import as_of_now
from bot.bug import told as told_of
from bot.carry_out import carry_out
from bot.carry_out.codes import meaning_of
from bot.carry_out.order import Order, Told, answers
from bot.channels import Incoming
from bot.handled import Handled
from bot.metering import heard
from bot.shell import Shell
from bot.writing import keep_pictures, words_to_keep, write
from conversations.conclude import conclude
from conversations.foresee import foreseen
from conversations.outcome import Outcome
from conversations.said import Unreadable
from conversations.think import think
from dialog.errors import Lacking, ScriptError
from rules.commands import GiveConsent, UseCode
from rules.member_commands import BecomeContact
from rules.requests import CodeMeaning
from storage import inbox
from storage.database import Transaction
from storage.inbox import MessageKey

ROUNDS = 10  # of loading what scripts ask for, before a script is taken to be wrong
log = structlog.get_logger()


async def handle(tx: Transaction, batch: Sequence[Incoming], shell: Shell) -> Handled:
    """Take a batch all the way in; duplicates end here."""
    handled, shell = Handled(), await as_of_now(tx, shell)
    turns, handled.later = await acquaint(tx, batch, shell)
    keys = [key_of(turn.incoming) for turn in turns]
    claimed = await inbox.claim(tx, keys, at=shell.clock.now_ms())
    turns = [turn for turn in turns if key_of(turn.incoming) in claimed]
    await heard(tx, [turn.incoming for turn in turns], shell)
    await _foresee(tx, turns, shell)
    await _think_all(tx, turns, shell, _thought)
    linking = [turn for turn in turns if _may_link(turn)] if len(turns) > 1 else []
    together = [turn for turn in turns if not (linking and _may_link(turn))]
    await _finish(tx, together, shell, handled)
    for turn in linking:
        # Two persons may become one: what the other one said is written by now, and read anew.
        alone, _ = await acquaint(tx, [turn.incoming], shell)
        await _think_all(tx, alone, shell, _thought)
        await _finish(tx, alone, shell, handled)
    return handled


async def give_up(tx: Transaction, incoming: Incoming, bug: Exception, shell: Shell) -> Handled:
    """Keep a message that could not be handled even alone, and apologise for it."""
    handled, now = Handled(), shell.clock.now_ms()
    (turn,), _ = await acquaint(tx, [incoming], shell, dialogs=False)
    if await inbox.claim(tx, [key_of(incoming)], at=now):
        await heard(tx, [incoming], shell)
        turn.fail(bug)
        await inbox.fail(tx, key_of(incoming), at=now, body=_body(turn))
        # What could not be written is not written as an echo either.
        turn.incoming = replace(incoming, said=Unreadable("other"), label="", picture=None)
        await write(tx, [turn], [], shell, handled)
    return handled


async def fail(tx: Transaction, incoming: Incoming, why: str, *, at: int) -> None:
    """Keep nothing but that a message failed, and why; not if another copy of it was taken in."""
    if await inbox.claim(tx, [key_of(incoming)], at=at):
        await inbox.fail(tx, key_of(incoming), at=at, body=why)


def key_of(incoming: Incoming) -> MessageKey:
    """Return the message as its channel numbers it."""
    return MessageKey(incoming.channel, incoming.bot, incoming.chat, incoming.external)


async def _finish(tx: Transaction, turns: Sequence[Turn], shell: Shell, handled: Handled) -> None:
    """Carry out what the turns led to, and write all of it."""
    if not turns:
        return
    await keep_pictures(tx, turns)
    told = await _carry_out_all(tx, turns, shell)
    await write(tx, turns, told, shell, handled)
    for turn in turns:
        if turn.failed:
            key, now = key_of(turn.incoming), shell.clock.now_ms()
            await inbox.fail(tx, key, at=now, body=_body(turn))


def _body(turn: Turn) -> str:
    """Return what is kept of a message that failed."""
    assert turn.bug is not None  # noqa: S101 - only such turns come here
    return f"{words_to_keep(turn)!r}\n{told_of(turn.bug)}"


def _may_link(turn: Turn) -> bool:
    command = turn.outcome.command
    linking = isinstance(command, UseCode | BecomeContact)
    return linking or (isinstance(command, GiveConsent) and command.code != "")


def _thought(turn: Turn) -> Outcome:
    return think(turn.situation, turn.said)


async def _think_all(
    tx: Transaction, turns: Sequence[Turn], shell: Shell, thought: Callable[[Turn], Outcome]
) -> None:
    """Think each turn to its end, loading for all of them at once what their scripts ask for."""
    open_ = list(turns)
    for _ in range(ROUNDS + 1):
        wanting = [(turn, requests) for turn in open_ if (requests := _lacks(turn, thought))]
        if not wanting:
            return
        lacking = [(turn, request) for turn, requests in wanting for request in requests]
        for (turn, request), found in zip(lacking, await _load(tx, lacking, shell), strict=True):
            turn.know(request, found)
        open_ = [turn for turn, _ in wanting]
    for turn in open_:
        turn.fail(ScriptError("more than ten rounds of facts"))


async def _foresee(tx: Transaction, turns: Sequence[Turn], shell: Shell) -> None:
    """Load what scripts are sure to ask for, so that most turns are thought only once."""
    sure = [(turn, request) for turn in turns for request in foreseen(turn.situation)]
    asked = [(turn.situation.person.id, request) for turn, request in sure]
    for (turn, request), found in zip(sure, await answers(tx, asked, shell), strict=True):
        turn.know(request, found)


def _lacks(turn: Turn, thought: Callable[[Turn], Outcome]) -> list[object]:
    """Think once; return what is lacking. A turn that raises is taken out and blocks nobody."""
    if turn.failed:
        return []
    try:
        turn.take(thought(turn))
    except Lacking as lacking:
        return list(lacking.requests)
    except Exception as bug:  # noqa: BLE001 - one person's bug is nobody else's
        log.warning("a turn raised", id=turn.incoming.external, bug=told_of(bug))
        turn.fail(bug)
    return []


async def _load(
    tx: Transaction, lacking: Sequence[tuple[Turn, Any]], shell: Shell
) -> Sequence[Any]:
    """Return what is asked for; what codes mean only to who has not guessed too often."""
    others = [(t, r) for t, r in lacking if not isinstance(r, CodeMeaning)]
    asked = [(turn.situation.person.id, request) for turn, request in others]
    found = iter(await answers(tx, asked, shell))
    return [
        await meaning_of(tx, request.code, turn.address, shell, new=not turn.noted(request.code))
        if isinstance(request, CodeMeaning)
        else next(found)
        for turn, request in lacking
    ]


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
    await _think_all(tx, leading, shell, _thought)
    for turn in ordering:
        if turn.bug:  # then its command must not stay: all of the turn or nothing
            raise turn.bug
    return told


def _concluded(turn: Turn) -> Outcome:
    assert turn.result is not None  # noqa: S101 - set by refresh
    return conclude(turn.situation, turn.result)


def _order(turn: Turn, shell: Shell) -> Order:
    assert turn.outcome.command is not None  # noqa: S101 - only such turns come here
    return Order(
        command=turn.outcome.command,
        person=turn.situation.person,
        address=turn.address,
        chat=turn.chat,
        at=turn.incoming.at,
        shell=shell,
        file=turn.incoming.file,
    )
