"""Tables as people send them, and what is read from them."""

from rules.importing.columns import Columns, Kind
from rules.importing.guess import guess
from rules.importing.known import Called, Known, KnownUnit
from rules.importing.plan import Plan
from rules.importing.plan_units import plan_units
from rules.importing.problems import Problem
from rules.importing.read import Reading, read_rows
from rules.importing.unit_rows import UnitRow
from rules.programme import Programme
from rules.table import Encoding, Table
from tests.hamlet import programme

LATEST = 2027


def table(text: str, *, encoding: Encoding = "") -> Table:
    """Return the table of lines with cells between bars; lines without anything are left out."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    width = max(map(len, rows))
    full = [(*row, *[""] * (width - len(row))) for row in rows]
    kept = [(n, row) for n, row in enumerate(full, 1) if any(row)]
    return Table("Trang 1", tuple(r for _, r in kept), tuple(n for n, _ in kept), encoding)


def read(kind: Kind, text: str, of: Programme | None = None) -> Reading:
    """Return what the rows of a table say."""
    given = table(text)
    return read_rows(kind, given, guess(kind, given), of or programme(), latest=LATEST)


def wrong(problems: tuple[Problem, ...] | list[Problem]) -> list[tuple[int, str, str]]:
    """Return row, column and reason of each problem."""
    return [(problem.row, problem.column, problem.reason) for problem in problems]


def unit(id_: str, name: str, **more: object) -> KnownUnit:
    """Return a unit the register knows."""
    called = (Called(name, str(more.get("short", "")), "2000-01-01", ""),)
    return KnownUnit(id_, name, **({"called": called} | more))  # type: ignore[arg-type] # as given


def plan(text: str, *units: KnownUnit, of: Programme | None = None, **known: object) -> Plan:
    """Return what a list of units makes of the units there are."""
    given = table(text)
    columns: Columns = guess("units", given)
    rows = read("units", text, of).rows
    ids = iter(f"new{n}" for n in range(1, 10_000))
    everything = Known(units=units, **known)  # type: ignore[arg-type] # as given
    found = [row for row in rows if isinstance(row, UnitRow)]
    return plan_units(found, everything, columns, of or programme(), new_id=lambda: next(ids))
