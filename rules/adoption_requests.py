"""What can be asked of models launched from above, of targets marked by hand, and of ratings."""

from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from rules.progress import Progress
from rules.ratings import Ratings
from rules.summary import NOTHING, Adoption


@dataclass(frozen=True, slots=True)
class PlansOf:
    """For which launched models does this unit have a plan? -> tuple[str, ...], their codes."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = ((), ("chuyen-doi-so",))


@dataclass(frozen=True, slots=True)
class LaunchNow:
    """How far a launch message got.

    `told` contacts were told, `read` of them said they know; `unread` and `unreached` are names of
    units: none of whose contacts said so, and none of whose could be told.
    """

    model: str
    told: int
    read: int
    unread: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adopting:
    """How far the units below an office are with the models that are open, and the launches.

    `left` are names of units; `leads`: no office is above, so that this one may open a model.
    """

    models: tuple[Adoption, ...] = ()
    adopted_all: Progress = NOTHING
    launches: tuple[LaunchNow, ...] = ()
    leads: bool = True


@dataclass(frozen=True, slots=True)
class AdoptionOf:
    """How far are the units below this office with the models launched to them? -> Adopting."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = (Adopting(),)


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a launch message would reach: contacts of units; `unreached` are units, by name."""

    contacts: int = 0
    units: int = 0
    unreached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReachOf:
    """Whom would a message to the units of these types below this office reach? -> Reach."""

    unit: str
    types: tuple[str, ...]
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = (Reach(), Reach(80, 80, ("Chi bộ bản Suối Đá",) * 4))


@dataclass(frozen=True, slots=True)
class MarkedTargets:
    """Which targets did this office mark as met in this round? -> tuple[str, ...], codes."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class RatingsOf:
    """How were the units below this one rated for a year (0: the newest)? -> Ratings."""

    unit: str
    year: int
    examples: ClassVar[tuple[Any, ...]] = (Ratings(),)


AdoptionRequest: TypeAlias = PlansOf | AdoptionOf | ReachOf | MarkedTargets | RatingsOf
