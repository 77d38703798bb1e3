"""Invented units for a programme: as many of each type as its document counts."""

from rules.programme import Programme
from storage.units import NewUnit

COMMITTEE = "bloc-0"
USUAL = 84  # units, where the document counts none
_SINCE = "1990-01-01"


def bloc(programme: Programme) -> list[NewUnit]:
    """Return a committee, first, and the units below it."""
    top = next((code for code, parents in programme.unit_parents if not parents), "")
    office = NewUnit(COMMITTEE, programme.office.committee, _SINCE, 1, top)
    kinds = [kind for kind in programme.unit_types if kind[0] != top]
    counted = {code: many for code, many in programme.controls if code != "total"}
    made: list[NewUnit] = [office]
    for code, label in kinds:
        many = counted.get(code, 0) if counted else -(-USUAL // len(kinds))
        made += _units(programme, code, label, many=many, made=made)
    return made


def _units(
    programme: Programme, code: str, label: str, *, many: int, made: list[NewUnit]
) -> list[NewUnit]:
    parents = [unit for unit in made if programme.may_stand_under(code, unit.type)] or made[:1]
    parent = parents[0].id
    return [
        NewUnit(f"bloc-{code}-{n}", f"{label} số {n}", _SINCE, 1, code, parent=parent)
        for n in range(1, many + 1)
    ]
