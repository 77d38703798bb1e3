"""A unit goes under another one."""

from conversations.organising.pick_unit import pick_unit
from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import ask_day, itself_and_below, subject, unit_here
from dialog.ask import Ask
from dialog.turn import Translate
from rules.unit_commands import LeaveUnitAsIs, MoveUnit, UnitCommand


def move(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for the unit above and the first day."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    text = _("To which unit does “{unit}” belong directly now? Part of its name will do.")
    above = (card.above.id,) if card.above else ()
    but = (*above, *itself_and_below(ask, card))
    parent = pick_unit(ask, _, "parent", text.format(unit=card.unit.name), but=but)
    if parent is None:
        return LeaveUnitAsIs(card.unit.id)
    command = MoveUnit(card.unit.id, parent.id, ask_day(ask, _, card))
    return ask_sure(ask, _, card, command, names={parent.id: parent.name})
