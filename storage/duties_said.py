"""What the officers of units say of their duties; the last thing said holds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from rules.duty_commands import Residence, ResidenceOf, SayDuty
from rules.person import Unit
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.scope import DOWN

_RESIDENCE = f"""
WITH RECURSIVE {DOWN}
SELECT u.id, n.name, u.type, u.place, d.yes FROM down
JOIN units u ON u.id = down.unit AND u.state = 'known'
JOIN unit_names n ON n.unit = u.id AND n.from_day <= :today
    AND (n.to_day = '' OR :today < n.to_day)
LEFT JOIN duties_said d ON d.unit = u.id AND d.duty = 'residence' AND d.occasion = :year
ORDER BY u.id"""  # noqa: S608 - all of it is written here


async def say(tx: Transaction, said: SayDuty, *, at: int) -> None:
    """Keep what was said."""
    await tx.run(
        """INSERT INTO duties_said (unit, duty, occasion, yes, at) VALUES :rows
           ON CONFLICT (unit, duty, occasion) DO UPDATE SET yes = excluded.yes, at = excluded.at""",
        {"rows": [(said.unit, said.duty, said.occasion, int(said.yes), at)]},
    )


async def said_of(
    tx: Transaction, units: Sequence[str]
) -> Mapping[str, Mapping[tuple[str, str], bool]]:
    """Return what was said of units: whether it is so, by the duty and its occasion."""
    found = await tx.rows(
        "SELECT unit, duty, occasion, yes FROM duties_said WHERE unit IN :units", {"units": units}
    )
    said: dict[str, dict[tuple[str, str], bool]] = defaultdict(dict)
    for unit, duty, occasion, yes in found:
        said[unit][duty, occasion] = bool(yes)
    return said


async def _residence(
    tx: Transaction, asked: Sequence[tuple[str, Any]], around: Circumstances
) -> list[tuple[Residence, ...]]:
    return [await _one(tx, request, today=around.today) for _, request in asked]


async def _one(tx: Transaction, asked: ResidenceOf, *, today: str) -> tuple[Residence, ...]:
    found = await tx.rows(_RESIDENCE, {"unit": asked.unit, "year": str(asked.year), "today": today})
    return tuple((Unit(*unit), None if yes is None else bool(yes)) for *unit, yes in found)


ANSWERED: Mapping[type, Answered] = {ResidenceOf: _residence}
