"""Who writes when a bot has almost said all of its month reads once how to go on elsewhere."""

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
    ending = [
        turn
        for turn in turns
        if turn.situation.consent == "given"
        and turn.situation.door.page
        and Budget(
            shell.plans[turn.chat.channel], counted.get(_bot(turn), Meter()), people=0, day=day
        ).percent
        >= ENDS
    ]
    keys = {turn.address: _key(turn, month_of(day)) for turn in ending}
    done = await occurrences.decided(tx, list(keys.values())) if keys else set()
    left = [turn for turn in ending if keys[turn.address] not in done]
    made = [_occurrence(turn, keys[turn.address], now) for turn in left]
    won = await occurrences.decide(tx, made) if made else set()
    until = day_begins(next_month(next_month(day)), shell.clock.zone)
    return {
        turn.address: (await _line(tx, turn, shell, until=until), keys[turn.address])
        for turn in left
        if keys[turn.address] in won
    }


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
