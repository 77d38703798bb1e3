"""What somebody reads who came second: who was first, with what, and when."""

from conversations.moments import say_clock, short_day
from conversations.situation import Situation
from dialog.turn import Translate
from rules.results import TooLate


def say_second(s: Situation, result: TooLate) -> str:
    """Return who did what with an entry, and that what came later changes nothing."""
    _ = s.translate
    if result.entry and result.at is None and result.entry.state == "accepted":
        text = _("The office has taken in registration number {number} already.")  # by a list
        return text.format(number=result.entry.number) + " " + _("What you did changes nothing.")
    if result.entry is None or result.at is None:
        return _("This was changed in the meantime; what you did changes nothing.")
    if result.own:
        text, who = _own(_)[result.act], ""
    else:
        text = _others(_)[result.act]
        who = _("Comrade {name}").format(name=result.by) if result.by else _("Somebody")
    clock = say_clock(result.at, _)
    if result.at.date() != s.now.date():
        clock = _("{clock} on {day}").format(clock=clock, day=short_day(result.at.date()))
    first = text.format(who=who, number=result.entry.number, clock=clock)
    return f"{first} " + _("What you did changes nothing.")


def _others(_: Translate) -> dict[str, str]:
    corrected = _("{who} has corrected registration number {number} at {clock}.")
    return {
        "register": _("{who} has sent registration number {number} at {clock}."),
        "type-in": _("{who} has typed in registration number {number} at {clock}."),
        "import": corrected,
        "correct": corrected,
        "confirm": _("{who} has confirmed registration number {number} at {clock}."),
        "withdraw": _("{who} has taken back registration number {number} at {clock}."),
        "accept": _("{who} has taken in registration number {number} at {clock}."),
        "return": _("{who} has asked for a supplement to number {number} at {clock}."),
        "mend": _("{who} has corrected the spelling of number {number} at {clock}."),
        "ask-correction": _("{who} has asked for a correction of number {number} at {clock}."),
        "grant": _("{who} has agreed to the correction of number {number} at {clock}."),
        "refuse-correction": _("{who} has not agreed to correct number {number} at {clock}."),
    }


def _own(_: Translate) -> dict[str, str]:
    you = _("You")
    return {name: text.replace("{who}", you) for name, text in _others(_).items()}
