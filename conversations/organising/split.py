"""A unit becomes several new ones."""

from conversations.organising.ask_name import ask_name
from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import ask_day, unit_here
from conversations.subject import subject
from dialog.ask import Ask
from dialog.turn import Translate
from rules.unit_commands import LeaveUnitAsIs, SplitUnit, UnitCommand

MOST, LEAST = 9, 2


def split(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for the names of the new units and their first day."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    names = _names(ask, _, card.unit.name)
    command = SplitUnit(card.unit.id, tuple(names), ask_day(ask, _, card))
    return ask_sure(ask, _, card, command, names={})


def _names(ask: Ask, _: Translate, unit: str) -> list[str]:
    names: list[str] = []
    text = _("What is the first unit called that “{unit}” becomes? Its full name, please.")
    while len(names) < MOST:
        skip = _("These are all") if len(names) >= LEAST else ""
        name = ask_name(ask, _, f"name{len(names)}", text.format(unit=unit), skip=skip)
        if not name:
            break
        names.append(name)
        text = _("What is the next one called?")
    return names
