"""A unit goes under another one."""

from functools import partial

from conversations.organising.pick_unit import pick_unit
from conversations.organising.refusals import unit_refusals
from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import (
    ask_day,
    itself_and_below,
    programme_here,
    unit_here,
)
from conversations.subject import subject
from dialog.ask import Ask
from dialog.turn import Translate
from rules.person import Unit
from rules.unit_commands import LeaveUnitAsIs, MoveUnit, UnitCommand


def move(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for the unit above and the first day."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    text = _("To which unit does “{unit}” belong directly now? Part of its name will do.")
    above = (card.above.id,) if card.above else ()
    but = (*above, *itself_and_below(ask, card))
    text = text.format(unit=card.unit.name)
    parent = pick_unit(ask, _, "parent", text, but=but, unfit=partial(_unfit, ask, _, card.unit))
    if parent is None:
        return LeaveUnitAsIs(card.unit.id)
    command = MoveUnit(card.unit.id, parent.id, ask_day(ask, _, card))
    return ask_sure(ask, _, card, command, names={parent.id: parent.name})


def _unfit(ask: Ask, _: Translate, unit: Unit, parent: Unit) -> str:
    """Return why the unit cannot stand there by its type, "" where it can or no type is known."""
    known = unit.type and parent.type
    if not known or programme_here(ask).may_stand_under(unit.type, parent.type):
        return ""
    return unit_refusals(_)["wrong-parent"].format(unit=unit.name, parent=parent.name)
