"""What the assistant knows when somebody says something: who, where, which drafts and forms."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, Literal

from dialog.errors import Lacking
from dialog.state import State
from dialog.turn import Translate
from rules.person import Person
from rules.programme import Programme
from rules.rounds import round_of

__all__ = [
    "Door",
    "Form",
    "Here",
    "Open",
    "Situation",
    "Surroundings",
    "Translate",
    "form_of",
    "forms_for",
]


@dataclass(frozen=True, slots=True)
class Form:
    """A programme as it stands now: its version, and the round a registration of today is in."""

    programme: Programme
    version: int
    year: int

    def of(self, unit: str) -> "Form":
        """Return the form with the deadlines that hold for a unit, given by its id."""
        return replace(self, programme=self.programme.of(unit)) if self.programme.changes else self


@dataclass(frozen=True, slots=True)
class Door:
    """The channel somebody came by: its code, if its server is abroad, the web page's address.

    buttons  whether answers can be pressed there; else they are numbered
    """

    channel: str
    abroad: bool
    page: str
    buttons: bool = True


@dataclass(frozen=True, slots=True)
class Open:
    """A dialog that has not ended.

    subject  an entry's id, or ""
    round    the year it was begun for, 0 while nobody knows
    """

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

    dialogs   newest touched first; the first that is not aside is in front
    menu      data of the numbered answers last shown outside a dialog, () when they are stale
    found     keys of what a search found last
    misses    how often in a row nothing was understood outside a dialog
    fresh     an unused id for a dialog that may be opened
    facts     what has been loaded for this message so far
    came      when it was received, which may be long ago; None: now
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
    found: tuple[str, ...] = ()
    came: dt.datetime | None = None

    def facts_of(self, request: Any) -> Any:
        """Return the data the request names; raises Lacking while it is not loaded."""
        if request not in self.facts:
            raise Lacking(request)
        return self.facts[request]

    def need(self, *requests: Any) -> None:
        """Raise Lacking for all of these together that are not loaded."""
        if missing := [request for request in requests if request not in self.facts]:
            raise Lacking(*missing)

    def zone(self) -> dt.tzinfo:
        """Return the zone deadlines are said in."""
        return self.now.tzinfo or dt.UTC


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every script may ask about: who is talking, by which door, which draft this is.

    `came` is when what they said was received, None: now.
    """

    person: Person
    door: Door
    forms: tuple[Form, ...]
    dialog: Open
    came: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Here:
    """The request for the Surroundings; the shell never loads it, `think` knows it."""

    examples: ClassVar[tuple[Any, ...]] = ()


def forms_for(forms: Sequence[Form], person: Person, today: dt.date) -> tuple[Form, ...]:
    """Return the forms with the deadlines, and the round, that hold for the person's own unit."""
    home = person.home()
    if home is None:
        return tuple(forms)
    own = (form.of(home.unit.id) for form in forms)
    return tuple(
        replace(form, year=round_of(form.programme, today)) if form.programme.changes else form
        for form in own
    )


def form_of(forms: Sequence[Form], programme: str = "") -> Form:
    """Return the form of that programme, or the first."""
    return next((form for form in forms if form.programme.code == programme), forms[0])
