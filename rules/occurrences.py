"""What somebody is due to be told by itself, once: the key it is planned under, and why not."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

# Why something due was not sent; "" it was.
# met        nothing is owed any more: the quota is reached, it is done, everybody has replied
# paper      handed in on paper, or said to be
# exempt     the unit is, in this round
# muted      they do not want to be told
# answered   they did something about it within a day
# nearer     another step of the same matter goes on the same day, or has gone since
# away       no chat in which they can be told: the unit is on the call list
# silent     they have not agreed, or no longer do
# late       we were down, and it is of no use any more
# withdrawn  moved, paused, cancelled or stopped before it went
# gone       they stand there no longer
# budget     by the channel nothing more could be said that month
Why: TypeAlias = Literal[
    "", "met", "paper", "exempt", "muted", "answered", "nearer", "away", "silent", "late",
    "withdrawn", "gone", "budget",
]  # fmt: skip


class Key(NamedTuple):
    """What makes an occurrence one: planned by any number of planners, it is made once.

    rule      what makes it due: "deadline:PROGRAMME:STAGE", "meeting:ID", "announcement:ID" …
    subject   whom it is for: "UNIT/PERSON", or "PERSON"
    occasion  the round, or the revision of a meeting; never a time
    step      which of the rule's messages: "7" days before, "invite", "day-before" …
    """

    rule: str
    subject: str
    occasion: str
    step: str


@dataclass(frozen=True, slots=True)
class Due:
    """Something one person is to be told.

    matter  what it is about, for snoozing, muting and answering: "register:PROGRAMME:ROUND:UNIT",
            "meeting:ID" …
    day     the local day on which it goes at the person's hour; None: it goes at `at`
    at      UTC milliseconds from which it may go, where there is no day
    until   UTC milliseconds from which it is of no use
    urgent  does not wait for a working day (a meeting); quiet hours hold for everything
    joins   may stand in one message with what else is due to the person
    news    no reminder: says what they cannot know yet, to whoever muted reminders, too; of the
            same matter it goes rather than a reminder due at that moment
    why     "" while it is owed
    facts   what its words are made of: `conversations/reminding` knows them by their type
    """

    key: Key
    person: str
    unit: str
    matter: str
    until: int
    facts: Any
    day: dt.date | None = None
    at: int = 0
    urgent: bool = False
    joins: bool = True
    news: bool = False
    why: Why = ""
