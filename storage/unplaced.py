"""What somebody sent for a unit that does not know them: set apart until they have another.

It stands in a unit without a name that nobody but the office can settle.
"""

from dataclasses import dataclass

from storage import asked_units, memberships, units
from storage.database import Transaction
from storage.memberships import Joining
from storage.units import NewUnit

_A_STRANGER = """NOT EXISTS (SELECT 1 FROM memberships m WHERE m.person = :person
    AND m.unit = :unit AND (m.state = 'confirmed' OR m.to_day = ''))"""


@dataclass(frozen=True, slots=True)
class SetApart:
    """Whose entries leave which unit; ids of the unit and place made, `at` UTC milliseconds."""

    person: str
    unit: str
    apart: str
    place: str
    day: str
    at: int


async def set_apart(tx: Transaction, who: SetApart) -> int:
    """Take what somebody sent, and nobody confirmed, out of a unit; return how many entries."""
    found = await tx.rows(
        f"""SELECT id FROM entries
           WHERE unit = :unit AND typed_by = :person AND state IN ('sent', 'returned')
             AND {_A_STRANGER} ORDER BY id FOR UPDATE""",  # noqa: S608 - ours
        {"unit": who.unit, "person": who.person},
    )
    forms = await tx.rows(
        f"""SELECT id FROM papers
           WHERE unit = :unit AND person = :person AND entry = '' AND original_day = ''
             AND {_A_STRANGER} ORDER BY id FOR UPDATE""",  # noqa: S608 - ours
        {"unit": who.unit, "person": who.person},
    )
    if found or forms:
        await units.add_units(tx, [NewUnit(who.apart, "", who.day, who.at, state="asked")])
        await memberships.join(tx, [Joining(who.place, who.person, who.apart, who.day)])
        await tx.run(
            """UPDATE entries SET unit = :apart, version = version + 1, updated_at = :at
               WHERE id IN :entries""",
            {"apart": who.apart, "at": who.at, "entries": [key for (key,) in found]},
        )
        await tx.run(
            "UPDATE papers SET unit = :apart, version = version + 1 WHERE id IN :forms",
            {"apart": who.apart, "forms": [key for (key,) in forms]},
        )
    return len(found)


async def bring(tx: Transaction, person: str, *, unit: str) -> int:
    """Give a unit what was set apart of somebody who says they are of it; return how many."""
    found = await tx.rows(
        """SELECT DISTINCT m.unit FROM memberships m
           JOIN units u ON u.id = m.unit AND u.state = 'asked'
           JOIN unit_names n ON n.unit = u.id AND n.name = ''
           WHERE m.person = :person AND m.to_day = '' ORDER BY m.unit""",
        {"person": person},
    )
    entries = 0
    for (apart,) in found:
        counted = await tx.rows("SELECT count(*) FROM entries WHERE unit = :unit", {"unit": apart})
        entries += counted[0][0]
        await asked_units.identify(tx, apart, unit)
    return entries
