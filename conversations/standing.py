"""How the person's units stand, and the deadlines of the year."""

from conversations.closing import say_until
from conversations.dialogs import front
from conversations.drafts import draft_line, go_on, registrations
from conversations.launched import say_left
from conversations.moments import say_last_moment, say_moment
from conversations.offer import act, rows
from conversations.office_duties import say_to_office
from conversations.proved import say_proved
from conversations.say import Say
from conversations.situation import Form, Situation
from conversations.states import entry_line, say_standing
from rules.person import Membership
from rules.requests import EntriesOf, StandingOf
from rules.rounds import deadline


def standing(s: Situation) -> Say:
    """Return how each of the person's units stands, and what they have not finished."""
    _ = s.translate
    form = s.forms[0]
    head = _("“Dân vận khéo” {year} ({moment})")
    parts = [head.format(year=form.year, moment=say_moment(s.now, _))]
    parts += [_unit(s, form, hat) for hat in s.person.memberships]
    drafts = registrations(s)
    if drafts:
        parts.append("\n".join(draft_line(s, dialog) for dialog in drafts))
    parts += say_to_office(s, form)
    parts.append(say_until(form, s.now, _))
    ways = [go_on(s, dialog) for dialog in drafts if dialog is not front(s)]
    return Say("\n\n".join(parts), rows(*ways, act(_("Register"), "register")))


def _unit(s: Situation, form: Form, hat: Membership) -> str:
    _ = s.translate
    found = s.facts_of(StandingOf(hat.unit.id, form.year))
    how = say_standing(found, _)
    if found.exempt:
        exempt = _("exempt in {year}: {reason}").format(year=form.year, reason=found.exempt)
        how = f"{exempt}; {how}" if found.registered else exempt
    lines = [f"{hat.unit.name}: {how}."]
    if found.quota and found.met and not found.exempt:
        lines.append(_("Nothing more needs to be done now."))
    if hat.confirmed and not found.exempt:
        lines += say_proved(s, form, hat.unit, hat.role)
    if not hat.confirmed:
        lines.append(_("Your place in this unit is not confirmed yet; you see only what you sent."))
    entries = s.facts_of(EntriesOf(hat.unit.id))
    lines += [entry_line(entry, _, year=form.year) for entry in entries if entry.round == form.year]
    lines += say_left(form, hat.unit, entries, _)
    return "\n".join(lines)


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
    return Say("\n".join(lines), rows(act(_("Register"), "register")))


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
