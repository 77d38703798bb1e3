"""A new unit below another one."""

from conversations.organising.ask_name import ask_name
from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import ask_day, programme_here, unit_here
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.unit_card import UnitCard
from rules.unit_commands import AddUnit, LeaveUnitAsIs, UnitCommand

PLACE = "bản Suối Đá, xã Mường Mẫu"


def add(ask: Ask, _: Translate) -> UnitCommand:
    """Ask for name, type, place and first day."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    text = _("What is the new unit below “{unit}” called? Its full name, please.")
    text = text.format(unit=card.unit.name)
    name = ask_name(ask, _, "name", text)
    type_ = _type(ask, _, card)
    text, skip = _("Where does it work? Village, commune."), _("Not known yet")
    place = ask.place("place", _("Place"), text, skip=skip, example=PLACE)
    command = AddUnit(card.unit.id, name, type_, place, ask_day(ask, _, card))
    return ask_sure(ask, _, card, command, names={})


def _type(ask: Ask, _: Translate, card: UnitCard) -> str:
    """Return the type of those that may stand there, without a question if it is only one."""
    programme = programme_here(ask)
    types = programme.unit_types
    fitting = [one for one in types if programme.may_stand_under(one[0], card.unit.type)] or types
    if len(fitting) <= 1:
        return "".join(code for code, _label in fitting)
    choices = [Choice(code, label) for code, label in fitting]
    return ask.choice("type", _("Type"), _("Of which type is it?"), choices)
