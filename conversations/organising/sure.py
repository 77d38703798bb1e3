"""A change read back with what it means, and the second yes."""

from collections.abc import Sequence

from conversations.organising.changes import Names, say_change
from dialog.ask import Ask
from dialog.turn import Translate
from rules import unit_commands
from rules.unit_card import UnitCard
from rules.unit_commands import LeaveUnitAsIs, UnitChange, UnitCommand

_ENDS = (unit_commands.MergeUnits, unit_commands.SplitUnit, unit_commands.EndUnit)
_NAMES = (unit_commands.RenameUnit, unit_commands.RetypeUnit)
_STAYS = (*_NAMES, unit_commands.MoveUnit)


def ask_sure(
    ask: Ask,
    _: Translate,
    card: UnitCard,
    command: UnitChange,
    *,
    names: Names,
    ending: Sequence[UnitCard] = (),
) -> UnitCommand:
    """Return the command after the second yes, else that nothing is to be changed.

    `ending` are the units that will be no more. A unit changed meanwhile is read back anew.
    """
    change = say_change(command, {card.unit.id: card.unit.name, **names}, _)
    parts = (change, _effect(command, ending or (card,), _), _("Is that right?"))
    text = "\n\n".join(part for part in parts if part)
    yes, no = _("Yes, do it"), _("No, change nothing")
    if ask.maybe(f"sure{card.version}", _("Is that right?"), text, yes=yes, no=no):
        return command
    return LeaveUnitAsIs(card.unit.id)


def _effect(command: UnitChange, cards: Sequence[UnitCard], _: Translate) -> str:
    """Return what becomes of entries, people and codes of the units concerned; "" of none."""
    if not isinstance(command, _ENDS + _STAYS):
        return ""
    text = _stays(_) if isinstance(command, _STAYS) else _goes(command, _)
    counts = {
        name: sum(getattr(card, name) for card in cards)
        for name in ("entries", "people", "codes", "below")
    }
    along = counts["below"] and not isinstance(command, _NAMES)
    below = _("Units directly below: {below}; they go along.") if along else ""
    return "\n".join(filter(None, (text, below))).format(**counts)


def _stays(_: Translate) -> str:
    return _("As they are: {entries} registrations, {people} people, {codes} codes of the unit.")


def _goes(command: UnitChange, _: Translate) -> str:
    taken_over = isinstance(command, unit_commands.EndUnit) and command.successor
    if taken_over or isinstance(command, unit_commands.MergeUnits):
        return _(
            "{entries} registrations and {people} people go over to it; "
            "{codes} codes are no longer good."
        )
    return _(
        "{entries} registrations can still be looked up; {people} people no longer belong to it; "
        "{codes} codes are no longer good."
    )
