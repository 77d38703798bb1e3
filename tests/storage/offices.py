"""An office with units below it, to make its table of: as many as a test needs."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from rules.office_requests import SummaryOf
from rules.programme import Programme
from rules.summary import Line, Summary
from rules.unit_card import Exemption
from storage import facts, memberships, units
from storage.circumstances import Circumstances
from storage.database import Transaction
from storage.entries import NewEntry
from storage.exemptions import NewExemption, exempt
from storage.memberships import Joining
from storage.unit_endings import Ending, end_units
from storage.units import NewUnit
from tests.registered import registered_in
from tests.storage.village import LONG_AGO, ZONE, meet

OFFICE, HANH, CODE, YEAR = "khoi", "hanh", "yen-bai-khoi", 2027
AT = dt.datetime(2027, 3, 17, 15, 32, tzinfo=ZONE)
TODAY = AT.date().isoformat()


def around(programme: Programme) -> Circumstances:
    """Return the circumstances of a programme at that moment."""
    return Circumstances(
        TODAY,
        ZONE,
        int(AT.timestamp() * 1000),
        quota=programme.quota,
        pepper="pepper",
        programme=programme.code,
        programmes=(programme,),
    )


async def open_office(tx: Transaction, below: Sequence[NewUnit]) -> None:
    """Make an office with Hạnh in it, and units below it."""
    await units.add_units(tx, [NewUnit(OFFICE, "Đảng ủy Khối", LONG_AGO, 1, "khoi"), *below])
    await meet(tx, HANH)
    joining = Joining("m-hanh", HANH, OFFICE, LONG_AGO, "", "office", confirmed=True)
    await memberships.join(tx, [joining])


def unit(key: str, type_: str = "chi_bo", name: str = "", parent: str = OFFICE) -> NewUnit:
    """Return a unit below the office."""
    return NewUnit(key, name or f"Đơn vị {key}", LONG_AGO, 1, type_, parent=parent)


def entry(number: int, unit_: str, **more: object) -> NewEntry:
    """Return an entry of the year, sent by nobody whose place is in doubt."""
    (one,) = registered_in(unit_, YEAR, first=number)
    made = replace(one, programme=CODE, field="economy", state="sent")
    return replace(made, **more)  # type: ignore[arg-type] # fields of an entry


async def summary_of(tx: Transaction, programme: Programme, office: str = OFFICE) -> Summary:
    """Return the table as Hạnh gets it."""
    asked = SummaryOf(office, programme.code, YEAR)
    (found,) = await facts.answer(tx, [(HANH, asked)], around(programme))
    assert isinstance(found, Summary)
    return found


def line(summary: Summary, key: str) -> Line:
    """Return the line of a unit."""
    return next(line for line in summary.lines if line.now.unit.id == key)


async def exempted(tx: Transaction, key: str, reason: str = "đang sắp xếp tổ chức") -> None:
    """Exempt a unit in the year."""
    given_ = Exemption(CODE, YEAR, reason)
    await exempt(tx, NewExemption(key, given_, TODAY, HANH))


async def ended(tx: Transaction, *keys: str, heirs: tuple[str, ...] = ()) -> None:
    """End units today."""
    ids = iter(f"n-{'-'.join(keys)}-{n}" for n in range(99))
    await end_units(tx, Ending(keys, heirs, TODAY, int(AT.timestamp() * 1000), lambda: next(ids)))


async def paper(tx: Transaction, key: str, *, unit_: str, entry_: str = "", day: str = "") -> None:
    """Note a form or an original that came in."""
    await tx.run(
        """INSERT INTO papers (id, unit, programme, round, entry, at, original_day, person, state,
                               version, created_at) VALUES :rows""",
        {"rows": [(key, unit_, CODE, YEAR, entry_, 1, day, HANH, "here", 1, 1)]},
    )
