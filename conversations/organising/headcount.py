"""How many belong to a unit."""

from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import unit_here
from conversations.subject import subject
from dialog.ask import Ask
from dialog.turn import Translate
from rules.members import read_members, show_members
from rules.unit_commands import CountMembers, LeaveUnitAsIs, UnitCommand


def headcount(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for the number, which may be about."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    text = _("How many members does “{unit}” have? For example 128, or more than 4.600.")
    text = text.format(unit=card.unit.name)
    said = ask.words("members", _("Members"), text, _counted, kind="number", example="128")
    command = CountMembers(card.unit.id, *read_members(said))
    return ask_sure(ask, _, card, command, names={})


def _counted(said: str) -> str:
    return show_members(*read_members(said))
