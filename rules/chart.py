"""What a picture of figures says: one bar in parts, one bar for each of several, lines of words."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Look: TypeAlias = Literal["met", "short", "none", "plain"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as long as its amount, with the words beside it; `said` is the amount in words."""

    label: str
    said: str
    amount: int
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture for a phone, from the top down.

    parts  stand in one bar, beside each other
    bars   stand below each other, under `bars_title`
    notes  and the source are small
    """

    title: str
    office: str
    moment: str
    lead: str
    parts: tuple[Bar, ...]
    bars_title: str
    bars: tuple[Bar, ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    source: str
