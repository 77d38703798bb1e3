"""Looking for a unit to see its card."""

from conversations.organising.pick_unit import pick_unit
from dialog.ask import Ask
from dialog.turn import Translate
from rules.unit_commands import LeaveUnitAsIs


def find_unit(ask: Ask, _: Translate) -> LeaveUnitAsIs:
    """Ask which one of those the person sees."""
    text = _("Which unit? Part of its name will do, an old name too.")
    unit = pick_unit(ask, _, "unit", text, change=False)
    return LeaveUnitAsIs(unit.id if unit else "", looked=True)
