"""How units were rated, year by year."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.name_order import name_order
from rules.ratings import Level, Ratings, count_ratings
from storage.database import Transaction
from storage.scope import DOWN, LINE


@dataclass(frozen=True, slots=True)
class Rating:
    """How a unit was rated for a year, by whose word and when (UTC milliseconds)."""

    unit: str
    year: int
    rating: Level
    by_person: str
    at: int


# What units that are no more were rated stays with whoever took over from them.
_RATED = f"""
WITH RECURSIVE {LINE}
SELECT r.year, r.unit, r.rating FROM ratings r
WHERE r.unit IN (SELECT part FROM line WHERE unit <> :unit)"""  # noqa: S608 - all of it is written here
_NOT_RATED = f"""
WITH RECURSIVE {DOWN}
SELECT n.name FROM down d JOIN units u ON u.id = d.unit AND u.state = 'known'
JOIN unit_names n ON n.unit = u.id
    AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
WHERE u.id <> :unit AND u.type IN :types AND u.id NOT IN :rated
ORDER BY n.folded, u.id"""  # noqa: S608 - the same
_TYPES = "SELECT DISTINCT type FROM units WHERE id IN :units ORDER BY type"


async def keep(tx: Transaction, ratings: Sequence[Rating]) -> None:
    """Keep ratings, each in place of the one there was for the unit and year."""
    await tx.run(
        """INSERT INTO ratings (unit, year, rating, by_person, at) VALUES :rows
           ON CONFLICT (unit, year)
           DO UPDATE SET rating = excluded.rating, by_person = excluded.by_person,
                         at = excluded.at""",
        {"rows": [(r.unit, r.year, r.rating, r.by_person, r.at) for r in ratings]},
    )


async def ratings_of(tx: Transaction, unit: str, *, year: int, today: str) -> Ratings:
    """Return how the units below one were rated for a year, the newest there is for 0.

    Unrated are only units of types of which others are rated.
    """
    found = await tx.rows(_RATED, {"unit": unit, "today": today})
    years = tuple(sorted({known for known, _, _ in found}, reverse=True))
    if not years:
        return Ratings(year)
    asked = year or years[0]
    ratings: dict[str, Level] = {key: level for known, key, level in found if known == asked}
    left = await _not_rated(tx, unit, sorted(ratings), today=today)
    return count_ratings(asked, ratings, unrated=left, years=years)


async def _not_rated(
    tx: Transaction, unit: str, rated: Sequence[str], *, today: str
) -> tuple[str, ...]:
    types = await tx.rows(_TYPES, {"units": rated})
    asked = {"unit": unit, "today": today, "types": [type_ for (type_,) in types], "rated": rated}
    return tuple(sorted((name for (name,) in await tx.rows(_NOT_RATED, asked)), key=name_order))


async def of_unit(tx: Transaction, unit: str) -> tuple[tuple[int, Level], ...]:
    """Return the ratings of a unit by year, the newest first."""
    found = await tx.rows(
        "SELECT year, rating FROM ratings WHERE unit = :unit ORDER BY year DESC", {"unit": unit}
    )
    return tuple((year, level) for year, level in found)
