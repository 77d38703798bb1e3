"""What is done with paper: originals that came in, photos of forms, entries typed from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class ReceivePaper:
    """A signed original came in on a day (ISO text), of an entry, or of a unit.

    Of a unit (`entry` ""): of all its entries of the round without one; if there are none, a form
    that waits to be typed in. `form` is the id of a form that turns out to be of this very entry:
    it waits no more, and its original is the entry's if it is here.
    """

    unit: str
    programme: str
    round: int
    day: str
    entry: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class StrikePaper:
    """A paper was noted by mistake."""

    paper: str


@dataclass(frozen=True, slots=True)
class SendForm:
    """Somebody sent photos of a form by hand; it counts as sent when the first of them came."""

    unit: str
    programme: str
    round: int
    photos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeInEntry:
    """The office types in what came on paper; fields as in RegisterEntry.

    received  the day the form came in (ISO text)
    form      the id of the paper it is typed from, "" where none was noted
    """

    dialog: str
    unit: str
    programme: str
    round: int
    kind: str
    boxes: Mapping[str, str]
    received: str
    form: str = ""
    source: str = ""
    source_words: str = ""
    person: str = ""
    photos: tuple[str, ...] = ()


PaperCommand: TypeAlias = ReceivePaper | StrikePaper | SendForm | TypeInEntry
