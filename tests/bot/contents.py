"""Everything a database holds, as whoever steals it reads it."""

from pathlib import Path

import asyncpg


async def contents(url: str) -> str:
    """Return all that is in a database: of an SQLite one the bytes of its files."""
    if url.startswith("sqlite:"):
        path = Path(url.removeprefix("sqlite:///"))
        files = [one for one in path.parent.glob(f"{path.name}*") if one.is_file()]
        return "\n".join(one.read_bytes().decode(errors="replace") for one in files)
    connection = await asyncpg.connect(url)
    try:
        tables = await connection.fetch(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
        )
        rows = [await connection.fetch(f'SELECT t::text FROM "{name}" t') for (name,) in tables]  # noqa: S608 # its own tables
    finally:
        await connection.close()
    return "\n".join(text for table in rows for (text,) in table)
