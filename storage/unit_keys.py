"""Units as operators name them: by the office's own key, or by a name in full."""

from rules.fold import fold
from storage.database import Transaction
from storage.units import unit_names


async def called(tx: Transaction, words: str, *, today: str) -> list[tuple[str, str]]:
    """Return id and name of the unit with this key, else of each called so in full or for short."""
    meant = fold(words)
    named = await unit_names(tx, today=today)
    keys = await tx.rows("SELECT id, key FROM units WHERE key <> ''")
    keyed = {unit for unit, key in keys if fold(key) == meant}
    found = [n for n in named if n.unit.id in keyed]
    found = found or [n for n in named if meant in map(fold, n.names)]
    return [(n.unit.id, n.unit.name) for n in found]
