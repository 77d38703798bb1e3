"""Whatever became of its units: the office's table says what each of them reads of itself."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.entry import State
from rules.requests import StandingOf
from storage import entries, facts, memberships
from storage.contacts import Contact, add_contacts
from storage.database import Transaction, open_database
from storage.memberships import Joining
from tests.hamlet import programme
from tests.storage.offices import (
    CODE,
    HANH,
    OFFICE,
    YEAR,
    around,
    ended,
    entry,
    exempted,
    open_office,
    summary_of,
    unit,
)
from tests.storage.village import LONG_AGO

RULES = programme("yen-bai-khoi", quotas=False)


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry of a random organisation, perhaps of another programme."""

    unit: int
    state: State
    counts: bool
    unclear: bool
    other: bool


UNITS = 7
TYPES = ("dang_bo", "chi_bo", "khoi_mass_org", "base_mass_org", "khoi")
ENTRIES = st.builds(
    Registered,
    st.integers(0, UNITS - 1),
    st.sampled_from(("sent", "confirmed", "recognised", "returned", "withdrawn")),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
ABOVE = st.tuples(*(st.integers(-1, n - 1) for n in range(UNITS)))
# Which units end, each into up to two others that do not.
MERGES = st.dictionaries(
    st.integers(0, 2), st.lists(st.integers(3, UNITS - 1), max_size=2, unique=True), max_size=3
)


async def _live(
    tx: Transaction,
    above: tuple[int, ...],
    types: list[str],
    made: list[Registered],
) -> None:
    keys = [OFFICE if up < 0 else f"u{up}" for up in above]
    await open_office(tx, [unit(f"u{n}", types[n], parent=key) for n, key in enumerate(keys)])
    await add_contacts(tx, [Contact("guest", "Khách", "", 1)])
    guests = [Joining(f"g{n}", "guest", f"u{n}", LONG_AGO) for n in range(UNITS)]
    await memberships.insert(tx, guests)
    rows = [
        entry(
            n,
            f"u{one.unit}",
            state=one.state,
            counts=one.counts,
            programme="other" if one.other else CODE,
            typed_by="guest" if one.unclear else HANH,
        )
        for n, one in enumerate(made)
    ]
    await entries.add(tx, rows)


async def _agree(
    url: str, merges: dict[int, list[int]], exempt_: set[int], *living: object
) -> None:
    database = await open_database(url)
    try:
        async with database.writing() as tx:
            await _live(tx, *living)  # type: ignore[arg-type] # as they were drawn
            for gone, heirs in merges.items():
                await ended(tx, f"u{gone}", heirs=tuple(f"u{heir}" for heir in heirs))
            for key in exempt_:
                await exempted(tx, f"u{key}")
            summary = await summary_of(tx, RULES)
            asked = [(HANH, StandingOf(one.now.unit.id, YEAR)) for one in summary.lines]
            found = await facts.answer(tx, asked, around(RULES))
    finally:
        await database.close()
    said = [(one.owed.needed, one.registered, one.now.exempt) for one in summary.lines]
    assert said == [(each.quota, each.registered, each.exempt) for each in found]
    assert [one.missing for one in summary.lines] == [each.missing for each in found]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    above=ABOVE,
    types=st.lists(st.sampled_from(TYPES), min_size=UNITS, max_size=UNITS),
    made=st.lists(ENTRIES, max_size=12),
    merges=MERGES,
    exempt_=st.sets(st.integers(3, UNITS - 1)),
)
def test_each_line_says_what_its_unit_reads_of_itself(
    sqlite_with_tables: Path,
    tmp_path: Path,
    above: tuple[int, ...],
    types: list[str],
    made: list[Registered],
    merges: dict[int, list[int]],
    exempt_: set[int],
) -> None:
    copy = tmp_path / "tables.db"
    for left in tmp_path.glob("tables.db*"):
        left.unlink()
    copy.write_bytes(sqlite_with_tables.read_bytes())

    asyncio.run(_agree(f"sqlite:///{copy}", merges, exempt_, above, types, made))
