"""Why something was not sent, and what became of what was: each in a few words."""

from collections.abc import Mapping

from conversations.moments import say_clock
from dialog.turn import Translate
from rules.occurrences import Why
from rules.why_requests import Decided, Fate


def reasons(_: Translate) -> Mapping[Why, str]:
    """Return why something was not sent, by the reason the ledger has."""
    return {
        "met": _("nothing is owed any more"),
        "paper": _("handed in on paper"),
        "exempt": _("the unit is exempt this year"),
        "muted": _("these reminders were turned off"),
        "answered": _("something was done about it the same day"),
        "nearer": _("a later reminder went instead"),
        "away": _("not with the assistant yet, to be called"),
        "silent": _("has not agreed to be told"),
        "late": _("the assistant was interrupted, and it was too late"),
        "withdrawn": _("it was moved or cancelled"),
        "gone": _("no longer stands there"),
        "budget": _("too few messages were left that month"),
    }


def fate_words(one: Decided, _: Translate) -> str:
    """Return what became of a reminder: sent when, or not and why."""
    if one.reason:
        return _("not sent: {reason}").format(reason=_reason(one, _))
    if one.page:
        return _("on the web page, read") if one.read else _("on the web page, not opened yet")
    if one.sent:
        return _("sent at {clock}").format(clock=say_clock(one.sent, _))
    return _fates(_)[one.fate]


def _reason(one: Decided, _: Translate) -> str:
    if one.reason == "met" and one.rule.startswith("deadline:"):
        return _("the quota is reached")
    return reasons(_)[one.reason]


def _fates(_: Translate) -> Mapping[Fate, str]:
    return {
        "": _("not gone yet"),
        "pending": _("waiting to be sent"),
        "held": _("few messages are left this month: it goes with the next answer"),
        "sending": _("being sent"),
        "sent": _("sent"),
        "failed": _("could not be sent"),
        "unknown": _("may not have arrived"),
        "expired": _("could not be sent for a day"),
        "parked": _("waiting: they have blocked the assistant"),
        "dropped": _("not sent: nothing is owed any more"),
    }


def matter_words(rule: str, _: Translate) -> str:
    """Return what kind of thing a rule is about."""
    return matters(_).get(rule.partition(":")[0], _("Reminder"))


def matters(_: Translate) -> Mapping[str, str]:
    """Return the kinds of things rules are about, by how the rules begin."""
    return {
        "deadline": _("Reminder of the deadline"),
        "draft": _("Reminder of the unfinished text"),
        "deadline-change": _("New deadline"),
        "meeting": _("Meeting"),
        "schedule": _("Schedule of meetings"),
        "duties": _("What a secretary has to do"),
        "campaign": _("Campaign"),
        "announcement": _("Announcement"),
        "launch": _("Launched model"),
        "nudge": _("Reminder by the office"),
        "blocked": _("Somebody cannot be reached"),
        "gap": _("Interruption of the assistant"),
        "bot": _("A bot that can send nothing"),
        "other-way": _("Another way to the assistant"),
        "spending": _("Messages of the month"),
        "answering": _("The assistant answers again"),
    }
