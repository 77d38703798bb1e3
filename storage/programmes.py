"""The programmes as they were loaded: each text is a version that never changes."""

from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Version:
    """A programme's text as it was at one version."""

    code: str
    version: int
    source: str


async def keep(tx: Transaction, code: str, source: str, *, hash_: str, at: int) -> int:
    """Keep a programme's text and return its version, the old one for a text that is known."""
    while True:
        known = await tx.rows(
            "SELECT max(version) FROM programmes WHERE code = :code AND hash = :hash",
            {"code": code, "hash": hash_},
        )
        if known[0][0]:
            version: int = known[0][0]
            return version
        # Nothing is inserted when another process was first with the text or the number.
        await tx.run(
            """INSERT INTO programmes (code, version, hash, source, loaded_at)
               SELECT :code, COALESCE(max(version), 0) + 1, :hash, :source, :at
               FROM programmes WHERE code = :code
               HAVING NOT EXISTS (SELECT 1 FROM programmes WHERE code = :code AND hash = :hash)
               ON CONFLICT DO NOTHING""",
            {"code": code, "hash": hash_, "source": source, "at": at},
        )


async def versions(tx: Transaction) -> list[Version]:
    """Return all versions of all programmes, older ones first."""
    found = await tx.rows("SELECT code, version, source FROM programmes ORDER BY code, version")
    return [Version(*row) for row in found]
