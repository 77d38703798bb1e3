"""The day from which something is to be otherwise."""

from collections.abc import Callable

from conversations.moments import say_day, short_day
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate


def ask_from_day(ask: Ask, _: Translate, read: Callable[[str], str]) -> str:
    """Return from which day on (ISO text), as far as `read` takes it."""
    today = ask.now.date()
    text = _("From which day? Today is {day}. A day of another year: say the year too.")
    text = text.format(day=say_day(today, _))
    offer = (Choice("today", short_day(today)),)
    example = today.isoformat()
    said = ask.words("day", _("From"), text, read, kind="date", offer=offer, example=example)
    return read(said)
