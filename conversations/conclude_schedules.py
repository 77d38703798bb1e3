"""What is said after a committee agreed on a month's meetings, or wanted its notice."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.scheduling.acts import ways
from conversations.scheduling.meant import say_month, subject_of
from conversations.situation import Situation
from rules.schedule_commands import NoticeComing, ScheduleAgreed


def _agreed(s: Situation, r: ScheduleAgreed) -> Outcome:
    _ = s.translate
    month = say_month(r.schedule.month)
    text = _what(s, r).format(
        month=month,
        count=len(r.schedule.in_state("agreed")),
        of=len(r.schedule.lines),
        name=r.schedule.by,
        moment=say_moment(r.schedule.at, _) if r.schedule.at else "",
    )
    table = act(
        _("Meetings of the month {month}").format(month=month), "schedule", subject_of(r.schedule)
    )
    others = ways(s, r.schedule)[:-1] if r.first else []  # the last is another month
    return Outcome((Say(text, rows(*others, table)),))


def _what(s: Situation, r: ScheduleAgreed) -> str:
    _ = s.translate
    if r.first:
        return _(
            "The meetings of the month {month} are agreed on: {count} of {of} cells. "
            "The officers of these cells are told by the assistant."
        )
    if not r.schedule.revision:
        return _("No cell has registered for the month {month} yet; nothing was agreed on.")
    if r.schedule.by:
        return _(
            "Comrade {name} has agreed on the month {month} already, {moment}. "
            "Your press changed nothing."
        )
    return _("The month {month} was agreed on already, {moment}. Your press changed nothing.")


def _notice(s: Situation, r: NoticeComing) -> Outcome:
    _ = s.translate
    text = _("The assistant is making the file {name}. It comes here by itself.")
    return Outcome((Say(text.format(name=r.name)),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    ScheduleAgreed: _agreed,
    NoticeComing: _notice,
}
