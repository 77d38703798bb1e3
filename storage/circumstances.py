"""When and where facts are asked for."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

from rules.budget import Plan
from rules.programme import Programme
from storage.database import Transaction
from storage.import_facts import Previewing, no_tables


class OfRound(Protocol):
    """A request about a unit in a round of a programme."""

    @property
    def unit(self) -> str:
        """Its id."""
        ...

    @property
    def programme(self) -> str:
        """The programme's code."""
        ...

    @property
    def round(self) -> int:
        """The year."""
        ...


@dataclass(frozen=True, slots=True)
class Circumstances:
    """When and where facts are asked for; `now` in UTC milliseconds, `quota` by unit type.

    `programme` is the one whose quotas these are, `programmes` are all in use; `preview` tells
    what an import would do. `plans` are what bots may say a month, by the channels that count.
    """

    today: str
    zone: dt.tzinfo
    now: int
    quota: Callable[[str], int]
    pepper: str
    programme: str = ""
    preview: Previewing = no_tables
    programmes: tuple[Programme, ...] = ()
    plans: Mapping[str, Plan] = field(default_factory=dict)

    def local(self, at: int) -> dt.datetime:
        """Return a moment (UTC milliseconds) as a local time."""
        return dt.datetime.fromtimestamp(at / 1000, self.zone)

    def of_round(self, asked: OfRound) -> dict[str, str | int]:
        """Return what statements are told of a request about a unit in a round."""
        return {
            "unit": asked.unit,
            "programme": asked.programme,
            "round": asked.round,
            "today": self.today,
        }

    def quota_of(self, programme: str, unit_type: str) -> int:
        """Return what a unit of a type owes in a programme; in one that is not there nothing."""
        if programme == self.programme:
            return self.quota(unit_type)
        return sum(one.quota(unit_type) for one in self.programmes if one.code == programme)


# How requests of one kind are answered: each with the id of who asks.
Answered: TypeAlias = Callable[
    [Transaction, Sequence[tuple[str, Any]], Circumstances], Awaitable[Sequence[Any]]
]
