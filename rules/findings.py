"""What a search found, each kind as far as whoever searched may see it."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.entry import Entry

PAGE = 7  # hits in one bubble
KEPT = 7 * PAGE  # hits one can page through; whoever has more says more words


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit as it is called today; `former` are its earlier names, `until` its last day."""

    id: str
    name: str
    former: tuple[str, ...] = ()
    until: str = ""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person with their places, as (position, unit); `phone` only for an officer over them."""

    id: str
    name: str
    places: tuple[tuple[str, str], ...]
    phone: str = ""


Finding: TypeAlias = Entry | FoundUnit | FoundPerson


@dataclass(frozen=True, slots=True)
class Findings:
    """What is shown of a search, and the keys of all of it, best first, of `total` at least.

    A key is a letter for the kind (e, u, p) and an id.
    """

    total: int = 0
    keys: tuple[str, ...] = ()
    shown: tuple[Finding, ...] = ()
