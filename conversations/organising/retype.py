"""A unit becomes one of another type."""

from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import programme_here, unit_here
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.unit_commands import LeaveUnitAsIs, RetypeUnit, UnitCommand


def retype(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for the type."""
    card = unit_here(ask)
    types = dict(programme_here(ask).unit_types)
    others = [
        Choice(code, label) for code, label in types.items() if card and code != card.unit.type
    ]
    if card is None or not others:
        return LeaveUnitAsIs(subject(ask))
    text = _("Of which type is “{unit}” now?").format(unit=card.unit.name)
    type_ = ask.choice("type", _("Type"), text, others)
    return ask_sure(ask, _, card, RetypeUnit(card.unit.id, type_), names=types)
