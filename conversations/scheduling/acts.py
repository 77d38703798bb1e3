"""The acts of a month's schedule: see it, agree on it, remind, take the notice along."""

from collections.abc import Callable, Mapping

from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.scheduling.meant import choose, say_month, schedules, subject_of, wanted
from conversations.scheduling.text import say_notice, say_reminding, say_schedule
from conversations.situation import Situation
from rules.months import after, month_of
from rules.schedule_commands import AgreeSchedule, WantNotice
from rules.scheduling import Schedule, in_order

Then = Callable[[Situation, Schedule], Outcome]


def _of_one(s: Situation, subject: str, name: str, then: Then) -> Outcome:
    """Return what comes of an act about a schedule; of several ask which."""
    one = wanted(s, subject)
    found = schedules(s, one)
    if len(found) > 1:
        return choose(s, found, name)
    return then(s, found[0]) if found else _none_below(s)


def _none_below(s: Situation) -> Outcome:
    _ = s.translate
    text = _("No unit below yours meets by itself.")
    return Outcome((Say(text, rows(act(_("Meetings"), "meetings"))),))


def shown(s: Situation, schedule: Schedule) -> Outcome:
    """Return the table with what can be done with it."""
    *parts, last = say_schedule(s, schedule)
    return Outcome((*(Say(part) for part in parts), Say(last, rows(*ways(s, schedule)))))


def ways(s: Situation, schedule: Schedule) -> list[Option]:
    """Return what can be done with a schedule."""
    _ = s.translate
    subject, month = subject_of(schedule), say_month(schedule.month)
    options = []
    if schedule.may_agree:
        again = _("Agree on the changes of the month {month}") if schedule.revision else ""
        label = again or _("Agree on the month {month}")
        label = label.format(month=month)
        options.append(act(label, "schedule-agree", f"{subject}.{schedule.revision}"))
    if schedule.missing:
        label = _("Write a text reminding {count} cells").format(count=len(schedule.missing))
        options.append(act(label, "schedule-remind", subject))
    if len(schedule.missing) < len(schedule.lines):
        options.append(act(_("Notice to print (Word)"), "schedule-file", subject))
        options.append(act(_("Notice to forward"), "schedule-text", subject))
    return [*options, _other_month(s, schedule)]


def _other_month(s: Situation, schedule: Schedule) -> Option:
    _ = s.translate
    this = month_of(s.now.date())
    other = after(this) if schedule.month <= this else this
    label = _("Meetings of the month {month}").format(month=say_month(other))
    return act(label, "schedule", f"{schedule.unit.id}.{other}")


def _text(s: Situation, schedule: Schedule) -> Outcome:
    meetings = [(line.unit.name, line.planned) for line in in_order(schedule.lines) if line.planned]
    if not meetings:
        return shown(s, schedule)
    return Outcome((Say(say_notice(schedule.unit.name, schedule.month, meetings, s.translate)),))


def _remind(s: Situation, schedule: Schedule) -> Outcome:
    if not schedule.missing:
        return shown(s, schedule)
    return Outcome((Say(say_reminding(s, schedule)),))


def _file(_s: Situation, schedule: Schedule) -> Outcome:
    return Outcome(command=WantNotice(schedule.unit.id, schedule.month))


def _agree(s: Situation, subject: str) -> Outcome:
    seen = wanted(s, subject).revision

    def then(_s: Situation, schedule: Schedule) -> Outcome:
        revision = schedule.revision if seen is None else seen
        return Outcome(command=AgreeSchedule(schedule.unit.id, schedule.month, revision))

    return _of_one(s, subject, "schedule-agree", then)


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "schedule": lambda s, subject: _of_one(s, subject, "schedule", shown),
    "schedule-agree": _agree,
    "schedule-remind": lambda s, subject: _of_one(s, subject, "schedule-remind", _remind),
    "schedule-file": lambda s, subject: _of_one(s, subject, "schedule-file", _file),
    "schedule-text": lambda s, subject: _of_one(s, subject, "schedule-text", _text),
}
