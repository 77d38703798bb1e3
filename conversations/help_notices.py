"""What somebody of the office reads of who waits for help, and how they say that it is done."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.situation import Situation, Translate
from rules.office_commands import SettleHelp
from rules.office_requests import HelpAsked
from rules.office_results import HelpSettled
from rules.phones import say_phone

MOST, BRIEF = 500, 120  # characters of what was said, in a bubble of its own and in a list
LABEL = 20  # of them on a button


def asks_for_help(asked: HelpAsked, _: Translate) -> Say:
    """Return what the staff member in charge is told at once."""
    text = _("{who} needs help; the assistant did not understand this:\n“{words}”")
    text = text.format(who=_who(asked, _), words=_shortened(asked.words, MOST))
    return Say(text, rows(done(asked, _)), once=True)


def help_line(asked: HelpAsked, _: Translate) -> str:
    """Return a call for help as one item of what waits."""
    text = _("{who} needs help: “{words}” ({moment})")
    words, moment = _shortened(asked.words, BRIEF), say_moment(asked.at, _)
    return text.format(who=_who(asked, _), words=words, moment=moment)


def done(asked: HelpAsked, _: Translate) -> Option:
    """Return the button that says that somebody was helped."""
    return act(_done(asked, _), "help-done", asked.id)


def done_in_list(asked: HelpAsked, _: Translate) -> Option:
    """Return the same button where one person may stand twice: with what they said."""
    text = _("{done}: “{words}”")
    words = _shortened(" ".join(asked.words.split()), LABEL)
    return act(text.format(done=_done(asked, _), words=words), "help-done", asked.id)


def _done(asked: HelpAsked, _: Translate) -> str:
    return _("Helped: {name}").format(name=asked.name) if asked.name else _("Helped")


def _settle(_s: Situation, subject: str) -> Outcome:
    return Outcome(command=SettleHelp(subject))


def _settled(s: Situation, r: HelpSettled) -> Outcome:
    _ = s.translate
    if r.name:
        text = _("Noted: comrade {name} was helped.").format(name=r.name)
    elif r.by and r.at:
        text = _("Comrade {name} noted this as done at {moment}. Your press changes nothing.")
        text = text.format(name=r.by, moment=say_moment(r.at, _))
    else:
        text = _("It is noted that this was seen to.")
    return Outcome((Say(text),))


def _who(asked: HelpAsked, _: Translate) -> str:
    name = _("Comrade {name}").format(name=asked.name) if asked.name else _("Somebody without name")
    more = ", ".join(filter(None, (asked.unit, say_phone(asked.phone) if asked.phone else "")))
    return f"{name} ({more})" if more else name


def _shortened(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {"help-done": _settle}
WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {HelpSettled: _settled}
