"""Bubbles for somebody else than the one who wrote."""

from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.entry import Entry


def to_confirm(entry: Entry, sender: str, _: Translate) -> Say:
    """Return what the unit's officer is told when somebody of the unit sent an entry."""
    text = _(
        "Comrade {sender} sent registration number {number} “{name}” for {unit}. "
        "It waits for your confirmation."
    )
    text = text.format(sender=sender, number=entry.number, name=entry.name, unit=entry.unit.name)
    see = _("See number {number}").format(number=entry.number)
    ways = rows(
        act(_("Confirm"), "confirm", entry.id, entry.version),
        act(see, "show", entry.id, entry.version),
    )
    return Say(text, ways, once=True)
