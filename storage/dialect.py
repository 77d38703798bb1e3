"""The few places where SQLite and PostgreSQL differ; everything else is SQL both speak."""

import re
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["sqlite", "postgres"]

_TEXT = re.compile(r"\bTEXT\b")
_LOCKING = re.compile(r"\bFOR UPDATE( OF \w+)?( SKIP LOCKED)?")
_MIGRATION_LOCK = 0x6B68656F


def table_definition(sql: str, kind: Kind) -> str:
    """Return a migration's statement as the database wants it.

    PostgreSQL compares text by the server's language unless told otherwise, and ids by Vietnamese
    rules would not be in order of time.
    """
    return _TEXT.sub('TEXT COLLATE "C"', sql) if kind == "postgres" else sql


def without_locks(sql: str) -> str:
    """Return the SQL without row locks: SQLite's one writer holds them all."""
    return _LOCKING.sub("", sql)


def migration_lock(kind: Kind) -> str:
    """Return the statement that lets one process migrate at a time; on SQLite BEGIN did."""
    return f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})" if kind == "postgres" else "SELECT 1"
