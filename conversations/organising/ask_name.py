"""What a unit is called, in full and on one line."""

from dialog.ask import Ask
from dialog.turn import Translate
from rules.readers import plain_text

EXAMPLE = "Chi bộ bản Suối Đá"


def ask_name(ask: Ask, _: Translate, key: str, text: str, *, skip: str = "") -> str:
    """Return the name of a unit, "" where the question was skipped."""
    label = _("Name of the unit")
    return ask.words(key, label, text, _one_line, example=EXAMPLE, skip=skip)


def _one_line(said: str) -> str:
    return " ".join(plain_text(3, 200)(said).split())
