"""Looking for something among all one may see."""

from conversations.redirect import LookFor
from dialog.ask import Ask
from dialog.turn import Translate


def search(ask: Ask, _: Translate) -> LookFor:
    """Ask what is looked for."""
    text = _(
        "What are you looking for? A few words of a name or of the content, a number, "
        "a unit or a person; with or without marks."
    )
    example = "nuôi ong"
    return LookFor(ask.text("words", _("Search"), text, most=200, example=example))
