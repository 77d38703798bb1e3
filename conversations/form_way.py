"""The button for the form of an entry to print and sign."""

from conversations.offer import act
from conversations.say import Option
from conversations.situation import Translate
from rules.entry import Entry


def form_way(found: Entry, _: Translate) -> Option:
    """Return the button, for whoever sees the entry."""
    return act(_("Form to print and sign"), "form", found.id, found.version)
