"""What the assistant knows when somebody says something: who, where, which drafts, which programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal, TypeAlias

from dialog.errors import Lacking
from dialog.state import State
from rules.person import Person
from rules.programme import Programme

Translate: TypeAlias = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Form:
    """A programme as it stands now: its version and the round that a registration of today counts to."""

    programme: Programme
    version: int
    year: int


@dataclass(frozen=True, slots=True)
class Door:
    """The channel somebody came by: its code, whether its server is abroad, the web page's address."""

    channel: str
    abroad: bool
    page: str


@dataclass(frozen=True, slots=True)
class Open:
    """A dialog that has not ended; `round` is the year it was begun for, `subject` an entry's id or ""."""

    id: str
    script: str
    state: State
    subject: str = ""
    programme: str = ""
    round: int = 0
    touched: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything `think` needs besides what was said.

    dialogs   newest touched first; the first is in front
    menu      data of the numbered answers last shown outside a dialog, () when they are stale
    misses    how often in a row nothing was understood outside a dialog
    fresh     an unused id for a dialog that may be opened
    facts     what has been loaded for this message so far
    """

    person: Person
    consent: Literal["", "given", "refused"]
    dialogs: tuple[Open, ...]
    menu: tuple[str, ...]
    misses: int
    door: Door
    forms: tuple[Form, ...]
    now: dt.datetime
    fresh: str
    translate: Translate
    facts: Mapping[Any, Any] = field(default_factory=dict)

    def facts_of(self, request: Any) -> Any:
        """Return the data the request names; raises Lacking while it is not loaded."""
        if request not in self.facts:
            raise Lacking(request)
        return self.facts[request]

    def zone(self) -> dt.tzinfo:
        """Return the zone deadlines are said in."""
        return self.now.tzinfo or dt.timezone.utc


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every script may ask about: who is talking, by which door, which draft this is."""

    person: Person
    door: Door
    forms: tuple[Form, ...]
    dialog: Open

    def form(self, code: str = "") -> Form:
        """Return the form of that programme, or the first."""
        return next((form for form in self.forms if form.programme.code == code), self.forms[0])


@dataclass(frozen=True, slots=True)
class Here:
    """The request for the Surroundings; the shell never loads it, `think` knows it."""

    examples: ClassVar[tuple[Any, ...]] = ()
