"""Random people, units and moves: nobody ever reads what the rule in plain words denies them."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.permissions import ROLES
from rules.person import Role
from rules.requests import EntriesOf, MyEntries
from rules.roles import Held
from storage import entries, facts, memberships, people, units
from storage.chats import Chat
from storage.database import Transaction, open_database
from storage.memberships import Joining
from storage.people import Newcomer
from storage.scope import roles_over
from storage.units import NewUnit
from tests.storage.village import AROUND, TODAY, entry

UNITS, PEOPLE = 6, 4
BEFORE, AFTER = "2020-01-01", "2028-01-01"
RANKS: dict[Held, int] = {"": -1, "member": 0, "officer": 1, "office": 2, "admin": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of somebody in a unit; `time` says if it holds, has ended or is to come."""

    person: int
    unit: int
    role: Role
    confirmed: bool
    time: str


PLACES = st.builds(
    Place,
    st.integers(0, PEOPLE - 1),
    st.integers(0, UNITS - 1),
    st.sampled_from(("member", "officer", "office", "admin")),
    st.booleans(),
    st.sampled_from(("now", "now", "now", "ended", "to come")),
)
# The unit above each, always an earlier one; -1 for none. `moved` is where it stood before today.
ABOVE = st.tuples(*(st.integers(-1, n - 1) for n in range(UNITS)))


def over(place: Place, unit: int, above: tuple[int, ...]) -> Held:
    """Return the role a place gives over a unit today."""
    if not place.confirmed or place.time != "now":
        return ""
    if place.unit == unit:
        return place.role
    while unit != -1 and place.role in ROLES:
        unit = above[unit]
        if unit == place.unit:
            return place.role
    return ""


def strongest(places: list[Place], person: int, unit: int, above: tuple[int, ...]) -> Held:
    """Return the strongest role somebody has over a unit."""
    held = [over(place, unit, above) for place in places if place.person == person]
    return max(held, key=RANKS.__getitem__, default="")


async def live(tx: Transaction, places: list[Place], moved: tuple[int, ...]) -> None:
    """Make units, where they stood before today, people, places, and an entry in each unit."""
    rows = [
        NewUnit(f"u{n}", f"Đơn vị {n}", BEFORE, 1, parent=f"u{up}" if up >= 0 else "")
        for n, up in enumerate(moved)
    ]
    await units.add_units(tx, rows)
    new = [Newcomer(Chat("web", "", f"p{n}"), f"a{n}", f"p{n}") for n in range(PEOPLE)]
    await people.greet(tx, new, at=1, language="vi")
    await people.greet(tx, [Newcomer(Chat("web", "", "x"), "ax", "x")], at=1, language="vi")
    times = {"now": (BEFORE, ""), "ended": (BEFORE, TODAY), "to come": (AFTER, "")}
    for n, one in enumerate(places):
        begun, ended = times[one.time]
        joining = Joining(f"m{n}", f"p{one.person}", f"u{one.unit}", begun, "", one.role)
        await memberships.insert(tx, [replace(joining, confirmed=one.confirmed)])
        await tx.run("UPDATE memberships SET to_day = :d WHERE id = :i", {"d": ended, "i": f"m{n}"})
    made = [entry(n + 1, unit=f"u{n}", typed_by="x") for n in range(UNITS)]
    await entries.add(tx, [replace(one, name=f"kanari-{one.unit}") for one in made])


async def move(tx: Transaction, above: tuple[int, ...]) -> None:
    """Let the units stand elsewhere from today on."""
    await tx.run("UPDATE unit_parents SET to_day = :today", {"today": TODAY})
    rows = [(f"u{n}", f"u{up}", TODAY, "") for n, up in enumerate(above) if up >= 0]
    await tx.run(
        "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows", {"rows": rows}
    )


async def check(
    url: str, places: list[Place], moved: tuple[int, ...], above: tuple[int, ...]
) -> None:
    """Compare what each person holds and reads of each unit with the rule in plain words."""
    database = await open_database(url)
    try:
        async with database.writing() as tx:
            await live(tx, places, moved)
            await move(tx, above)
            pairs = [
                (f"p{person}", f"u{unit}") for person in range(PEOPLE) for unit in range(UNITS)
            ]
            held = await roles_over(tx, pairs, today=TODAY)
            asked = [(person, EntriesOf(unit)) for person, unit in pairs]
            mine = [(f"p{person}", MyEntries()) for person in range(PEOPLE)]
            shown = await facts.answer(tx, [*asked, *mine], AROUND)
    finally:
        await database.close()
    plain = [strongest(places, int(p[1:]), int(u[1:]), above) for p, u in pairs]
    assert held == plain
    assert [bool(one) for one in shown[: len(pairs)]] == [role != "" for role in plain]
    for person in range(PEOPLE):
        readable = {
            u for (p, u), role in zip(pairs, plain, strict=True) if role and p == f"p{person}"
        }
        assert {one.unit.id for one in shown[len(pairs) + person]} == readable


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(places=st.lists(PLACES, max_size=8), moved=ABOVE, above=ABOVE)
def test_whoever_belongs_wherever_reads_what_is_theirs_and_nothing_else(
    sqlite_with_tables: Path,
    tmp_path: Path,
    places: list[Place],
    moved: tuple[int, ...],
    above: tuple[int, ...],
) -> None:
    copy = tmp_path / "tables.db"
    for left in tmp_path.glob("tables.db*"):
        left.unlink()
    copy.write_bytes(sqlite_with_tables.read_bytes())

    asyncio.run(check(f"sqlite:///{copy}", places, moved, above))
