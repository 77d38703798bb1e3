"""Compares a table with what there is, and says what would be written or why nothing is."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.importing.checking import check_all, check_rows
from rules.importing.columns import Columns, Kind
from rules.importing.contact_rows import ContactRow
from rules.importing.control import read_control
from rules.importing.converting import converted, sample
from rules.importing.entry_rows import EntryRow
from rules.importing.guess import guess
from rules.importing.known import Known
from rules.importing.plan import Plan
from rules.importing.plan_contacts import plan_contacts
from rules.importing.plan_entries import plan_entries
from rules.importing.plan_ratings import plan_ratings
from rules.importing.plan_units import plan_units
from rules.importing.preview import Preview
from rules.importing.previewing import preview
from rules.importing.problems import Problem, details
from rules.importing.rating_rows import RatingRow
from rules.importing.read import Reading, Row, read_rows
from rules.importing.unit_rows import UnitRow
from rules.refused import Refused
from rules.table import Table
from storage import demo
from storage.database import Transaction
from storage.importing.by import By
from storage.importing.knowing import known_for

_NOT_SAID = {"", "-"}


@dataclass(frozen=True, slots=True)
class Source:
    """A table to be imported.

    places   what people put elsewhere than was guessed: (what, column; -1 for nowhere)
    convert  from the old encoding it is written in
    control  the totals it must have, in words; "" for those of the programme, "-" for none
    """

    kind: Kind
    table: Table
    places: tuple[tuple[str, int], ...] = ()
    convert: bool = False
    control: str = ""


async def plan_import(tx: Transaction, source: Source, by: By) -> tuple[Preview, Plan]:
    """Return what would become of the register, to be shown and to be written.

    What hinders all of it is a problem of the table as a whole, and the plan then is empty.
    """
    table = converted(source.table) if source.convert else source.table
    columns = guess(source.kind, table)
    try:
        columns = columns.corrected(source.places)
        reading, plan = await _planned(tx, source, table, columns, by)
    except Refused as refused:
        why = Problem(0, "", "", refused.reason, "", details(**refused.details))
        found = Preview(
            source.kind,
            columns,
            problems=(why,),
            encoding=source.table.encoding,  # what hinders it may be the letters
            sample=sample(source.table),
        )
        return found, Plan(source.kind, problems=[why])
    return (
        preview(
            reading.rows,
            plan,
            columns,
            encoding=source.table.encoding,
            sample=sample(source.table),
            control=source.control,
        ),
        plan,
    )


async def _planned(
    tx: Transaction, source: Source, table: Table, columns: Columns, by: By
) -> tuple[Reading, Plan]:
    if await demo.has_demo(tx):
        raise Refused("import-demo")
    programme = by.programme
    said = source.control.strip()
    control = read_control(said, source.kind, programme) if said not in _NOT_SAID else None
    reading = read_rows(source.kind, table, columns, programme, latest=by.latest)
    rounds = {row.year for row in reading.rows if isinstance(row, EntryRow | RatingRow)}
    known = await known_for(tx, source.kind, by, rounds=rounds)
    plan = _plan(source.kind, reading.rows, known, columns, by)
    totals = check_rows(plan, control, programme) if control else []
    if not said:
        totals = check_all(plan, known, programme)
    if table.encoding:
        found = details(encoding=table.encoding)
        totals.append(Problem(0, "", "", "encoding", "", found))
    plan.problems = _in_order(columns, [*reading.problems, *plan.problems, *totals])
    return reading, plan


def _plan(kind: Kind, rows: Sequence[Row], known: Known, columns: Columns, by: By) -> Plan:
    if kind == "units":
        units = [row for row in rows if isinstance(row, UnitRow)]
        return plan_units(units, known, columns, by.programme, new_id=by.new_id)
    if kind == "contacts":
        contacts = [row for row in rows if isinstance(row, ContactRow)]
        return plan_contacts(contacts, known, columns, today=by.today, new_id=by.new_id)
    if kind == "ratings":
        ratings = [row for row in rows if isinstance(row, RatingRow)]
        return plan_ratings(ratings, known, columns)
    entries = [row for row in rows if isinstance(row, EntryRow)]
    return plan_entries(entries, known, columns, by.programme)


def _in_order(columns: Columns, problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems in the order the sheet is read; of a cell the first that stops."""
    told: dict[tuple[int, str, str], Problem] = {}
    for problem in sorted(problems, key=lambda problem: not problem.stops):
        of_table = "" if problem.column else f"{problem.reason} {problem.details}"
        told.setdefault((problem.row, problem.column, of_table), problem)
    return sorted(told.values(), key=lambda p: (p.row, columns.place(p.column)))
