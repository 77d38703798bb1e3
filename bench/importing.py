"""`python -m bench.importing`: how long a province takes to come in, and how much memory."""

import argparse
import asyncio
import datetime as dt
import itertools
import resource
import tempfile
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table as Shown

from bench import province
from rules.importing.columns import Kind
from rules.programme_file import read_programme
from rules.table import Table
from storage.database import Database, open_database
from storage.importing import By, Source, one_at_a_time, plan_import, write_import
from storage.migrate import migrate

HERE = Path(__file__).resolve().parent.parent
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_IDS = itertools.count()


async def measure(database: Database, tables: dict[Kind, Table]) -> list[tuple[str, ...]]:
    """Import the tables, each twice; return name, rows, seconds and rows a second of each."""
    shown: list[tuple[str, ...]] = []
    for kind, table in tables.items():
        for again in ("", " again"):
            began = perf_counter()
            count = await _import(database, Source(kind, table))
            seconds = perf_counter() - began
            shown.append((kind + again, f"{count}", f"{seconds:.2f}", f"{count / seconds:.0f}"))
    return shown


async def _import(database: Database, source: Source) -> int:
    by = operator()
    async with database.writing() as tx:
        await one_at_a_time(tx)
        found, plan = await plan_import(tx, source, by)
        if not found.good:
            raise SystemExit(f"{found.problems[:3]}")
        await write_import(tx, plan, by)
    return found.rows


def operator() -> By:
    """Return the operator, now."""
    file = HERE / "programmes" / "can-tho-khoi.toml"
    return By(
        person="",
        address="",
        programme=read_programme(file.read_text("utf-8"), file=file.name),
        version=1,
        latest=2027,
        bot="1",
        now=int(dt.datetime(2027, 3, 1, 8, tzinfo=ZONE).timestamp() * 1000),
        zone=ZONE,
        new_id=lambda: f"{next(_IDS):016d}",
    )


async def _main(url: str, given: argparse.Namespace) -> None:
    tables: dict[Kind, Table] = {
        "units": province.units(given.communes, given.below),
        "contacts": province.contacts(given.communes, given.below, each=3),
        "entries": province.entries(given.entries, given.communes),
    }
    database = await open_database(url)
    try:
        await migrate(database)
        rows = await measure(database, tables)
    finally:
        await database.close()
    shown = Shown("import", "rows", "seconds", "rows/s")
    for row in rows:
        shown.add_row(*row)
    Console().print(shown)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    Console().print(f"peak memory: {peak:.0f} MiB")


def main() -> None:
    """Measure on an SQLite file of its own, or on the empty database given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--communes", type=int, default=100)
    parser.add_argument("--below", type=int, default=10)
    parser.add_argument("--entries", type=int, default=2943)
    parser.add_argument("--database", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_main(given.database or f"sqlite:///{folder}/kheo.db", given))


if __name__ == "__main__":
    main()
