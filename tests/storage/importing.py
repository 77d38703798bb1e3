"""Importing tables into the village as its office, or as the operator."""

import itertools
from typing import Any

from rules.importing.columns import Kind
from rules.importing.preview import Preview
from rules.table import Table
from storage.database import Database, Row
from storage.importing import By, Source, one_at_a_time, plan_import, write_import
from tests.hamlet import programme
from tests.rules.importing.tables import table
from tests.storage.village import NOW, ZONE

BOT = "123"
_IDS = itertools.count(1_000_000)


def by(person: str = "", *, now: int = NOW) -> By:
    """Return whoever imports; nobody is the operator."""
    return By(
        person=person,
        address=f"a-{person}" if person else "",
        programme=programme(),
        version=1,
        latest=2027,
        bot=BOT,
        now=now,
        zone=ZONE,
        new_id=lambda: f"i{next(_IDS)}",
    )


async def look(db: Database, kind: Kind, text: str, who: By | None = None, **more: Any) -> Preview:
    """Return what an import would do."""
    async with db.reading() as tx:
        found, _ = await plan_import(tx, Source(kind, table(text), **more), who or by())
    return found


async def take(
    db: Database, kind: Kind, text: str | Table, who: By | None = None, **more: Any
) -> Preview:
    """Import a table, or nothing of it; return what was done or is wrong."""
    given = table(text) if isinstance(text, str) else text
    importer = who or by()
    async with db.writing() as tx:
        await one_at_a_time(tx)
        found, plan = await plan_import(tx, Source(kind, given, **more), importer)
        if found.good:
            await write_import(tx, plan, importer)
    return found


def reasons(found: Preview) -> list[str]:
    """Return what is wrong, in order."""
    return [problem.reason for problem in found.problems]


async def everything(db: Database, *tables: str) -> dict[str, list[Row]]:
    """Return all rows of these tables."""
    async with db.reading() as tx:
        return {
            name: sorted(await tx.rows(f"SELECT * FROM {name}"))  # noqa: S608 - a test's own table
            for name in tables
        }
