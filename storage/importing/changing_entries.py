"""Changes entries a register tells otherwise; what they said before stays as a version."""

from collections.abc import Sequence
from typing import Any

import orjson

from rules.fold import fold
from rules.importing.plan import PlannedEntry
from rules.search import searchable
from storage.database import Row, Transaction
from storage.importing.by import By

_NOON = 12


async def change_entries(
    tx: Transaction, planned: Sequence[PlannedEntry], typist: str, by: By
) -> None:
    """Write what is other than before, each entry as its next version."""
    found = await tx.rows(
        f"SELECT {', '.join(_COLUMNS)} FROM entries WHERE id IN :ids FOR UPDATE",  # noqa: S608 - ours
        {"ids": [entry.id for entry in planned]},
    )
    before = {row[0]: row for row in found}
    after = [_after(before[entry.id], entry, by) for entry in planned]
    await tx.run(_UPDATE, {"rows": [_stored(boxes, by) for boxes in after]})
    versions = [(b["id"], b["version"], _boxes(b), typist, by.now) for b in after]
    await tx.run(
        "INSERT INTO entry_versions (entry, version, boxes, by_person, at) VALUES :rows",
        {"rows": versions},
    )


_UPDATE = """
WITH given (id, version, name, folded, address, field, content, state, person, kind, entry_kind,
            subject, origin, counts, created_at, search, now) AS (VALUES :rows)
UPDATE entries SET version = given.version, name = given.name, name_folded = given.folded,
    address = given.address, field = given.field, content = given.content, state = given.state,
    person = given.person, kind = given.kind, entry_kind = given.entry_kind,
    subject = given.subject, origin = given.origin, counts = given.counts,
    created_at = given.created_at, search = given.search, updated_at = given.now
FROM given WHERE entries.id = given.id"""
_COLUMNS = (
    *("id", "version", "name", "address", "field", "content", "more", "state", "person", "kind"),
    *("entry_kind", "subject", "origin", "counts", "created_at"),
)


def _after(before: Row, entry: PlannedEntry, by: By) -> dict[str, Any]:
    """Return the entry by column as it will be."""
    boxes: dict[str, Any] = dict(zip(_COLUMNS, before, strict=True))
    row = entry.row
    for column in entry.changed - {"received", "kind"}:
        boxes[column] = getattr(row, column)
    if "received" in entry.changed:
        boxes["created_at"] = int(by.moment_of(row.received, _NOON).timestamp() * 1000)
    if "kind" in entry.changed:
        kind = by.programme.kind(entry.kind)
        boxes |= {"kind": kind.code, "entry_kind": kind.entry, "subject": kind.subject}
        boxes |= {"origin": kind.origin, "counts": int(kind.counts)}
    return boxes | {"version": boxes["version"] + 1}


def _stored(boxes: dict[str, Any], by: By) -> Row:
    words = (boxes["name"], boxes["address"], boxes["content"], boxes["person"])
    return (
        *(boxes["id"], boxes["version"], boxes["name"], fold(boxes["name"]), boxes["address"]),
        *(boxes["field"], boxes["content"], boxes["state"], boxes["person"], boxes["kind"]),
        *(boxes["entry_kind"], boxes["subject"], boxes["origin"], boxes["counts"]),
        *(boxes["created_at"], searchable(*words), by.now),
    )


def _boxes(boxes: dict[str, Any]) -> str:
    own = {key: boxes[key] for key in ("name", "address", "field", "content")}
    return orjson.dumps(own | orjson.loads(boxes["more"])).decode()
