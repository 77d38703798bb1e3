"""`python -m bench.standing`: how long it takes to say how a unit stands, however big the register.

Units have the same 50 entries in each of ten rounds; what grows is how many units there are.
"""

import argparse
import asyncio
import statistics
import tempfile
from collections.abc import Iterator
from itertools import count, islice
from time import perf_counter
from typing import NamedTuple, TypeAlias, TypeVar

from rich.console import Console
from rich.table import Table

from bot.channels import Incoming
from bot.turns import handle
from conversations.said import Text
from rules.person import Role  # noqa: TC001 - a module to be run, not imported
from storage import memberships, people, units
from storage.contacts import Contact, add_contacts
from storage.database import Database, Transaction, open_database
from storage.memberships import Joining
from storage.migrate import migrate
from storage.people import ConsentAnswer
from storage.units import NewUnit
from tests import postgres
from tests.hamlet import LONG_AGO, Hamlet, hamlet, programme

YEAR, ROUNDS, EACH = 2024, 10, 50
OF_A_UNIT = ROUNDS * EACH
PARTY = 10  # cells below the officer who is measured
MOMENT = "2024-04-12 08:30"
AT_ONCE = 2_000
COLUMNS = """id, code, number, dialog, unit, person, typed_by, programme, programme_version, round,
    kind, entry_kind, subject, origin, counts, source, source_words, name, name_folded, address,
    field, content, more, state, on_time, channel, version, demo, created_at, updated_at, search"""
ASKING = {"contact": "c0", "officer": "x0", "office": "khoi"}
_MESSAGES = count()
Entry: TypeAlias = tuple[str | int, ...]


class Figures(NamedTuple):
    """Median milliseconds of a whole turn for each who asks, on one database of one size."""

    kind: str
    size: int
    units: int
    took: dict[str, float]


async def measure(url: str, kind: str, size: int, *, repeats: int) -> Figures:
    """Fill an empty database with so many entries, then ask again and again."""
    database = await open_database(url)
    try:
        await migrate(database)
        cells = max(1, size // OF_A_UNIT)
        await _settle(database, cells)
        await _register(database, cells)
        if kind == "postgres":  # which does so by itself after a while
            async with database.writing() as tx:
                await tx.run("ANALYZE")
        world = hamlet(database, programme("yen-bai-khoi"), moment=MOMENT)
        took = {who: await _median(world, key, repeats) for who, key in ASKING.items()}
    finally:
        await database.close()
    return Figures(kind, size, cells, took)


async def _settle(database: Database, cells: int) -> None:
    """Make the office, its parties, their cells, and one person in each of them."""
    rows = [NewUnit("khoi", "Đảng ủy Khối", LONG_AGO, 1, "dang_bo"), *_below(cells)]
    async with database.writing() as tx:
        for some in _chunks(iter(rows)):
            await units.add_units(tx, some)
            await add_contacts(tx, [Contact(u.id, f"Giàng A {u.id}", "", 1) for u in some])
            await memberships.join(tx, [_place(u) for u in some])
        for key in ASKING.values():
            await _reach(tx, key)


def _below(cells: int) -> Iterator[NewUnit]:
    for n in range(cells):
        party = f"x{n // PARTY}"
        if n % PARTY == 0:
            yield NewUnit(party, f"Đảng ủy {party}", LONG_AGO, 1, "dang_bo", parent="khoi")
        key = f"c{n}"
        yield NewUnit(key, f"Chi bộ {key}", LONG_AGO, 1, "chi_bo", parent=party)


def _place(unit: NewUnit) -> Joining:
    key = unit.id
    role: Role = "office" if key == "khoi" else "officer"
    return Joining(f"m-{key}", key, key, LONG_AGO, "Bí thư", role, confirmed=True)


async def _reach(tx: Transaction, person: str) -> None:
    """Let somebody be at a chat, having agreed."""
    await tx.run(
        """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
           VALUES :rows""",
        {"rows": [(f"a-{person}", "web", "", person, person, "open", 1, 1)]},
    )
    agreed = ConsentAnswer(f"c-{person}", person, "given", "1", "wording", "web", 1)
    await people.consent(tx, [agreed])


async def _register(database: Database, cells: int) -> None:
    """Let every cell have the same number of entries in each of the rounds."""
    for some in _chunks(_entries(cells)):
        async with database.writing() as tx:
            await tx.run(f"INSERT INTO entries ({COLUMNS}) VALUES :rows", {"rows": some})  # noqa: S608 - ours


def _entries(cells: int) -> Iterator[Entry]:
    for n in range(cells * OF_A_UNIT):
        unit, year = f"c{n // OF_A_UNIT}", YEAR - n % ROUNDS
        name = f"Tổ tự quản số {n}"
        kind = ("new-collective", "model", "collective", "new", 1, "", "")
        boxes = (name, f"to tu quan so {n}", "bản Cốc", "economy", "Mười hộ cùng dọn đường làng.")
        rest = ("{}", "accepted", 1, "web", 1, 0, n, n, f" to tu quan so {n} ")
        who = (unit, "", unit, "yen-bai-khoi", 1, year)
        yield (f"e{n:015}", f"DVK-{year}-{n:07}", n, f"d{n}", *who, *kind, *boxes, *rest)


_T = TypeVar("_T")


def _chunks(rows: Iterator[_T]) -> Iterator[list[_T]]:
    while some := list(islice(rows, AT_ONCE)):
        yield some


async def _median(world: Hamlet, person: str, repeats: int) -> float:
    """Return the median milliseconds of a turn, the first one left out."""
    took = [await _turn(world, person) for _ in range(repeats + 1)]
    return statistics.median(took[1:])


async def _turn(world: Hamlet, person: str) -> float:
    said = Incoming("web", "", person, f"x{next(_MESSAGES)}", Text("đơn vị tôi"), 0)
    began = perf_counter()
    async with world.db.writing() as tx:
        await handle(tx, [said], world.shell)
    took = (perf_counter() - began) * 1000
    async with world.db.writing() as tx:
        failed = await tx.rows("SELECT body FROM inbox WHERE state = 'failed' LIMIT 1")
    if failed:
        raise SystemExit(failed[0][0])
    return took


def show(figures: list[Figures]) -> None:
    """Print what was measured, and how much slower the biggest register is for a unit."""
    table = Table("database", "entries", "units", *(f"{who}, ms" for who in ASKING))
    for one in figures:
        cells = (f"{one.took[who]:.1f}" for who in ASKING)
        table.add_row(one.kind, f"{one.size:,}", f"{one.units:,}", *cells)
    Console().print(table)
    for kind in dict.fromkeys(one.kind for one in figures):
        contact = [one.took["contact"] for one in figures if one.kind == kind]
        Console().print(f"{kind}: for a contact {contact[-1] / contact[0]:.2f} times the smallest")


async def _main(given: argparse.Namespace) -> None:
    figures = []
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/kheo.db"
            figures.append(await measure(url, "sqlite", size, repeats=given.repeats))
    with postgres.running() as server:
        for size in given.sizes:
            with server.database() as url:
                figures.append(await measure(url, "postgres", size, repeats=given.repeats))
    show(figures)


def main() -> None:
    """Measure on databases of each kind and size, made for it and thrown away."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000, 1_000_000])
    parser.add_argument("--repeats", type=int, default=30)
    asyncio.run(_main(parser.parse_args()))


if __name__ == "__main__":
    main()
