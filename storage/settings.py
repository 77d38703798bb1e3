"""Settings the database itself holds, such as the pepper of codes."""

from storage.database import Transaction


async def get(tx: Transaction, name: str) -> str | None:
    """Return a setting, None when it was never put."""
    found = await tx.rows("SELECT value FROM settings WHERE name = :name", {"name": name})
    return found[0][0] if found else None


async def put_if_missing(tx: Transaction, name: str, value: str) -> str:
    """Put a setting that is not there and return what is there: of several at once, one wins."""
    await tx.run(
        "INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING",
        {"name": name, "value": value},
    )
    found = await tx.rows("SELECT value FROM settings WHERE name = :name", {"name": name})
    kept: str = found[0][0]
    return kept


async def lock(tx: Transaction, name: str, *, otherwise: str) -> str:
    """Return a setting, put now if it was not there; others who want it wait for this one."""
    await put_if_missing(tx, name, otherwise)
    found = await tx.rows(
        "SELECT value FROM settings WHERE name = :name FOR UPDATE", {"name": name}
    )
    kept: str = found[0][0]
    return kept


async def put(tx: Transaction, name: str, value: str) -> None:
    """Put a setting, whatever was there."""
    await tx.run(
        """INSERT INTO settings (name, value) VALUES (:name, :value)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value""",
        {"name": name, "value": value},
    )
