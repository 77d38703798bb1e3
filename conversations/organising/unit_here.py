"""The unit a conversation is about, and the day from which it is to be another."""

import datetime as dt
from functools import partial

from conversations.moments import say_day, short_day
from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.programme import Programme
from rules.readers import iso_day
from rules.refused import Refused
from rules.roles import holds
from rules.unit_card import UnitCard
from rules.unit_requests import CardOf, UnitsBelow


def unit_here(ask: Ask) -> UnitCard | None:
    """Return the unit this is about, None for one that is no more or not theirs to change."""
    here: Surroundings = ask.fact(Here())
    card: UnitCard | None = ask.fact(CardOf(here.dialog.subject))
    return card if card and not card.ended and holds(card.role, "office") else None


def subject(ask: Ask) -> str:
    """Return the id of the unit this is about."""
    here: Surroundings = ask.fact(Here())
    return here.dialog.subject


def itself_and_below(ask: Ask, card: UnitCard) -> tuple[str, ...]:
    """Return the ids of the unit and of those directly below it, which cannot stand above it."""
    below = ask.fact(UnitsBelow(card.unit.id)) if card.below else ()
    return (card.unit.id, *(unit.id for unit in below))


def programme_here(ask: Ask) -> Programme:
    """Return the programme whose types of units hold."""
    here: Surroundings = ask.fact(Here())
    return here.forms[0].programme


def ask_day(ask: Ask, _: Translate, card: UnitCard) -> str:
    """Return from which day on (ISO text), which is no earlier than the unit itself."""
    today = ask.now.date()
    read = partial(_day, card.unit.name, card.names[0].from_day if card.names else "", today=today)
    text = _("From which day? Today is {day}. A day of another year: say the year too.")
    text = text.format(day=say_day(today, _))
    offer = (Choice("today", short_day(today)),)
    example = today.isoformat()
    said = ask.words("day", _("From"), text, read, kind="date", offer=offer, example=example)
    return read(said)


def _day(unit: str, first: str, said: str, *, today: dt.date) -> str:
    day = iso_day(today)(said)
    if day < first:
        raise Refused("before-first-day", unit=unit, day=first)
    return day
