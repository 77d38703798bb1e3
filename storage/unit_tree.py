"""All units as they stood on a day, for the operator of the server."""

from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class UnitInTree:
    """A unit as it was called on a day; `parent` an id or "", `about` an About of the members."""

    id: str
    name: str
    type: str
    parent: str
    members: int
    about: int


async def unit_tree(tx: Transaction, *, day: str) -> list[UnitInTree]:
    """Return the units there were on a day (ISO text), by name; their numbers are of today."""
    found = await tx.rows(
        """SELECT u.id, n.name, u.type, COALESCE(p.parent, ''), u.members, u.members_about
           FROM units u
           JOIN unit_names n ON n.unit = u.id
                AND n.from_day <= :day AND (n.to_day = '' OR :day < n.to_day)
           LEFT JOIN unit_parents p ON p.unit = u.id
                AND p.from_day <= :day AND (p.to_day = '' OR :day < p.to_day)
           WHERE u.state = 'known' ORDER BY n.folded, u.id""",
        {"day": day},
    )
    return [UnitInTree(*row) for row in found]
