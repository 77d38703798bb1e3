"""The six words people read for the state of an entry."""

from __future__ import annotations

from conversations.situation import Translate
from rules.entry import State


def say_state(state: State, _: Translate) -> str:
    """Return the state in the words of the field."""
    words: dict[State, str] = {
        "sent": _("sent"),
        "confirmed": _("confirmed"),
        "accepted": _("taken in by the office"),
        "recognised": _("recognised"),
        "returned": _("to be completed"),
        "withdrawn": _("taken back"),
    }
    return words[state]
