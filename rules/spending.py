"""How much of a month's messages a bot has used: what offices are told, and can ask for."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Spending:
    """A bot that has used most of what it may say in a month.

    held   how many messages wait until its people write or more may be said
    spent  whether the channel takes nothing more
    again  the first day of the next month
    tight  whether what cannot wait waits, too: only answers go
    """

    channel: str
    bot: str
    name: str
    used: int
    allowed: int
    held: int
    spent: bool
    again: dt.date
    tight: bool = False


@dataclass(frozen=True, slots=True)
class SpendingOf:
    """Which bots have used most of their month? Of interest to this office -> tuple[Spending, ...].

    They are the bots of everybody: how much they say is no secret of a unit.
    """

    unit: str
    examples: ClassVar[tuple[Any, ...]] = (
        (),
        (Spending("zalo", "1", "Bot", 2_412, 3_000, 12, False, dt.date(2027, 4, 1)),),
        (Spending("zalo", "1", "Bot", 2_912, 3_000, 40, False, dt.date(2027, 4, 1), tight=True),),
    )


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Somebody the assistant could not reach since `at` (aware, local): nothing more was left.

    `person` is their id.
    """

    person: str
    name: str
    phone: str
    unit: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class AnsweringAgain:
    """What who was not reached is told when a bot can say something again; since when."""

    at: dt.datetime
