"""A unit need not register in a round, or must again."""

from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import unit_here
from conversations.situation import Here, Surroundings
from conversations.subject import subject
from conversations.whose import ask_form
from dialog.ask import Ask
from dialog.turn import Translate
from rules.unit_commands import ExemptUnit, LeaveUnitAsIs, LiftExemption, UnitCommand


def exempt(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for the reason, or whether an exemption there is already is to be taken back."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    here: Surroundings = ask.fact(Here())
    form = ask_form(ask, _, here)
    code, year = form.programme.code, form.year
    if card.exempt(code, year):
        return ask_sure(ask, _, card, LiftExemption(card.unit.id, code, year), names={})
    text = _("Why need “{unit}” not register in {year}?").format(unit=card.unit.name, year=year)
    reason = ask.text("reason", _("Reason"), text, least=3, most=300)
    return ask_sure(ask, _, card, ExemptUnit(card.unit.id, code, year, reason), names={})
