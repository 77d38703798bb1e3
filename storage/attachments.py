"""Photos: wanted from a channel, then kept on disk or refused, and the entry they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Transaction

# entry, hash, kind, size, state, reason, not_before
_NEW = ("", "", "", 0, "wanted", "", 0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A photo a person sent; `remote` is what its channel finds it by, `created_at` UTC ms."""

    id: str
    person: str
    channel: str
    bot: str
    remote: str
    created_at: int
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """A photo on disk, found by the hash of its bytes."""

    id: str
    hash: str
    kind: str
    size: int


async def want(tx: Transaction, rows: Sequence[Wanted]) -> None:
    """Note photos that are to be fetched."""
    await tx.run(
        """INSERT INTO attachments (id, person, channel, bot, remote, attempts, created_at,
                                    entry, hash, kind, size, state, reason, not_before)
           VALUES :rows""",
        {
            "rows": [
                (w.id, w.person, w.channel, w.bot, w.remote, w.attempts, w.created_at, *_NEW)
                for w in rows
            ]
        },
    )


async def due(tx: Transaction, *, now: int, limit: int) -> list[Wanted]:
    """Return photos to be fetched now, those waiting longest first."""
    found = await tx.rows(
        """SELECT id, person, channel, bot, remote, created_at, attempts FROM attachments
           WHERE state = 'wanted' AND not_before <= :now ORDER BY not_before, id LIMIT :limit""",
        {"now": now, "limit": limit},
    )
    return [Wanted(*row) for row in found]


async def kept(tx: Transaction, photo: Kept) -> None:
    """Note that a photo is on disk; its channel is not asked for it again."""
    await tx.run(
        """UPDATE attachments SET state = 'kept', remote = '', hash = :hash, kind = :kind,
                                  size = :size
           WHERE id = :id AND state = 'wanted'""",
        {"id": photo.id, "hash": photo.hash, "kind": photo.kind, "size": photo.size},
    )


async def refused(tx: Transaction, key: str, *, reason: str) -> None:
    """Note that a photo is not wanted any more, and why."""
    await tx.run(
        """UPDATE attachments SET state = 'refused', remote = '', reason = :reason
           WHERE id = :id AND state = 'wanted'""",
        {"id": key, "reason": reason},
    )


async def later(tx: Transaction, key: str, *, not_before: int) -> None:
    """Note that fetching a photo failed and is to be tried again."""
    await tx.run(
        """UPDATE attachments SET attempts = attempts + 1, not_before = :not_before
           WHERE id = :id AND state = 'wanted'""",
        {"id": key, "not_before": not_before},
    )


async def attach(tx: Transaction, ids: Sequence[str], *, person: str, entry: str) -> None:
    """Give a person's own photos to an entry; photos of others and those of an entry stay."""
    await tx.run(
        """UPDATE attachments SET entry = :entry
           WHERE id IN :ids AND person = :person AND entry = '' AND paper = ''""",
        {"ids": ids, "person": person, "entry": entry},
    )


async def count(tx: Transaction, entry: str) -> int:
    """Return how many photos an entry has."""
    found = await tx.rows(
        "SELECT count(*) FROM attachments WHERE entry = :entry AND state <> 'refused'",
        {"entry": entry},
    )
    number: int = found[0][0]
    return number


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A photo that can be looked at, and the entry or the paper it belongs to."""

    hash: str
    kind: str
    entry: str
    paper: str


async def on_disk(tx: Transaction, key: str) -> OnDisk | None:
    """Return a photo of an entry or a paper that is on disk, else None."""
    found = await tx.rows(
        """SELECT hash, kind, entry, paper FROM attachments
           WHERE id = :id AND state = 'kept' AND (entry <> '' OR paper <> '')""",
        {"id": key},
    )
    return OnDisk(*found[0]) if found else None


async def of_entry(tx: Transaction, entry: str) -> list[str]:
    """Return the ids of the photos of an entry that are on disk, the first sent first."""
    found = await tx.rows(
        """SELECT id FROM attachments WHERE entry = :entry AND state = 'kept'
           ORDER BY created_at, id""",
        {"entry": entry},
    )
    return [key for (key,) in found]


async def of_papers(tx: Transaction, papers: Sequence[str]) -> dict[str, list[str]]:
    """Return the ids of the photos of papers that are on disk, by paper."""
    if not papers:
        return {}
    found = await tx.rows(
        """SELECT paper, id FROM attachments WHERE paper IN :papers AND state = 'kept'
           ORDER BY created_at, id""",
        {"papers": papers},
    )
    photos: dict[str, list[str]] = {}
    for paper, key in found:
        photos.setdefault(paper, []).append(key)
    return photos
