"""The office reminds its units by hand: first it reads whom that reaches."""

from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.situation import Situation
from conversations.summary.whose import Meant
from rules.numbers import say_number
from rules.reminding_commands import Nudge
from rules.reminding_requests import NudgeOf, NudgePlan

_DOT = "."


def nudge_preview(s: Situation, one: Meant) -> Outcome:
    """Return whom a reminder would reach now, with the button that sends it."""
    _ = s.translate
    plan = _plan(s, one)
    if not plan.short:
        return Outcome((Say(_("Nobody has to be reminded: every unit has enough.")),))
    text = _(
        "A reminder through the assistant goes to {people} contacts of {reached} units, "
        "of {short} that are short. Each reads what its own unit lacks, and can register at once."
    )
    lines = [
        text.format(
            people=say_number(plan.people),
            reached=say_number(plan.reached),
            short=say_number(plan.short),
        )
    ]
    if plan.short > plan.reached:
        text = _("{count} units have nobody in the assistant: they have to be called.")
        lines.append(text.format(count=say_number(plan.short - plan.reached)))
    if plan.papers:
        text = _("Not reminded: {count} units whose paper is here or on its way.")
        lines.append(text.format(count=say_number(plan.papers)))
    if plan.last.at:
        text = _("Last time: {moment}.")
        lines.append(text.format(moment=say_moment(plan.last.at, _)))
    return Outcome((Say("\n".join(lines), rows(*_ways(s, one, plan))),))


def nudge(one: Meant, after: str) -> Outcome:
    """Return the command; `after` is what was known of the last time when this was offered."""
    return Outcome(command=Nudge(one.unit.id, one.form.programme.code, one.round, after))


def read_nudge(subject: str) -> tuple[str, str]:
    """Return the table and the last time that a button names."""
    table, _, after = subject.rpartition(_DOT)
    return table, after


def _plan(s: Situation, one: Meant) -> NudgePlan:
    plan: NudgePlan = s.facts_of(NudgeOf(one.unit.id, one.form.programme.code, one.round))
    return plan


def _ways(s: Situation, one: Meant, plan: NudgePlan) -> list[Option]:
    _ = s.translate
    ways = [
        act(_("A text to forward yourself"), "remind-text", one.subject),
        act(_("Who is missing, with phone numbers"), "missing", one.subject),
    ]
    if plan.people:
        label = _("Remind {count} contacts now").format(count=say_number(plan.people))
        ways.insert(0, act(label, "nudge", f"{one.subject}{_DOT}{plan.last.id}"))
    return ways
