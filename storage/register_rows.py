"""The words of many entries at once, for a printed table of them."""

from collections.abc import Mapping, Sequence

import orjson

from rules.register_row import RegisterRow
from storage.database import Transaction
from storage.scope import UNITS_SEEN

AT_ONCE = 500


async def register_rows(
    tx: Transaction, entries: Sequence[str], *, person: str, today: str
) -> Mapping[str, RegisterRow]:
    """Return those of the entries, by id, that are in a register this person sees into."""
    rows: dict[str, RegisterRow] = {}
    for start in range(0, len(entries), AT_ONCE):
        found = await tx.rows(
            f"""WITH RECURSIVE {UNITS_SEEN}
                SELECT e.id, e.code, e.number, e.name,
                       COALESCE((SELECT n.name FROM unit_names n
                                 WHERE n.unit = e.unit AND n.from_day <= :today
                                 ORDER BY n.from_day DESC LIMIT 1), ''),
                       e.person, e.address, e.content, e.on_time, e.paper_day, e.source_words,
                       e.more
                FROM entries e WHERE e.id IN :entries
                  AND e.unit IN (SELECT unit FROM sees)""",  # noqa: S608 - all of it is written here
            {"entries": entries[start : start + AT_ONCE], "people": [person], "today": today},
        )
        for id_, *told, on_time, paper_day, source, more in found:
            rest = (bool(on_time), paper_day, source, orjson.loads(more))
            rows[id_] = RegisterRow(*(*told, *rest))
    return rows
