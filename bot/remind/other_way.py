"""Who writes when a bot has almost said all of its month reads once how to go on elsewhere."""

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.acquaint import Turn
from bot.carry_out.ways_back import code_until
from bot.shell import Shell
from conversations.reminding.other_way import say_other_way
from rules.budget import ENDS, Budget, Meter, month_of, next_month
from rules.occurrences import Key
from rules.utc_ms import day_begins
from storage import occurrences
from storage.database import Transaction
from storage.meters import Bot
from storage.occurrences import Occurrence

RULE = "other-way:"


async def other_ways(
    tx: Transaction,
    turns: Sequence[Turn],
    counted: Mapping[Bot, Meter],
    shell: Shell,
    *,
    now: int,
) -> dict[str, tuple[str, Key]]:
    """Return by address the line people read once a month, with the key it is noted under.

    `counted` are the meters of this month.
    """
    day = shell.clock.local(now).date()
    ending = [turn for turn in turns if _ends(turn, counted, shell, day)]
    keys = {turn.address: _key(turn, month_of(day)) for turn in ending}
    made = [_occurrence(turn, keys[turn.address], now) for turn in ending]
    won = await occurrences.decide(tx, made)  # who has read it this month wins nothing
    until = day_begins(next_month(next_month(day)), shell.clock.zone)
    return {
        turn.address: (await _line(tx, turn, shell, until=until), keys[turn.address])
        for turn in ending
        if keys[turn.address] in won
    }


def _ends(turn: Turn, counted: Mapping[Bot, Meter], shell: Shell, day: dt.date) -> bool:
    """Return whether a bot has said almost all, to somebody who may be told another way."""
    if turn.situation.consent != "given" or not turn.situation.door.page:
        return False
    meter = counted.get(_bot(turn), Meter())
    return Budget(shell.plans[turn.chat.channel], meter, people=0, day=day).percent >= ENDS


def _bot(turn: Turn) -> Bot:
    return Bot(turn.chat.channel, turn.chat.bot)


def _key(turn: Turn, month: str) -> Key:
    return Key(
        f"{RULE}{turn.chat.channel}:{turn.chat.bot}", turn.situation.person.id, month, "once"
    )


def _occurrence(turn: Turn, key: Key, now: int) -> Occurrence:
    return Occurrence(key, turn.situation.person.id, "", key.rule, due_at=now, at=now)


async def _line(tx: Transaction, turn: Turn, shell: Shell, *, until: int) -> str:
    s = turn.situation
    code = await code_until(tx, s.person.id, shell, until=until)
    return say_other_way(s.door.page, code, s.translate)
