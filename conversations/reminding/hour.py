"""At which hour somebody wants to be reminded, where it is none of those offered."""

from dialog.ask import Ask
from dialog.turn import Translate
from rules.reminding_commands import ChooseHour


def remind_hour(ask: Ask, _: Translate) -> ChooseHour:
    """Ask for the hour."""
    text = _("At which hour are you to be reminded? Example: 19:30, or 7 giờ tối.")
    return ChooseHour(ask.time("hour", _("Hour"), text).isoformat("minutes"))
