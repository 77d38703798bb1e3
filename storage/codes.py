"""Codes that open a unit or lead a person back. Only keyed hashes are kept, never the codes."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rules.person import Membership, Role, Unit
from rules.requests import Meaning
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code by its hash: of a unit, or a person's way back; `expires_at` in UTC milliseconds.

    `id` is what lists and events call it ("" for the beginning of its hash), `made_by` a person's
    id or "" for the server's operator.
    """

    hash: str
    kind: Literal["unit", "return"]
    uses_left: int
    expires_at: int
    created_at: int
    unit: str = ""
    role: Role = "member"
    position: str = ""
    person: str = ""
    demo: bool = False
    id: str = ""
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A code that is good: what it means to people, and whose it is ("" for no one person's).

    `demo`: it is one of an invented person, for whoever tries the assistant out.
    """

    meaning: Meaning
    person: str
    demo: bool = False


def hash_code(pepper: str, code: str) -> str:
    """Return what is kept of a code, from which nobody without the pepper finds it."""
    return hmac.digest(pepper.encode(), code.encode(), "sha256").hex()


async def add(tx: Transaction, rows: Sequence[NewCode]) -> None:
    """Add codes."""
    await tx.run(
        """INSERT INTO codes (hash, kind, unit, role, position, person, uses_left, expires_at,
                              demo, created_at, id, uses, made_by)
           VALUES :rows""",
        {"rows": [_row(code) for code in rows]},
    )


async def meaning(tx: Transaction, hash_: str, *, now: int, today: str) -> Found:
    """Return what a code stands for; the same empty answer for wrong, used, ended."""
    found = await tx.rows(
        """SELECT c.kind, c.unit, COALESCE(n.name, ''), COALESCE(u.type, ''),
                  COALESCE(u.place, ''), c.position, c.role, c.person, COALESCE(p.name, ''),
                  c.demo
           FROM codes c LEFT JOIN units u ON u.id = c.unit
           LEFT JOIN unit_names n ON n.unit = u.id
                AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
           LEFT JOIN people p ON p.id = c.person
           WHERE c.hash = :hash AND c.uses_left > 0 AND :now < c.expires_at AND c.ended_at = 0""",
        {"hash": hash_, "now": now, "today": today},
    )
    if not found:
        return Found(Meaning(), "")
    kind, unit, *named, position, role, person, name, demo = found[0]
    place = Membership(Unit(unit, *named), position, role, confirmed=True) if unit else None
    return Found(Meaning(kind, place, name), person, bool(demo))


async def uses_left(tx: Transaction, hash_: str, *, now: int) -> int:
    """Return how often a code may still be used, 0 for one that is not good."""
    found = await tx.rows(
        """SELECT uses_left FROM codes
           WHERE hash = :hash AND :now < expires_at AND ended_at = 0""",
        {"hash": hash_, "now": now},
    )
    return int(found[0][0]) if found else 0


async def use(tx: Transaction, hash_: str, *, now: int) -> bool:
    """Use a code once; return whether it was good, which is so for one of several at a time."""
    used = await tx.rows(
        """UPDATE codes SET uses_left = uses_left - 1
           WHERE hash = :hash AND uses_left > 0 AND :now < expires_at AND ended_at = 0
           RETURNING hash""",
        {"hash": hash_, "now": now},
    )
    return bool(used)


async def was_for(tx: Transaction, hash_: str, *, person: str) -> tuple[str, str]:
    """Return kind and unit of a code of this person or for all of a unit, ("", "") for others.

    Whether it is still good is not asked: nothing may be given by it.
    """
    found = await tx.rows(
        "SELECT kind, unit FROM codes WHERE hash = :hash AND person IN ('', :person)",
        {"hash": hash_, "person": person},
    )
    return (found[0][0], found[0][1]) if found else ("", "")


async def end_returns(tx: Transaction, person: str, *, before: int) -> None:
    """End the ways back of a person that would be good until before a time (UTC milliseconds)."""
    await tx.run(
        """DELETE FROM codes
           WHERE kind = 'return' AND person = :person AND expires_at < :before""",
        {"person": person, "before": before},
    )


async def live(tx: Transaction, *, now: int) -> int:
    """Return how many codes are good now."""
    found = await tx.rows(
        """SELECT count(*) FROM codes
           WHERE uses_left > 0 AND :now < expires_at AND ended_at = 0""",
        {"now": now},
    )
    count: int = found[0][0]
    return count


async def note_try(tx: Transaction, address: str, *, at: int) -> None:
    """Note that a code was tried at an address."""
    await tx.run(
        "INSERT INTO code_tries (address, at) VALUES (:address, :at)",
        {"address": address, "at": at},
    )


async def tries(tx: Transaction, address: str, *, since: int) -> int:
    """Return how often codes were tried at an address since a time."""
    return await _count(tx, "address = :address AND at >= :since", address=address, since=since)


async def tries_in_all(tx: Transaction, *, since: int) -> int:
    """Return how often codes were tried by everybody since a time."""
    return await _count(tx, "at >= :since", since=since)


async def _count(tx: Transaction, condition: str, **params: str | int) -> int:
    sql = f"SELECT count(*) FROM code_tries WHERE {condition}"  # noqa: S608 - ours
    found = await tx.rows(sql, params)
    count: int = found[0][0]
    return count


def _row(code: NewCode) -> tuple[str | int, ...]:
    return (
        code.hash,
        code.kind,
        code.unit,
        code.role,
        code.position,
        code.person,
        code.uses_left,
        code.expires_at,
        int(code.demo),
        code.created_at,
        code.id or code.hash[:16],
        code.uses_left,
        code.made_by,
    )
