"""What is said of a bot that can say little or nothing more this month, and when it can again."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from conversations.channel_names import say_channel
from conversations.moments import say_day, short_day
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.numbers import say_number
from rules.spending import AnsweringAgain, Spending


def say_spending(facts: Spending, _: Translate) -> str:
    """Return how much is used, what is held back, and until when."""
    used = _spent(facts, _) if facts.spent else _used(facts, _)
    held = _("{count} messages wait.").format(count=say_number(facts.held)) if facts.held else ""
    again = _("From {day} on it is as usual.").format(day=say_day(facts.again, _))
    return " ".join(filter(None, (used, held, again)))


def _used(facts: Spending, _: Translate) -> str:
    if facts.tight:
        text = _(
            "The {channel} bot “{name}” has used {used} of its {allowed} messages this month. What"
            " is left is for answers: all else waits and goes with the next answer. Please call"
            " whoever has to know at once."
        )
        return text.format(**_of(facts, _))
    text = _(
        "The {channel} bot “{name}” has used {used} of its {allowed} messages this month. Answers"
        " and what is urgent go; other reminders may wait and go with the next answer."
    )
    return text.format(**_of(facts, _))


def _spent(facts: Spending, _: Translate) -> str:
    text = _(
        "The {channel} bot “{name}” has nothing left to say this month: {channel} takes no more of"
        " it. Who has another way is answered there; who was not stands in “Waiting”."
    )
    return text.format(**_of(facts, _))


def _of(facts: Spending, _: Translate) -> Mapping[str, str]:
    return {
        "channel": say_channel(facts.channel, _),
        "name": facts.name or "?",
        "used": say_number(facts.used),
        "allowed": say_number(facts.allowed),
    }


def _told(facts: Spending, _: Translate) -> Say:
    ways = rows(act(_("Waiting"), "waiting")) if facts.spent else ()
    return Say(say_spending(facts, _), ways)


def _again(facts: AnsweringAgain, _: Translate) -> Say:
    text = _(
        "The assistant can write to you again. Since {day} its messages did not go out here; what"
        " you wrote and got no answer to, please write once more, comrade."
    )
    return Say(text.format(day=_day(facts.at)))


def _day(at: dt.datetime) -> str:
    return short_day(at.date())


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {Spending: _told, AnsweringAgain: _again}
