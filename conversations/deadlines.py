"""The deadlines of the year, and what they rest on."""

from conversations.closing import say_until
from conversations.moments import say_last_moment
from conversations.offer import act, rows
from conversations.say import Say
from conversations.situation import Form, Situation
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
        last = deadline(form.programme, stage.code, form.year, s.zone()).last
        lines.append(f"• {stage.label}: {say_last_moment(last, _)}")
    way = act(_("Register"), "register")
    if s.person.runs_the_office():
        way = act(_("Summary table"), "table")
    return Say("\n".join(lines), rows(way))


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
