"""Tables people send in and files made for them: wanted, kept until they expire, or gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import orjson

from storage.chats import Chat
from storage.database import Row, Transaction

Way: TypeAlias = Literal["in", "out"]
State: TypeAlias = Literal["wanted", "kept", "refused", "gone"]

_COLUMNS = """id, person, way, kind, name, about, channel, bot, chat, remote, hash, size, state,
    attempts, created_at, expires_at"""
_LATE = "late"  # the reason while it waits after a failure: it holds nothing up that came after


@dataclass(frozen=True, slots=True)
class File:
    """A file of a person; `about` is what its maker is told, `remote` what its channel calls it.

    hash      its name on our disk, "" while it is not there
    attempts  how often it was begun to be made or fetched
    Times are UTC milliseconds; after `expires_at` its bytes are deleted.
    """

    id: str
    person: str
    way: Way
    kind: str
    name: str
    chat: Chat
    created_at: int
    expires_at: int
    about: Mapping[str, Any] = field(default_factory=dict)
    remote: str = ""
    hash: str = ""
    size: int = 0
    state: State = "wanted"
    attempts: int = 0


async def want(tx: Transaction, file: File) -> None:
    """Note a file that is to be made or fetched."""
    about = orjson.dumps(file.about).decode()
    row = (file.id, file.person, file.way, file.kind, file.name, about, *file.chat, file.remote)
    more = (file.hash, file.size, file.state, file.attempts, file.created_at, file.expires_at)
    await tx.run(
        f"INSERT INTO files ({_COLUMNS}, reason, not_before) VALUES :rows",  # noqa: S608 - our own
        {"rows": [(*row, *more, "", 0)]},
    )


async def any_due(tx: Transaction, *, now: int) -> bool:
    """Return whether `claim` may find something."""
    found = await tx.rows(
        "SELECT id FROM files WHERE state = 'wanted' AND not_before <= :now LIMIT 1", {"now": now}
    )
    return bool(found)


async def claim(tx: Transaction, *, now: int, until: int, limit: int) -> list[File]:
    """Take files that are due, oldest first, one a person; nobody else takes them until a time."""
    found = await tx.rows(
        f"""WITH due (due_id) AS (
                SELECT f.id FROM files f
                WHERE f.state = 'wanted' AND f.not_before <= :now
                  AND NOT EXISTS (
                      SELECT 1 FROM files e
                      WHERE e.person = f.person AND e.state = 'wanted' AND e.reason <> :late
                        AND e.id < f.id)
                ORDER BY f.id LIMIT :limit FOR UPDATE SKIP LOCKED)
            UPDATE files SET not_before = :until, attempts = attempts + 1, reason = ''
            WHERE id IN (SELECT due_id FROM due)
            RETURNING {_COLUMNS}""",  # noqa: S608 - our own columns
        {"now": now, "until": until, "limit": limit, "late": _LATE},
    )
    return sorted(map(_read, found), key=lambda file: file.id)


async def release(tx: Transaction) -> None:
    """Let everything wanted be taken at once: whoever had it is known to be dead."""
    await tx.run("UPDATE files SET not_before = 0 WHERE state = 'wanted'", {})


async def later(tx: Transaction, key: str, *, not_before: int) -> None:
    """Note that a file could not be made or fetched now and is to be tried again."""
    await tx.run(
        """UPDATE files SET not_before = :not_before, reason = :late
           WHERE id = :id AND state = 'wanted'""",
        {"id": key, "not_before": not_before, "late": _LATE},
    )


async def kept(tx: Transaction, key: str, *, hash: str, size: int) -> bool:  # noqa: A002 - the column
    """Note that a file is on our disk; return whether it was still wanted."""
    found = await tx.rows(
        """UPDATE files SET state = 'kept', remote = '', hash = :hash, size = :size
           WHERE id = :id AND state = 'wanted' RETURNING id""",
        {"id": key, "hash": hash, "size": size},
    )
    return bool(found)


async def made_anew(tx: Transaction, key: str, *, hash: str, size: int) -> None:  # noqa: A002 - the column
    """Note where a file that had been kept lies now."""
    await tx.run(
        "UPDATE files SET hash = :hash, size = :size WHERE id = :id AND state = 'kept'",
        {"id": key, "hash": hash, "size": size},
    )


async def refuse(tx: Transaction, key: str, *, reason: str) -> bool:
    """Note that a file will never be there, and why; return whether it was still wanted."""
    found = await tx.rows(
        """UPDATE files SET state = 'refused', remote = '', reason = :reason
           WHERE id = :id AND state = 'wanted' RETURNING id""",
        {"id": key, "reason": reason},
    )
    return bool(found)


async def drop(tx: Transaction, key: str, *, person: str) -> bool:
    """Let a person's own file be gone; return whether it was there."""
    found = await tx.rows(
        """UPDATE files SET state = 'gone' WHERE id = :id AND person = :person
             AND state IN ('wanted', 'kept') RETURNING id""",
        {"id": key, "person": person},
    )
    return bool(found)


async def expire(tx: Transaction, *, now: int) -> None:
    """Let everything be gone whose time is over."""
    await tx.run(
        """UPDATE files SET state = 'gone', reason = 'expired'
           WHERE state IN ('wanted', 'kept') AND expires_at <= :now""",
        {"now": now},
    )


async def litter(tx: Transaction) -> list[tuple[str, str]]:
    """Return id and hash of files that are gone while their bytes may still be on the disk."""
    found = await tx.rows(
        "SELECT id, hash FROM files WHERE state IN ('refused', 'gone') AND hash <> ''", {}
    )
    return [(key, hash_) for key, hash_ in found]


async def swept(tx: Transaction, keys: Sequence[str]) -> None:
    """Note that the bytes of files are deleted."""
    await tx.run("UPDATE files SET hash = '', size = 0 WHERE id IN :ids", {"ids": keys})


async def known(tx: Transaction, hashes: Sequence[str]) -> set[str]:
    """Return those of the hashes that files have."""
    found = await tx.rows("SELECT hash FROM files WHERE hash IN :hashes", {"hashes": hashes})
    return {hash_ for (hash_,) in found}


async def find(tx: Transaction, key: str) -> File | None:
    """Return a file, for whoever has made sure whose it is."""
    found = await tx.rows(f"SELECT {_COLUMNS} FROM files WHERE id = :id", {"id": key})  # noqa: S608 - ours
    return _read(found[0]) if found else None


async def of_person(tx: Transaction, key: str, *, person: str) -> File | None:
    """Return a file if it is this person's."""
    file = await find(tx, key)
    return file if file and file.person == person else None


def _read(row: Row) -> File:
    key, person, way, kind, name, about, channel, bot, chat, remote, *rest = row
    hash_, size, state, attempts, created_at, expires_at = rest
    return File(
        id=key,
        person=person,
        way=way,
        kind=kind,
        name=name,
        chat=Chat(channel, bot, chat),
        created_at=created_at,
        expires_at=expires_at,
        about=orjson.loads(about),
        remote=remote,
        hash=hash_,
        size=size,
        state=state,
        attempts=attempts,
    )
