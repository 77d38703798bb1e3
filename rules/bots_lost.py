"""A bot that can send nothing any more: its token is refused, or nobody runs it."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OnlyThere:
    """Somebody whom nothing reaches elsewhere, and the unit they are of."""

    person: str
    name: str
    phone: str
    unit: str


@dataclass(frozen=True, slots=True)
class BotLost:
    """A bot by its channel and name, since when (aware, local) it sends nothing.

    count   how many people nothing reaches elsewhere
    people  those of them whose units whoever is told runs
    """

    channel: str
    name: str
    since: dt.datetime
    count: int
    people: tuple[OnlyThere, ...] = ()
