"""What goes with an answer where each message counts: what is owed to who writes, another way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.acquaint import Turn
from bot.remind.attaching import Attached, attached
from bot.remind.other_way import other_ways
from bot.shell import Shell
from conversations.reminding.attached import with_line
from conversations.reminding.still_owed import nothing_owed
from conversations.say import Say
from rules.budget import Meter, month_of
from storage import meters, occurrences, planned_rows
from storage.database import Transaction
from storage.meters import Bot

if TYPE_CHECKING:
    from rules.occurrences import Key


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands for the last bubble of an answer, and in place of which planned rows.

    bubbles  with what is told by itself in each; none: the answer is as it was
    """

    bubbles: tuple[Attached, ...] = ()
    rows: tuple[str, ...] = ()

    @property
    def facts(self) -> tuple[Any, ...]:
        """What is known of what is told by itself."""
        return tuple(fact for one in self.bubbles for fact in one.facts)

    def says(self, answer: Sequence[Say]) -> tuple[Say, ...]:
        """Return the bubbles of an answer with what goes with it."""
        return (*answer[:-1], *(one.say for one in self.bubbles)) if self.bubbles else (*answer,)


NOTHING = Beside()


async def beside(
    tx: Transaction, turns: Sequence[Turn], shell: Shell, *, now: int
) -> dict[str, Beside]:
    """Return by address what goes with the answers of turns; what is owed no more is dropped."""
    said = [turn for turn in turns if not turn.failed and turn.all().says]
    counting = [turn for turn in said if turn.chat.channel in shell.plans]
    asking = [turn for turn in said if turn.all().owed]
    if not counting and not asking:
        return {}
    month = month_of(shell.clock.local(now).date())
    counted = await meters.of_month(tx, month, shell.plans)
    more = {turn.address: Beside((Attached(_nothing(turn)),)) for turn in asking}
    taking = [*asking, *_able(counting, counted)]
    found = await attached(tx, taking, shell, now=now) if taking else {}
    more |= {address: Beside(bubbles, rows) for address, (bubbles, rows) in found.items()}
    for address, (line, key) in (await other_ways(tx, counting, counted, shell, now=now)).items():
        answer = next(turn.all().says[-1] for turn in counting if turn.address == address)
        before = more.get(address, NOTHING)
        *first, last = before.bubbles or (Attached(answer),)
        told = Attached(with_line(last.say, line), last.facts, (*last.keys, key))
        more[address] = Beside((*first, told), before.rows)
    return more


def _able(turns: Sequence[Turn], counted: Mapping[Bot, Meter]) -> list[Turn]:
    """Return who did not ask, at bots that can say something: else it would wait or be lost."""
    return [
        turn
        for turn in turns
        if not turn.all().owed
        and not counted.get(Bot(turn.chat.channel, turn.chat.bot), Meter()).spent_at
    ]


def _nothing(turn: Turn) -> Say:
    return nothing_owed(turn.situation.translate)


async def note(
    tx: Transaction,
    more: Mapping[str, Beside],
    rows: Mapping[str, Sequence[str]],
    *,
    now: int,
) -> None:
    """Note which rows of the answers tell it, by address, in place of the rows planned for it."""
    into: dict[Key, str] = {}
    for address, one in more.items():
        told = rows[address][-len(one.bubbles) :]
        into |= {key: row for part, row in zip(one.bubbles, told, strict=True) for key in part.keys}
    await occurrences.put_into(tx, into)
    replaced = sorted(row for one in more.values() for row in one.rows)
    await planned_rows.drop(tx, dict.fromkeys(replaced, "dropped"), at=now)
