"""A source of what all people of offices are told once, each of something that befell the bot."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.remind.source import Moment
from rules.occurrences import Due, Key
from storage import gaps, occurrences
from storage.database import Transaction

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ToOffices(Generic[T]):
    """The source of the rules that begin with `rule`.

    befell  reads what there is to tell of
    called  names one of it: the rest of its rule
    span    from when until when (UTC milliseconds) one is told of
    told    what somebody, the subject of the key, is told of one
    """

    rule: str
    befell: Callable[[Transaction], Awaitable[Sequence[T]]]
    called: Callable[[T], str]
    span: Callable[[T], tuple[int, int]]
    told: Callable[[Transaction, T, Key, Moment], Awaitable[Due]]

    def owns(self, rule: str) -> bool:
        """Return whether a rule is one of it."""
        return rule.startswith(self.rule)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what nobody was told of yet."""
        found = [one for one in await self.befell(tx) if self._is_due(one, moment, ahead)]
        if not found:
            return ()
        staff = await gaps.staff(tx, today=moment.local.date().isoformat())
        keys = {self._key(one, person): one for one in found for person in sorted(staff)}
        done = await occurrences.decided(tx, list(keys))
        return [
            await self.told(tx, one, key, moment) for key, one in keys.items() if key not in done
        ]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same as it stands now; what is over is none of it."""
        known = {self._rule(one): one for one in await self.befell(tx)}
        staff = await gaps.staff(tx, today=moment.local.date().isoformat())
        return [
            await self.told(tx, known[key.rule], key, moment)
            for key in keys
            if key.rule in known and key.subject in staff
        ]

    def _is_due(self, one: T, moment: Moment, ahead: int) -> bool:
        first, until = self.span(one)
        return first <= ahead and moment.now < until

    def _rule(self, one: T) -> str:
        return f"{self.rule}{self.called(one)}"

    def _key(self, one: T, person: str) -> Key:
        return Key(self._rule(one), person, "1", "told")
