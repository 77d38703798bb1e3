"""What a table of ratings would make of what is known."""

from collections import Counter
from collections.abc import Sequence

from rules.importing.columns import Columns
from rules.importing.known import Known
from rules.importing.noting import Noting
from rules.importing.plan import Plan, PlannedRating
from rules.importing.preview import Change
from rules.importing.rating_rows import RatingRow
from rules.importing.row_units import RowUnits
from rules.ratings import LEVELS

_LAST_DAY = "12-31"


def plan_ratings(rows: Sequence[RatingRow], known: Known, columns: Columns) -> Plan:
    """Return what the rows make of what is known; a unit is rated once for a year."""
    plan = Plan("ratings")
    noting = Noting(plan, columns)
    units = RowUnits(known, noting)
    names = {unit.id: unit.name for unit in known.units}
    before = {(rating.unit, rating.year): rating.rating for rating in known.ratings}
    first: dict[tuple[str, int], RatingRow] = {}
    for row in rows:
        unit = units.unit_of(row, column="unit", day=f"{row.year}-{_LAST_DAY}")
        if not unit or not row.rating:
            continue
        key = unit, row.year
        if first.setdefault(key, row) is not row:
            said = row.unit or row.key
            noting.wrong(row, "unit", "twice", said, other=first[key].row)
            continue
        old = before.get(key, "")
        changed = bool(old) and old != row.rating
        if changed:
            name = f"{names[unit] or row.unit}, {row.year}"
            plan.changes.append(Change(row.row, name, "rating", old, row.rating))
        planned = PlannedRating(row, unit, row.rating, new=not old, changed=changed)
        plan.ratings.append(planned)
    _count(plan, known, set(first))
    return plan


def _count(plan: Plan, known: Known, there: set[tuple[str, int]]) -> None:
    counted = Counter(planned.rating for planned in plan.ratings)
    plan.by_type = {level: counted[level] for level in LEVELS if counted[level]}
    mine = {unit.id for unit in known.units if unit.mine}
    plan.untouched = sum(r.unit in mine and (r.unit, r.year) not in there for r in known.ratings)
