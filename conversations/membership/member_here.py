"""The place in a unit a conversation is about, and the day from which it is to be otherwise."""

from conversations.moments import say_day, short_day
from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.member import Member
from rules.member_requests import MemberOf
from rules.readers import iso_day


def member_here(ask: Ask) -> Member | None:
    """Return the place this is about, None for one that ended or is not theirs to change."""
    found: Member | None = ask.fact(MemberOf(subject(ask)))
    return found if found and found.may_change and found.place.confirmed else None


def subject(ask: Ask) -> str:
    """Return the id this is about."""
    here: Surroundings = ask.fact(Here())
    return here.dialog.subject


def ask_from_day(ask: Ask, _: Translate) -> str:
    """Return from which day on (ISO text)."""
    today = ask.now.date()
    read = iso_day(today)
    text = _("From which day? Today is {day}. A day of another year: say the year too.")
    text = text.format(day=say_day(today, _))
    offer = (Choice("today", short_day(today)),)
    example = today.isoformat()
    said = ask.words("day", _("From"), text, read, kind="date", offer=offer, example=example)
    return read(said)
