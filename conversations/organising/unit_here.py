"""The unit a conversation is about, and the day from which it is to be another."""

import datetime as dt
from functools import partial

from conversations.from_day import ask_from_day
from conversations.situation import Here, Surroundings
from conversations.subject import subject
from dialog.ask import Ask
from dialog.turn import Translate
from rules.programme import Programme
from rules.readers import iso_day
from rules.refused import Refused
from rules.roles import holds
from rules.unit_card import UnitCard
from rules.unit_requests import CardOf, UnitsBelow


def unit_here(ask: Ask) -> UnitCard | None:
    """Return the unit this is about, None for one that is no more or not theirs to change."""
    card: UnitCard | None = ask.fact(CardOf(subject(ask)))
    return card if card and not card.ended and holds(card.role, "office") else None


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
    first = card.names[0].from_day if card.names else ""
    return ask_from_day(ask, _, partial(_day, card.unit.name, first, today=ask.now.date()))


def _day(unit: str, first: str, said: str, *, today: dt.date) -> str:
    day = iso_day(today)(said)
    if day < first:
        raise Refused("before-first-day", unit=unit, day=first)
    return day
