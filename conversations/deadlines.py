"""The deadlines of the year, and what they rest on."""

from collections.abc import Iterator

from conversations.closing import is_late, say_late, say_until
from conversations.deadline_ways import change_ways
from conversations.ends_of_stages import say_deadline
from conversations.offer import act, rows
from conversations.say import Say
from conversations.situation import Form, Situation
from rules.programme import Stage
from rules.rounds import deadline


def deadlines(s: Situation) -> Say:
    """Return the deadlines of the round, each with its exact last moment."""
    _ = s.translate
    form = s.forms[0]
    lines = [_("Deadlines of “Dân vận khéo” {year}:").format(year=form.year)]
    if not form.programme.has_deadline:
        lines = [say_until(form, s.now, _)]
    lines[:0] = _what_it_rests_on(s, form)
    for stage in form.programme.stages:
        lines += [f"• {stage.label}: {_of(s, form, stage)}", *_of_others(s, form, stage)]
    if form.programme.has_deadline and not is_late(form, s.now):
        lines.append(say_late(form, _))
    elif form.programme.has_deadline:
        lines.append(say_until(form, s.now, _))
    way = act(_("Register"), "register")
    if s.person.runs_the_office():
        way = act(_("Summary table"), "table")
    ways = [way, act(_("What is due this quarter"), "quarter"), act(_("Meetings"), "meetings")]
    mine = act(_("My reminders"), "my-reminders")
    return Say("\n".join(lines), rows(*ways, *change_ways(s, form), mine))


def _of(s: Situation, form: Form, stage: Stage) -> str:
    end = deadline(form.programme, stage.code, form.year, s.zone())
    # What the office wrote of a unit is for its own; who only says to belong to it knows the day.
    places = {hat.unit.id for hat in s.person.memberships if hat.confirmed}
    return say_deadline(end, s.translate, cites=form.programme.whose in places)


def _of_others(s: Situation, form: Form, stage: Stage) -> Iterator[str]:
    """Yield the deadline of each further unit of the person's that has another one."""
    _, said = s.translate, _of(s, form, stage)
    for hat in s.person.memberships:
        other = _of(s, form.of(hat.unit.id), stage)
        if other != said:
            yield _("  For {unit} alone: {deadline}").format(unit=hat.unit.name, deadline=other)


def _what_it_rests_on(s: Situation, form: Form) -> list[str]:
    """Return the document the programme rests on, and that its period does not have this year."""
    _ = s.translate
    programme, lines = form.programme, []
    if programme.basis:
        lines.append(_("By {basis}.").format(basis=programme.basis))
    if programme.rounds() and form.year not in programme.rounds():
        text = _("The document is for {first}–{last}; for {year} ask {board}.")
        period, board = programme.period, programme.office.board
        lines.append(text.format(first=period.first, last=period.last, year=form.year, board=board))
    return lines
