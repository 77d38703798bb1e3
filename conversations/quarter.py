"""What is due this quarter: the ends of stages, and the targets of the programme."""

from conversations.ends_of_stages import say_deadline
from conversations.moments import say_day, short_day
from conversations.next_stage import say_next_stage
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Form, Situation
from rules.periods import quarter_of
from rules.quarter import DueThen, due_within


def quarter(s: Situation, _subject: str) -> Outcome:
    """Return what is due in the quarter of today, in every programme."""
    _ = s.translate
    lines = [line for form in s.forms for line in _of_programme(s, form)]
    way = act(_("Programme targets"), "targets") if _has_targets(s) else act(_("My unit"), "unit")
    return Outcome((Say("\n".join(lines), rows(act(_("All deadlines"), "deadlines"), way)),))


def _has_targets(s: Situation) -> bool:
    return s.person.runs_the_office() and any(form.programme.targets for form in s.forms)


def _of_programme(s: Situation, form: Form) -> list[str]:
    _, days = s.translate, quarter_of(s.now.date())
    due = due_within(form.programme, days, s.zone())
    text = _("Due this quarter ({first} to {last}):") if due else _("Nothing is due this quarter.")
    head = text.format(first=short_day(days.first), last=short_day(days.last))
    if len(s.forms) > 1:
        head = f"{form.programme.title}. {head}"
    lines = [head, *(_line(s, one) for one in due)]
    ahead = say_next_stage(form, s.now, _) if not due else ""
    return [*lines, *([_("Next: {stage}.").format(stage=ahead)] if ahead else [])]


def _line(s: Situation, due: DueThen) -> str:
    _ = s.translate
    when = say_deadline(due.end, _) if due.end else say_day(due.day, _)
    passed = due.end.is_past(s.now) if due.end else due.day < s.now.date()
    line = f"• {due.label.rstrip('. ')}: {when}"
    return _("{line} – past").format(line=line) if passed else line
