"""How units were rated for a year: four levels, each with its share of all that were rated."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from rules.progress import percent

Level: TypeAlias = Literal["excellent", "good", "done", "not-done"]
LEVELS: tuple[Level, ...] = ("excellent", "good", "done", "not-done")


@dataclass(frozen=True, slots=True)
class Ratings:
    """How many units were rated so in a year; a level nobody has is there with 0.

    `unrated` are the names of those nobody has rated, `years` all that have ratings, newest first.
    """

    year: int = 0
    counts: tuple[tuple[Level, int], ...] = tuple((level, 0) for level in LEVELS)
    unrated: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    @property
    def rated(self) -> int:
        """How many units were rated: the whole of every percentage."""
        return sum(count for _, count in self.counts)

    def share(self, level: Level) -> Decimal:
        """Return the percentage of the rated that have this level."""
        return percent(dict(self.counts)[level], self.rated)


def count_ratings(
    year: int,
    ratings: Mapping[str, Level],
    *,
    unrated: tuple[str, ...] = (),
    years: tuple[int, ...] = (),
) -> Ratings:
    """Return the ratings of a year, of units each rated once."""
    counted = list(ratings.values())
    return Ratings(year, tuple((each, counted.count(each)) for each in LEVELS), unrated, years)
