"""Several units become one."""

from collections.abc import Sequence
from functools import partial

from conversations.organising.ask_name import ask_name
from conversations.organising.changes import listed
from conversations.organising.pick_unit import pick_unit
from conversations.organising.sure import ask_sure
from conversations.organising.unit_here import ask_day, unit_here
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.person import Unit
from rules.unit_card import UnitCard
from rules.unit_commands import LeaveUnitAsIs, MergeUnits, UnitCommand
from rules.unit_requests import CardOf

MOST = 5  # others; a reform merged three
NEW = "new"


def merge(ask: Ask, _: Translate) -> UnitCommand:
    """Ask with which units, into which of them or a new one, and from when."""
    card = unit_here(ask)
    others = _others(ask, _, card) if card else []
    if card is None or not others:
        return LeaveUnitAsIs(subject(ask))
    into, name = _heir(ask, _, [card.unit, *others])
    day = ask_day(ask, _, card)
    command = MergeUnits(card.unit.id, tuple(unit.id for unit in others), into, name, day)
    ending: list[UnitCard] = [
        found
        for unit in (card.unit, *others)
        if unit.id != into and (found := ask.fact(CardOf(unit.id)))
    ]
    names = {unit.id: unit.name for unit in others}
    return ask_sure(ask, _, card, command, names=names, ending=ending)


def _others(ask: Ask, _: Translate, card: UnitCard) -> list[Unit]:
    """Return the units to merge with, one after the other."""
    others: list[Unit] = []
    text = _("With which unit is “{unit}” merged? Part of its name will do.")
    which = _("With which unit is it to be merged?")
    while len(others) < MOST:
        but = (card.unit.id, *(unit.id for unit in others))
        text = text.format(unit=card.unit.name)
        unfit = partial(_unfit, ask, _, (card.unit, *others))
        found = pick_unit(ask, _, f"with{len(others)}", text, but=but, unfit=unfit, which=which)
        if found is None:
            break
        others.append(found)
        more = _("“{unit}” too. Is another one merged with them?").format(unit=found.name)
        yes, no = _("Yes, another one"), _("No, these are all")
        if not ask.maybe(f"more{len(others)}", _("Another one"), more, yes=yes, no=no):
            break
        text = _("Which one? Part of its name will do.")
    return others


def _unfit(ask: Ask, _: Translate, units: Sequence[Unit], found: Unit) -> str:
    """Return why a unit that is above or below one of the others cannot be merged with them."""
    for unit in units:
        for lower, upper in ((unit, found), (found, unit)):
            if _is_below(ask, lower, upper):
                text = _(
                    "“{lower}” is below “{upper}”, so they cannot be merged. Type another name; "
                    "for it to go into “{upper}”, end it."
                )
                return text.format(lower=lower.name, upper=upper.name)
    return ""


def _is_below(ask: Ask, lower: Unit, upper: Unit) -> bool:
    above = _above(ask, lower)
    while above and above.id != upper.id:
        above = _above(ask, above)
    return above is not None


def _above(ask: Ask, unit: Unit) -> Unit | None:
    card: UnitCard | None = ask.fact(CardOf(unit.id))
    return card.above if card else None


def _heir(ask: Ask, _: Translate, units: list[Unit]) -> tuple[str, str]:
    """Return the id of the unit they go into, or "" and the name of a new one."""
    text = _("{units} are merged. Into which unit?")
    text = text.format(units=listed([unit.name for unit in units], _))
    choices = [*(Choice(unit.id, unit.name) for unit in units), Choice(NEW, _("A new unit"))]
    into = ask.choice("into", _("Into"), text, choices)
    if into != NEW:
        return into, ""
    text = _("What is the new unit called? Its full name, please.")
    return "", ask_name(ask, _, "into/name", text)
