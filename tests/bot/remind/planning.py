"""A source that a test fills by hand, and a planner that asks it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.remind.planner import Planner
from bot.remind.source import Keeper, Moment, Source
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.occurrences import Due, Key, Why
from storage.database import Database, Transaction
from tests.hamlet import Hamlet

FOREVER = 4_000_000_000_000


@dataclass(frozen=True, slots=True)
class Errand:
    """What a test's reminders are made of."""

    words: str


@dataclass(slots=True)
class Errands:
    """A source of what a test says is due; `now_why` is what has become of it meanwhile."""

    all: list[Due] = field(default_factory=list)
    now_why: dict[str, Why] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def owns(self, rule: str) -> bool:
        return rule.startswith("errand")

    async def due(self, _tx: Transaction, _moment: Moment, *, ahead: int) -> Sequence[Due]:
        return [due for due in self._now() if due.at <= ahead]

    async def again(self, _tx: Transaction, keys: Sequence[Key], _moment: Moment) -> Sequence[Due]:
        return [due for due in self._now() if due.key in keys]

    def _now(self) -> list[Due]:
        return [
            replace(due, why=self.now_why.get(due.matter, due.why))
            for due in self.all
            if due.matter not in self.gone
        ]


def errand(words: str, person: str = "pao", *, step: str = "7", **more: Any) -> Due:
    """Return something due to somebody since long ago, told with one button."""
    key = Key(f"errand:{words}", f"suoi-da/{person}", "2027", step)
    given = {"until": FOREVER, "facts": Errand(words), **more}
    return Due(key, person, "suoi-da", f"errand:{words}", **given)


def said(facts: Errand, _: Translate) -> Say:
    """Return what is said of an errand; of a bad one nothing can be."""
    if "bad" in facts.words:
        raise ZeroDivisionError
    return Say(facts.words, rows(act(f"Do {facts.words}", "main", facts.words[:8])))


def planner(world: Hamlet, *sources: Source, keepers: Sequence[Keeper] = ()) -> Planner:
    """Return a planner as a process just started has it."""
    deliver = Deliverer(world.db, {}, world.clock, lease=world.shell.lease)
    return Planner(world.db, world.shell, deliver, Bell(), sources, keepers)


async def ledger(db: Database) -> list[tuple[str, str]]:
    """Return what was decided: the matter's words, and why it was not sent."""
    async with db.reading() as tx:
        found = await tx.rows(
            "SELECT matter, reason FROM occurrences ORDER BY matter, subject, step"
        )
    return [(matter.partition(":")[2], reason) for matter, reason in found]


def day(text: str) -> dt.date:
    """Return the day of "2027-03-12"."""
    return dt.date.fromisoformat(text)
