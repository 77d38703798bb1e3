"""One item of the register: a model or an exemplar, as the people concerned may see it."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from rules.life import State, may
from rules.person import Unit

__all__ = ["Entry", "State"]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as it stands; times are aware, `more` holds the programme's own boxes by key.

    `unclear`: nobody has confirmed yet that who typed it belongs to the unit.
    `original` is the ISO day its signed original came in, `paper_day` that of the form it was typed
    in from; "" for none.
    """

    id: str
    code: str
    number: int
    unit: Unit
    programme: str
    round: int
    kind: str
    name: str
    address: str
    field: str
    content: str
    state: State
    version: int
    received: dt.datetime
    typed_by: str
    person: str = ""
    source: str = ""
    photos: int = 0
    more: Mapping[str, str] = dataclasses.field(default_factory=dict)
    unclear: bool = False
    original: str = ""
    paper_day: str = ""

    def may_change(self) -> bool:
        """Return whether its author may still correct or withdraw it without asking the office."""
        return may("correct", self.state)
