"""Importing a table somebody sent: what it would do, doing it, and what came of it."""

from dataclasses import dataclass
from typing import Any, ClassVar

from rules.importing.columns import Columns, Kind
from rules.importing.preview import Preview
from rules.importing.problems import Problem

_NAMES = Columns("units", 0, ("Tên đơn vị", "Loại"), (("name", 0), ("type", 1)))
_WRONG = Problem(3, "type", "Loại", "unit-type", "Chi hội", (("types", "Đảng bộ; Chi bộ"),))


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What would come of importing this file of mine? -> Preview, None when it is not there.

    columns  what people put elsewhere than was guessed: (what, column from 0; -1 for nowhere)
    convert  from the old encoding it is written in
    control  the totals it must have, in words: "84 = 45 đảng bộ + 39 chi bộ", "" for none
    """

    file: str
    kind: Kind
    columns: tuple[tuple[str, int], ...] = ()
    convert: bool = False
    control: str = ""
    examples: ClassVar[tuple[Any, ...]] = (
        None,
        Preview("units", _NAMES, rows=2, new=2, by_type=(("Chi bộ", 2),), first=(("Chi bộ A",),)),
        Preview("units", _NAMES, rows=2, problems=(_WRONG,)),
    )


@dataclass(frozen=True, slots=True)
class ImportTable:
    """Somebody of the office imports a file of theirs, all of it or nothing; as in ImportPlan."""

    file: str
    kind: Kind
    columns: tuple[tuple[str, int], ...] = ()
    convert: bool = False
    control: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """All of a table is in the register now; `by_type` as (label, count)."""

    kind: Kind
    new: int
    changed: int
    same: int
    by_type: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class NotImported:
    """Nothing of a table was taken: what was wrong by the time it was to be done."""

    kind: Kind
    problems: tuple[Problem, ...]
