"""How many belong to a unit."""

from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import subject, unit_here
from dialog.ask import Ask
from dialog.turn import Translate
from rules.members import ABOUT, read_members
from rules.unit_commands import CountMembers, LeaveUnitAsIs, UnitCommand


def headcount(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for the number, which may be about."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    text = _("How many members does “{unit}” have? For example 128, or more than 4.600.")
    text = text.format(unit=card.unit.name)
    said = ask.words("members", _("Members"), text, read_members, kind="number", example="128")
    command = CountMembers(card.unit.id, int(said.removeprefix(ABOUT)), said.startswith(ABOUT))
    return ask_sure(ask, _, card, command, names={})
