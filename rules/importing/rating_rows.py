"""Rows of a table of ratings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rules.fold import words
from rules.importing import cells
from rules.importing.cells import needed, within
from rules.importing.lines import Line
from rules.ratings import Level

_WORDS: Mapping[Level, str] = {
    "excellent": "hoan thanh xuat sac nhiem vu|hoan thanh xuat sac|xuat sac|htxsnv|htxs|xs",
    "good": "hoan thanh tot nhiem vu|hoan thanh tot|tot|httnv|htt",
    "done": "hoan thanh nhiem vu|hoan thanh|htnv|ht",
    "not-done": "khong hoan thanh nhiem vu|khong hoan thanh|chua hoan thanh nhiem vu"
    "|chua hoan thanh|khtnv|kht",
}
_LEVELS = {said: level for level, all_ in _WORDS.items() for said in all_.split("|")}


@dataclass(frozen=True, slots=True)
class RatingRow:
    """How a unit was rated for a year as a row tells it; `rating` "" when that is no level."""

    row: int
    year: int
    rating: Level | Literal[""]
    unit: str = ""
    key: str = ""

    def cells(self) -> tuple[str, ...]:
        """Return the row as people check it."""
        return (str(self.year), self.key, self.unit, self.rating)


def rating_row(line: Line, *, latest: int) -> RatingRow:
    """Return the rating of a line; what is wrong is noted, so is a year after `latest`."""
    return RatingRow(
        row=line.number,
        year=cells.year(line, latest),
        rating=_level(line),
        unit=within(line, "unit") if line.said("key") else needed(line, "unit"),
        key=within(line, "key", most=50),
    )


def _level(line: Line) -> Level | Literal[""]:
    said = " ".join(words(needed(line, "rating")))
    level: Level | Literal[""] = _LEVELS.get(said, "")
    if said and not level:
        line.wrong("rating", "rating")
    return level
