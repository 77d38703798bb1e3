"""A unit gets another name."""

from conversations.organising.ask_name import ask_name
from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import ask_day, unit_here
from conversations.subject import subject
from dialog.ask import Ask
from dialog.turn import Translate
from rules.unit_commands import LeaveUnitAsIs, RenameUnit, UnitCommand


def rename(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for the new name and its first day."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    text = _("What is “{unit}” called now? Its full name, please.").format(unit=card.unit.name)
    name = ask_name(ask, _, "name", text)
    return ask_sure(ask, _, card, RenameUnit(card.unit.id, name, ask_day(ask, _, card)), names={})
