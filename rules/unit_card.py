"""A unit as those who see it read it, and its register year by year."""

from dataclasses import dataclass

from rules.members import About
from rules.person import Human, Role, Unit
from rules.ratings import Level


@dataclass(frozen=True, slots=True)
class Period:
    """What a unit is called from a day on; `to_day`, if not "", is the first it no longer is."""

    name: str
    from_day: str
    to_day: str = ""


@dataclass(frozen=True, slots=True)
class Succession:
    """Another unit, which this one was part of or is now part of, since when."""

    unit: Unit
    day: str


@dataclass(frozen=True, slots=True)
class Exemption:
    """A unit owes nothing in a round of a programme, and why."""

    programme: str
    round: int
    reason: str


@dataclass(frozen=True, slots=True)
class UnitCard:
    """A unit as somebody may see it; days are ISO text.

    names                   all it ever went by, the oldest first; also what is decided already
    ended                   the first day it is no more, "" while it is
    before, after           the units it came of, and those that took over
    below                   how many units are directly below
    contacts                the officers, for those who belong to it or are above
    members                 0 when not known; `about` how exact that is
    entries, people, codes  how many there are: of its register, confirmed members, good codes
    ratings                 how it was rated, by year, the newest first; for its officers and above
    role                    what the reader holds over it
    version                 grows with each change
    """

    unit: Unit
    names: tuple[Period, ...] = ()
    ended: str = ""
    before: tuple[Succession, ...] = ()
    after: tuple[Succession, ...] = ()
    above: Unit | None = None
    below: int = 0
    contacts: tuple[Human, ...] = ()
    in_charge: Human | None = None
    members: int = 0
    about: About = About.EXACT
    exemptions: tuple[Exemption, ...] = ()
    entries: int = 0
    people: int = 0
    codes: int = 0
    ratings: tuple[tuple[int, Level], ...] = ()
    role: Role = "member"
    version: int = 1

    def exempt(self, programme: str, round_: int) -> Exemption | None:
        """Return the exemption of that round, if there is one."""
        both = (programme, round_)
        return next((x for x in self.exemptions if (x.programme, x.round) == both), None)


@dataclass(frozen=True, slots=True)
class Part:
    """How many entries of a year there were under one name; `former`: of a unit that is no more."""

    name: str
    count: int
    former: bool = False


@dataclass(frozen=True, slots=True)
class YearOfUnit:
    """The entries of a round that were not taken back, of a unit, what is below it and was before.

    Only what counts to a quota is counted.

    parts       under which names they were registered, those of the unit itself first
    exemplars   how many of `count` are no models
    recognised  how many of the models are recognised
    """

    round: int
    count: int
    parts: tuple[Part, ...]
    exemplars: int = 0
    recognised: int = 0

    @property
    def models(self) -> int:
        """How many of `count` are models, which documents count apart."""
        return self.count - self.exemplars
