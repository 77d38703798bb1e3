"""A source of which so little is ever due that all of it is read each time."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.remind.source import Moment
from rules.occurrences import Due, Key
from storage import occurrences
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Few:
    """A source of the rules that begin with `rule`; `dues` reads all that is owed now."""

    rule: str
    dues: Callable[[Transaction, Moment], Awaitable[Sequence[Due]]]

    def owns(self, rule: str) -> bool:
        """Return whether a rule is one of it."""
        return rule.startswith(self.rule)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what nobody was told of yet."""
        found = [due for due in await self.dues(tx, moment) if due.at <= ahead]
        done = await occurrences.decided(tx, [due.key for due in found]) if found else set()
        return [due for due in found if due.key not in done]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same as it stands now; what is owed no more is none of it."""
        wanted = set(keys)
        return [due for due in await self.dues(tx, moment) if due.key in wanted]
