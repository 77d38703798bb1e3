"""Bubbles for somebody else than the one who wrote."""

from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules import results
from rules.entry import Entry
from rules.person import Membership


def to_confirm(entry: Entry, sender: str, _: Translate, *, again: bool = False) -> Say:
    """Return what the unit's officer is told when somebody sent an entry, or changed it."""
    if again:
        text = _(
            "Comrade {sender} changed registration number {number} “{name}” of {unit}. "
            "It waits for your confirmation."
        )
    else:
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


def has_joined(name: str, place: Membership, _: Translate) -> Say:
    """Return what a unit's officer is told when somebody has come in by a code."""
    who = f"{name}, {place.position}," if place.position else name
    text = _("Comrade {who} has joined {unit}.").format(who=who, unit=place.unit.name)
    return Say(text, once=True)


def done_with_entry(
    result: results.Registered | results.Corrected | results.Confirmed | results.Withdrawn,
    name: str,
    _: Translate,
) -> Say:
    """Return what the other contacts of a unit are told of what one of them did."""
    words = {
        results.Registered: _("Comrade {name} sent registration number {number} “{entry}”."),
        results.Corrected: _("Comrade {name} corrected registration number {number} “{entry}”."),
        results.Confirmed: _("Comrade {name} confirmed registration number {number} “{entry}”."),
        results.Withdrawn: _("Comrade {name} took back registration number {number} “{entry}”."),
    }
    entry = result.entry
    text = words[type(result)].format(name=name, number=entry.number, entry=entry.name)
    see = act(_("See number {number}").format(number=entry.number), "show", entry.id, entry.version)
    return Say(text, rows(see), once=True)
