"""What the contacts of units are told when these become others."""

from conversations.offer import act, rows
from conversations.organising.changes import say_change
from conversations.organising.naming import names_in
from conversations.say import Say
from dialog.turn import Translate
from rules import unit_commands
from rules.unit_results import UnitChanged

NEWS = (
    unit_commands.RenameUnit,
    unit_commands.MoveUnit,
    unit_commands.MergeUnits,
    unit_commands.SplitUnit,
    unit_commands.EndUnit,
)


def to_contacts(changed: UnitChanged, _: Translate) -> Say:
    """Return what somebody who stands for a unit is told of its change."""
    change = say_change(changed.command, names_in(changed), _)
    text = _("The office reports. {change} What was registered is kept.").format(change=change)
    return Say(text, rows(act(_("My unit"), "unit")), once=True)
