"""What a dialog is about."""

from conversations.situation import Here, Surroundings
from dialog.ask import Ask


def subject(ask: Ask) -> str:
    """Return the id this is about."""
    here: Surroundings = ask.fact(Here())
    return here.dialog.subject
