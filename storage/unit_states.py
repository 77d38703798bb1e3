"""Units as changes to them find them, held fast until the transaction ends."""

from collections.abc import Sequence

from rules.members import About
from rules.unit_changes import Child, UnitState
from storage.database import Row, Transaction

# Whatever is so on :day or was decided for later.
_FROM_THEN_ON = "(p.to_day = '' OR p.to_day > :day)"


async def unit_states(tx: Transaction, units: Sequence[str], *, day: str) -> dict[str, UnitState]:
    """Return the known units of these ids as they are from a day on.

    Locks them in id order, and what is above them: two moves at once make no circle.
    """
    over = await tx.rows(_ABOVE, {"units": units, "day": day})
    locked = await tx.rows(
        """SELECT id, type, place, members, members_about FROM units
           WHERE id IN :units AND state = 'known' ORDER BY id FOR UPDATE""",
        {"units": sorted({*units, *(unit for _, unit in over)})},
    )
    held = [row for row in locked if row[0] in units]
    ids = {"units": [row[0] for row in held], "day": day}
    spans = {row[0]: row[1:] for row in await tx.rows(_SPANS, {"units": ids["units"]})}
    above = await tx.rows(_ABOVE, ids)
    below = _by_first(await tx.rows(_BELOW, ids))
    beside = _by_first(await tx.rows(_BESIDE, ids))
    return {
        row[0]: _state(row, spans[row[0]], above, below.get(row[0], ()), beside.get(row[0], ()))
        for row in held
    }


_SPANS = """
SELECT n.unit, min(n.from_day), max(n.from_day), min(n.to_day), max(n.to_day),
       (SELECT l.name FROM unit_names l WHERE l.unit = n.unit ORDER BY l.from_day DESC LIMIT 1),
       COALESCE((SELECT max(p.from_day) FROM unit_parents p WHERE p.unit = n.unit), ''),
       COALESCE((SELECT p.parent FROM unit_parents p WHERE p.unit = n.unit AND p.to_day = ''), '')
FROM unit_names n WHERE n.unit IN :units GROUP BY n.unit"""
_ABOVE = f"""
WITH RECURSIVE above (start, unit) AS (
    SELECT p.unit, p.parent FROM unit_parents p WHERE p.unit IN :units AND {_FROM_THEN_ON}
    UNION
    SELECT a.start, p.parent FROM above a JOIN unit_parents p ON p.unit = a.unit
    WHERE {_FROM_THEN_ON})
SELECT start, unit FROM above"""  # noqa: S608 - all of it is written here
_BELOW = f"""
SELECT DISTINCT p.parent, u.id, n.name, u.type
FROM unit_parents p JOIN units u ON u.id = p.unit JOIN unit_names n ON n.unit = u.id
WHERE p.parent IN :units AND {_FROM_THEN_ON} AND n.to_day = '' ORDER BY u.id"""  # noqa: S608 - the same

_BESIDE = f"""
SELECT DISTINCT p.unit, u.id, n.name, u.type
FROM unit_parents p JOIN unit_parents o ON o.parent = p.parent AND o.unit <> p.unit
JOIN units u ON u.id = o.unit JOIN unit_names n ON n.unit = u.id
WHERE p.unit IN :units AND {_FROM_THEN_ON} AND (o.to_day = '' OR o.to_day > :day)
  AND n.to_day = '' ORDER BY u.id"""  # noqa: S608 - the same


def _by_first(rows: Sequence[Row]) -> dict[str, tuple[Child, ...]]:
    found: dict[str, tuple[Child, ...]] = {}
    for first, *child in rows:
        found[first] = (*found.get(first, ()), Child(*child))
    return found


def _state(
    held: Row,
    span: Row,
    above: Sequence[Row],
    below: tuple[Child, ...],
    beside: tuple[Child, ...],
) -> UnitState:
    key, type_, place, members, about = held
    first, named, earliest, latest, name, moved, parent = span
    return UnitState(
        id=key,
        name=name,
        type=type_,
        first=first,
        changed=max(named, moved),
        ended=latest if earliest else "",  # "" comes first: a name that still holds
        place=place,
        parent=parent,
        above=tuple(unit for start, unit in above if start == key),
        below=below,
        beside=beside,
        members=members,
        about=About(about),
    )
