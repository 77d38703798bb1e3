"""A unit is no more."""

from conversations.organising.pick_unit import pick_unit
from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import ask_day, itself_and_below, unit_here
from conversations.subject import subject
from dialog.ask import Ask
from dialog.turn import Translate
from rules.unit_card import UnitCard
from rules.unit_commands import EndUnit, LeaveUnitAsIs, UnitCommand


def end(ask: Ask, _: Translate) -> UnitCommand:
    """Ask whether another unit takes over, and for the first day without it."""
    card = unit_here(ask)
    if card is None:
        return LeaveUnitAsIs(subject(ask))
    key, names, heir = card.unit.id, {}, ""
    if _has_heir(ask, _, card):
        text = _("Which unit takes over? Part of its name will do.")
        but = itself_and_below(ask, card)
        unit = pick_unit(ask, _, "successor", text, but=but)
        if unit is None:
            return LeaveUnitAsIs(key)
        names, heir = {unit.id: unit.name}, unit.id
    return ask_sure(ask, _, card, EndUnit(key, heir, ask_day(ask, _, card)), names=names)


def _has_heir(ask: Ask, _: Translate, card: UnitCard) -> bool:
    """Return whether another unit takes over, which one must where there are units below."""
    if card.below:
        return True
    text = _("“{unit}” ends. Does another unit take over its register and its people?")
    yes, no = _("Yes, another unit"), _("No, nobody")
    return ask.maybe("heir", _("Takes over"), text.format(unit=card.unit.name), yes=yes, no=no)
