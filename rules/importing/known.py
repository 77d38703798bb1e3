"""What the register knows already, as far as an import asks for it."""

from dataclasses import dataclass
from typing import NamedTuple

from rules.entry import State
from rules.members import About
from rules.person import Role
from rules.ratings import Level
from rules.roles import Held, holds


class Called(NamedTuple):
    """What a unit went by from a day (ISO) to a day, half-open, "" while it still does."""

    name: str
    short: str
    from_day: str
    to_day: str

    def holds_on(self, day: str) -> bool:
        """Return whether it went by this on that day."""
        return self.from_day <= day and (not self.to_day or day < self.to_day)


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit as it stands: with its name of today, "" once it has ended, and all it went by.

    staff is the person in charge, held the role that whoever imports has over it.
    """

    id: str
    name: str
    key: str = ""
    short: str = ""
    type: str = ""
    parent: str = ""
    place: str = ""
    members: int = 0
    about: About = About.EXACT
    staff: str = ""
    held: Held = "admin"
    called: tuple[Called, ...] = ()

    @property
    def mine(self) -> bool:
        """Whether whoever imports may change it."""
        return holds(self.held, "office")


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place somebody has in a unit today; `since` an ISO day."""

    id: str
    unit: str
    position: str
    role: Role
    confirmed: bool
    since: str


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody the register knows; `chats` are theirs with our Telegram bot.

    trusted: a confirmed place says who they are, or nobody has ever written as them.
    """

    id: str
    name: str
    phone: str
    places: tuple[KnownPlace, ...] = ()
    chats: tuple[str, ...] = ()
    trusted: bool = True

    def place(self, unit: str) -> KnownPlace | None:
        """Return the strongest claim this person has to a place in a unit, if any."""
        here = [place for place in self.places if place.unit == unit]
        return max(here, key=lambda place: place.confirmed, default=None)


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry as it stands; `received` is the local day, ISO."""

    id: str
    round: int
    unit: str
    name: str
    kind: str
    address: str
    field: str
    content: str
    state: State
    person: str
    received: str


@dataclass(frozen=True, slots=True)
class KnownRating:
    """How a unit was rated for a year."""

    unit: str
    year: int
    rating: Level


@dataclass(frozen=True, slots=True)
class Known:
    """All of it.

    under       the unit that new ones without another stand under, "" for none
    bot         our Telegram bot, "" when there is none
    everything  whether whoever imports may change all units, not those that are `mine` alone
    """

    units: tuple[KnownUnit, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    entries: tuple[KnownEntry, ...] = ()
    ratings: tuple[KnownRating, ...] = ()
    under: str = ""
    bot: str = ""
    everything: bool = True
