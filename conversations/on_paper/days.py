"""The day a paper came in."""

import datetime as dt

from conversations.moments import say_day, short_day
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.paper_days import past_day


def ask_paper_day(ask: Ask, _: Translate, year: int, *, unit: str) -> str:
    """Return the day (ISO text) a paper of a year's round came in; it names the unit found."""
    today = ask.now.date()
    read = past_day(today=today, year=year)
    text = _("On which day did the paper of {unit} come in? Today is {day}.")
    text = text.format(unit=unit, day=say_day(today, _))
    days = {"today": today, "yesterday": today - dt.timedelta(days=1)}
    offer = [Choice(code, short_day(day)) for code, day in days.items()]
    example = today.isoformat()
    said = ask.words("day", _("Came in"), text, read, kind="date", offer=offer, example=example)
    return read(said)
