"""Deadlines the office changed: kept as they were said, and for which units they hold now."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass
from typing import Literal

from rules.deadline_changes import DeadlineChange
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Change:
    """A change as the office makes it; `at` in UTC milliseconds.

    below  also for all units below the unit
    day    ISO text of the last day that is on time, `until` its local time "17:00"; both "" while
           the stage is paused
    """

    id: str
    programme: str
    stage: str
    round: int
    unit: str
    below: bool
    kind: Literal["moved", "paused"]
    day: str
    until: str
    reason: str
    basis: str
    by_person: str
    at: int


async def keep(tx: Transaction, changes_: Iterable[Change]) -> None:
    """Keep changes of deadlines."""
    rows = [(*astuple(c)[:5], int(c.below), *astuple(c)[6:]) for c in changes_]
    await tx.run(
        """INSERT INTO deadline_changes (id, programme, stage, round, unit, below, kind, day, until,
               reason, basis, by_person, at)
           VALUES :rows""",
        {"rows": rows},
    )


async def changes(tx: Transaction, *, today: str) -> tuple[DeadlineChange, ...]:
    """Return the changes of last year's rounds and later, each with the units it covers today.

    The earlier ones, too: what went by one of them does not go again by the next.
    """
    found = await tx.rows(
        """SELECT id, programme, stage, round, unit, below, kind, day, until, reason, basis,
                  by_person, at
           FROM deadline_changes WHERE round >= :since ORDER BY at, id""",
        {"since": dt.date.fromisoformat(today).year - 1},
    )
    kept = [Change(*row) for row in found]
    if not kept:
        return ()
    covered = await covers(tx, [(change.unit, change.below) for change in kept], today=today)
    return tuple(resolved(change, covered[change.unit, change.below]) for change in kept)


async def covers(
    tx: Transaction, scopes: Iterable[tuple[str, bool]], *, today: str
) -> dict[tuple[str, bool], frozenset[str]]:
    """Return the ids of the units that each (unit, with all below it) means today.

    Whoever has taken over from one of them is meant, too.
    """
    asked = sorted(set(scopes))
    found = await tx.rows(
        """WITH RECURSIVE given (root, below) AS (VALUES :rows),
           steps (before, after, down) AS (
               SELECT parent, unit, 1 FROM unit_parents
               WHERE from_day <= :today AND (to_day = '' OR :today < to_day)
               UNION ALL
               SELECT unit, successor, 0 FROM unit_successors WHERE day <= :today
           ), covered (root, below, unit) AS (
               SELECT g.root, g.below, u.id FROM given g JOIN units u ON u.id = g.root
               UNION
               SELECT c.root, c.below, s.after FROM covered c
               JOIN steps s ON s.before = c.unit AND s.down <= c.below
           )
           SELECT root, below, unit FROM covered""",
        {"rows": [(unit, int(below)) for unit, below in asked], "today": today},
    )
    units: dict[tuple[str, bool], set[str]] = {one: set() for one in asked}
    for root, below, unit in found:
        units[root, bool(below)].add(unit)
    return {one: frozenset(covered) for one, covered in units.items()}


async def on_time_again(tx: Transaction, change: DeadlineChange, *, before: int) -> list[str]:
    """Take late registrations as on time that came before the new end, in UTC milliseconds.

    Only those of the units the change covers; return their ids. What was on time stays so.
    """
    found = await tx.rows(
        """UPDATE entries SET on_time = 1
           WHERE programme = :programme AND round = :round AND unit IN :units
             AND on_time = 0 AND created_at <= :before
           RETURNING id""",
        {
            "programme": change.programme,
            "round": change.round,
            "units": sorted(change.units),
            "before": before,
        },
    )
    return sorted(key for (key,) in found)


def resolved(change: Change, units: Collection[str]) -> DeadlineChange:
    """Return a change with the units it covers."""
    return DeadlineChange(
        id=change.id,
        programme=change.programme,
        stage=change.stage,
        round=change.round,
        units=units,
        kind=change.kind,
        day=dt.date.fromisoformat(change.day) if change.day else None,
        until=dt.time.fromisoformat(change.until) if change.until else None,
        reason=change.reason,
        basis=change.basis,
        at=change.at,
    )
