"""Every change of a deadline there ever was: who made it, when, of which units."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.deadline_changes import DeadlineChange
from storage.database import Row, Transaction
from storage.deadline_changes import Change, covers, resolved
from storage.humans import with_chats
from storage.occurrences import NOT_FOR_GOOD

_COLUMNS = """c.id, c.programme, c.stage, c.round, c.unit, c.below, c.kind, c.day, c.until,
    c.reason, c.basis, c.by_person, c.at, COALESCE(p.name, '')"""
_KEPT = f"""SELECT {_COLUMNS}
    FROM deadline_changes c LEFT JOIN people p ON p.id = c.by_person"""  # noqa: S608 - written here


@dataclass(frozen=True, slots=True)
class Kept:
    """A change as it is kept: of which unit, by whom, and what it covers now.

    Changes that were made together have an id in common: what stands before the dot.
    """

    change: DeadlineChange
    unit: str
    below: bool
    by_person: str
    by: str

    @property
    def together(self) -> str:
        """What changes that were made together have in common."""
        return self.change.id.partition(".")[0]


async def of_round(tx: Transaction, programme: str, round_: int, *, today: str) -> tuple[Kept, ...]:
    """Return all changes of a round, the oldest first, with the units they cover today."""
    found = await tx.rows(
        f"{_KEPT} WHERE c.programme = :programme AND c.round = :round ORDER BY c.at, c.id",
        {"programme": programme, "round": round_},
    )
    return await _resolved(tx, found, today=today)


async def rounds_since(tx: Transaction, at: int) -> list[tuple[str, int]]:
    """Return the programmes and rounds in which anything was changed since (UTC ms)."""
    found = await tx.rows(
        """SELECT DISTINCT programme, round FROM deadline_changes
           WHERE at >= :at ORDER BY programme, round""",
        {"at": at},
    )
    return [(programme, round_) for programme, round_ in found]


async def newest(tx: Transaction, programme: str, round_: int) -> Kept | None:
    """Return the last change of a round, without the units it covers; None where there is none."""
    found = await tx.rows(
        f"""{_KEPT} WHERE c.programme = :programme AND c.round = :round
            ORDER BY c.at DESC, c.id DESC LIMIT 1""",
        {"programme": programme, "round": round_},
    )
    return _kept(found[0], frozenset()) if found else None


async def hold(tx: Transaction, unit: str, *, today: str) -> None:
    """Let nobody else change deadlines of a unit, or of one above it, before this is written."""
    await tx.rows(
        """WITH RECURSIVE above (unit) AS (
               SELECT u.id FROM units u WHERE u.id = :unit
               UNION
               SELECT p.parent FROM above a JOIN unit_parents p ON p.unit = a.unit
               WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day))
           SELECT id FROM units WHERE id IN (SELECT unit FROM above) ORDER BY id FOR UPDATE""",
        {"unit": unit, "today": today},
    )


async def told(tx: Transaction, rules: Sequence[str]) -> set[tuple[str, str]]:
    """Return (rule, person) of those who were told under these rules."""
    found = await tx.rows(
        """SELECT rule, person FROM occurrences
           WHERE rule IN :rules AND reason = '' AND outbox <> ''""",
        {"rules": rules},
    )
    return {(rule, person) for rule, person in found}


async def settled(tx: Transaction, rule: str) -> set[str]:
    """Return of whom it is decided under a rule, but who could not be told and can be now."""
    found = await tx.rows(
        "SELECT person, reason FROM occurrences WHERE rule = :rule", {"rule": rule}
    )
    unreached = [person for person, reason in found if reason in NOT_FOR_GOOD]
    known = await with_chats(tx, unreached)
    there = {person for person, one in known.items() if one.chats}
    return {person for person, _ in found} - there


async def _resolved(tx: Transaction, found: Sequence[Row], *, today: str) -> tuple[Kept, ...]:
    if not found:
        return ()
    scopes = {(row[4], bool(row[5])) for row in found}
    covered = await covers(tx, scopes, today=today)
    return tuple(_kept(row, covered[row[4], bool(row[5])]) for row in found)


def _kept(row: Row, units: frozenset[str]) -> Kept:
    *columns, by = row
    said = Change(*columns)
    return Kept(resolved(said, units), said.unit, bool(said.below), said.by_person, by)
