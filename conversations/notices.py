"""Bubbles for somebody else than the one who wrote."""

from __future__ import annotations

from conversations.offer import act
from conversations.situation import Translate
from dialog.say import Say
from rules.entry import Entry


def to_confirm(entry: Entry, sender: str, _: Translate) -> Say:
    """Return what the unit's officer is told when somebody of the unit sent an entry."""
    text = _(
        "Comrade {sender} sent registration number {number} “{name}” for {unit}. It waits for your confirmation."
    ).format(sender=sender, number=entry.number, name=entry.name, unit=entry.unit.name)
    return Say(
        text,
        (
            (act(_("Confirm"), "confirm", entry.id, entry.version),),
            (
                act(
                    _("See number {number}").format(number=entry.number),
                    "show",
                    entry.id,
                    entry.version,
                ),
            ),
        ),
        once=True,
    )
