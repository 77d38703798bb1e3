"""Who of the office is in charge of a unit."""

from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import unit_here
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.unit_commands import LeaveUnitAsIs, PutInCharge, UnitCommand
from rules.unit_requests import Staff, StaffOver


def in_charge(ask: Ask, _: Translate) -> UnitCommand:
    """Ask which of the office's people."""
    card = unit_here(ask)
    staff: tuple[Staff, ...] = ask.fact(StaffOver(card.unit.id)) if card else ()
    if card is None or not staff:
        return LeaveUnitAsIs(subject(ask))
    text = _("Who is in charge of “{unit}” from today on?").format(unit=card.unit.name)
    labels = {one.id: f"{one.name}, {one.position}".rstrip(", ") for one in staff}
    choices = [Choice(key, label) for key, label in labels.items()]
    person = ask.choice("person", _("In charge"), text, choices)
    names = {one.id: one.name for one in staff}
    return ask_sure(ask, _, card, PutInCharge(card.unit.id, person), names=names)
