"""What a bot may still say this month where its channel counts, and what of it goes first.

Answers always go. What cannot wait (news, meetings, the last day of something) goes while enough
is left for the answers of the days to come; other reminders while enough is left for both.
"""

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from rules.occurrences import Due

# answer   to somebody who wrote
# urgent   news, a meeting, the last reminder before an end
# ordinary whatever is still of use in two days
Kind: TypeAlias = Literal["answer", "urgent", "ordinary"]

HELD = "budget"  # what a row of the outbox has for its error while it waits for this
WARNS, ENDS = 80, 95  # per cent used: the office is told; people are told another way

# Registering step by step takes eight answers (as many messages come in): in a month of
# registering everybody may do so once, and what is kept for it melts away with the month.
_ANSWERS = 8
# Two stages that end with two reminders each which cannot wait, two meetings with an invitation
# and a word the day before, an announcement and its reminder: ten; two more for what nobody plans.
_URGENT = 12
_LAST_CHANCE_MS = 36 * 3_600_000  # what ends tomorrow afternoon is told now or never
_TRIED_MS = 24 * 3_600_000  # a channel that takes nothing more is tried so often: it may be wrong


@dataclass(frozen=True, slots=True)
class Plan:
    """What a channel gives each of its bots a month; `both`: messages that come in count, too."""

    messages: int
    people: int
    both: bool


@dataclass(frozen=True, slots=True)
class Meter:
    """What a bot has said and heard in a month.

    spent_at  when the channel said last that nothing is left (UTC ms), 0 if it has not since then
    """

    sent: int = 0
    received: int = 0
    spent_at: int = 0


@dataclass(frozen=True, slots=True)
class Budget:
    """How a bot stands on a local day, with so many people; `under_way` is being said just now."""

    plan: Plan
    meter: Meter
    people: int
    day: dt.date
    under_way: int = 0

    @property
    def used(self) -> int:
        """How many messages count so far."""
        received = self.meter.received if self.plan.both else 0
        return self.meter.sent + received + self.under_way

    @property
    def left(self) -> int:
        """How many may still be said; none once the channel said so, whatever we counted."""
        return 0 if self.meter.spent_at else max(0, self.plan.messages - self.used)

    @property
    def percent(self) -> int:
        """How much of the month's messages is used."""
        return 100 if self.meter.spent_at else self.used * 100 // max(1, self.plan.messages)

    def kept_for(self, kind: Kind) -> int:
        """Return how many messages are not for this kind, but for what goes before it."""
        if kind == "answer":
            return 0
        of = self.plan.messages
        per_person = _ANSWERS * 2 if self.plan.both else _ANSWERS
        kept = min(self.people * per_person, of // 2)  # in a small plan something is left to say
        if kind == "ordinary":
            kept += min(self.people * _URGENT, of // 4)
        return -(-kept * self._days_ahead() // self._days())

    def may_say(self, kind: Kind, messages: int) -> bool:
        """Return whether so many messages of a kind may go now; an answer is always tried."""
        return kind == "answer" or self.left - messages >= self.kept_for(kind)

    def may_try(self, kind: Kind, messages: int, *, now: int) -> bool:
        """Return whether this may find out if a channel that took nothing more takes it again.

        A day after it refused last, and one at a time; `now` is UTC milliseconds.
        """
        if self.under_way or 0 <= now - self.meter.spent_at < _TRIED_MS:
            return False
        return replace(self, meter=replace(self.meter, spent_at=0)).may_say(kind, messages)

    def _days(self) -> int:
        return calendar.monthrange(self.day.year, self.day.month)[1]

    def _days_ahead(self) -> int:
        """Return how many days of the month there are, today among them."""
        return self._days() - self.day.day + 1


def kind_of(due: Due, *, now: int) -> Kind:
    """Return how urgent something due is at a moment (UTC milliseconds)."""
    last_chance = due.until - now <= _LAST_CHANCE_MS
    return "urgent" if due.urgent or due.news or last_chance else "ordinary"


def month_of(day: dt.date) -> str:
    """Return the month a day counts to: "2027-03"."""
    return f"{day:%Y-%m}"


def next_month(day: dt.date) -> dt.date:
    """Return the first day of the month after a day's."""
    return (day.replace(day=1) + dt.timedelta(days=31)).replace(day=1)
