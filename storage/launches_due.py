"""Who is still to be told of a launch: its contacts then, and who has become one since."""

from collections.abc import Sequence

from storage.database import Transaction
from storage.launch_reach import Below, addressed
from storage.launches import Launch
from storage.occurrences import NOT_FOR_GOOD


async def to_tell(
    tx: Transaction, launch: Launch, below: Below, types: Sequence[str], *, decided: bool
) -> dict[str, str]:
    """Return the people, each with the unit they stand for; `decided` also those told before."""
    units = await addressed(tx, below)
    people: dict[str, str] = {}
    for unit in units.of_types(types):
        for person in units.contacts.get(unit, ()):
            people.setdefault(person, unit)
    people.pop(launch.by_person, None)
    return people if decided else await _without_told(tx, launch.id, people)


async def _without_told(tx: Transaction, launch: str, people: dict[str, str]) -> dict[str, str]:
    found = await tx.rows(
        """SELECT person FROM occurrences
           WHERE rule = :rule AND reason NOT IN :held""",
        {"rule": f"launch:{launch}", "held": NOT_FOR_GOOD},
    )
    told = {person for (person,) in found}
    return {person: unit for person, unit in people.items() if person not in told}
