"""What officers are told of a month's schedule by itself."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.moments import say_day
from conversations.offer import act, rows
from conversations.say import Option, Say
from conversations.scheduling.meant import say_month
from conversations.scheduling.text import say_change, say_notice, say_planned
from dialog.turn import Translate
from rules.numbers import say_number
from rules.schedule_dues import ChangedSince, MonthNotice, StillMissing, ToAgree, ToRegister

NAMED = 10  # units missing that are named; the table has them all
LISTED = 30  # meetings of a notice; of more a unit hears its own


def _to_register(facts: ToRegister, _: Translate) -> Say:
    text = _(
        "The committee has not received when {unit} meets in the month {month}. "
        "Please register day, hour and place before {day}."
    )
    month = say_month(facts.month)
    text = text.format(unit=facts.unit.name, month=month, day=say_day(facts.before, _))
    label = _("Register the meeting of the month {month}").format(month=month)
    return Say(text, rows(act(label, "meeting-new")))


def _missing(facts: StillMissing, _: Translate) -> Say:
    text = _("Meetings of the month {month}: {count} of {of} cells have not registered: {names}.")
    names = "; ".join(facts.missing[:NAMED])
    more = len(facts.missing) - NAMED
    if more > 0:
        names = _("{names} and {count} more cells").format(names=names, count=say_number(more))
    text = text.format(
        month=say_month(facts.month), count=len(facts.missing), of=facts.of, names=names
    )
    return Say(text, rows(_table(facts.committee.id, facts.month, _)))


def _to_agree(facts: ToAgree, _: Translate) -> Say:
    text = _(
        "Today the meetings of the month {month} are to be agreed on: "
        "{registered} of {of} cells have registered."
    )
    registered = facts.of - facts.missing
    text = text.format(month=say_month(facts.month), registered=registered, of=facts.of)
    return Say(text, rows(_table(facts.committee.id, facts.month, _)))


def _notice(facts: MonthNotice, _: Translate) -> Say:
    head = _("{committee} has agreed on the meetings of the month {month}.")
    if facts.again:
        head = _("CHANGED: {committee} has agreed on the meetings of the month {month} again.")
    parts = [
        head.format(committee=facts.committee.name, month=say_month(facts.month)),
        _("{unit}: {planned}.").format(unit=facts.unit.name, planned=say_planned(facts.own, _)),
    ]
    if 1 < len(facts.meetings) <= LISTED:
        parts.append("\n" + say_notice(facts.committee.name, facts.month, facts.meetings, _))
    return Say("\n".join(parts))


def _changed(facts: ChangedSince, _: Translate) -> Say:
    text = _("Changed since the month {month} was agreed on: {unit} – {change}.")
    text = text.format(
        month=say_month(facts.month),
        unit=facts.unit.name,
        change=say_change(facts.was, facts.now, _),
    )
    return Say(text, rows(_table(facts.committee.id, facts.month, _)))


def _table(committee: str, month: str, _: Translate) -> Option:
    label = _("Meetings of the month {month}").format(month=say_month(month))
    return act(label, "schedule", f"{committee}.{month}")


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {
    ToRegister: _to_register,
    StillMissing: _missing,
    ToAgree: _to_agree,
    MonthNotice: _notice,
    ChangedSince: _changed,
}
