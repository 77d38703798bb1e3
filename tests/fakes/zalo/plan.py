"""What a bot may do in a month, and what it has done of it."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from .errors import told

Beyond: TypeAlias = Literal["refused", "unheard", "served"]
_THERE = dt.timezone(dt.timedelta(hours=7))


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is free: so many people, so many messages a month.

    counted  "out": what the bot says; "both": what is said to it as well
    beyond   what happens to one more person: the bot cannot write to them ("refused"), does not
             even hear them ("unheard"), or nothing ("served"); nobody knows
    """

    people: int = 50
    messages: int = 3000
    counted: Literal["out", "both"] = "out"
    beyond: Beyond = "refused"


class Meter:
    """Counts for one bot."""

    def __init__(self, plan: Plan, clock: Callable[[], dt.datetime]) -> None:
        self.plan = plan
        self.people: list[str] = []
        self.sent: Counter[str] = Counter()
        self.received: Counter[str] = Counter()
        self._clock = clock

    @property
    def month(self) -> str:
        """The month there, as 2027-03."""
        return f"{self._clock().astimezone(_THERE):%Y-%m}"

    @property
    def used(self) -> int:
        """What counts of this month."""
        received = self.received[self.month] if self.plan.counted == "both" else 0
        return self.sent[self.month] + received

    def hear(self, chat: str) -> bool:
        """Count a message to the bot; return whether the bot is told of it."""
        if chat not in self.people:
            self.people.append(chat)
        if self.plan.beyond == "unheard" and not self._has_room(chat):
            return False
        self.received[self.month] += 1
        return True

    def spend(self, chat: str) -> None:
        """Count a message of the bot. Raises ApiError (429) if it may not be sent."""
        turned_away = self.plan.beyond != "served" and not self._has_room(chat)
        if turned_away or self.used >= self.plan.messages:
            raise told(429)
        self.sent[self.month] += 1

    def _has_room(self, chat: str) -> bool:
        return chat not in self.people[self.plan.people :]  # a group is none of them
