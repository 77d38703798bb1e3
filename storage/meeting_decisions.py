"""What was decided of meetings so far, and which of them have somebody new to be invited."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rules.meeting import Meeting
from rules.meeting_duties import INVITE, MOVED, RULE, rule_of
from rules.occurrences import Key
from storage.database import Transaction
from storage.occurrences import NOT_FOR_GOOD
from storage.reachable import OPEN

_NEWCOMERS = f"""
SELECT DISTINCT m.id FROM meetings m
JOIN memberships s ON s.unit = m.unit AND s.state = 'confirmed'
     AND s.from_day <= :today AND (s.to_day = '' OR :today < s.to_day)
     AND (m.kind <> 'committee' OR s.role <> 'member')
JOIN people p ON p.id = s.person AND p.erased_at = 0
WHERE m.state = 'planned' AND m.starts_at > :now
  AND EXISTS (SELECT 1 FROM addresses a WHERE a.person = s.person AND {OPEN})
  AND (SELECT c.answer FROM consents c WHERE c.person = s.person
       ORDER BY c.at DESC, c.id DESC LIMIT 1) = 'given'
  AND NOT EXISTS (
      SELECT 1 FROM occurrences o
      WHERE o.rule = :rule || m.id AND o.subject = m.unit || '/' || s.person
        AND o.occasion = CAST(m.revision AS TEXT) AND o.step IN :steps
        AND o.reason NOT IN :held)"""  # noqa: S608 - all of it is written here


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided of a meeting.

    keys  what needs no more thought
    held  who could not be told then
    told  persons who were sent something of an earlier revision
    """

    keys: Collection[Key] = frozenset()
    held: Collection[Key] = frozenset()
    told: Collection[str] = frozenset()


async def with_newcomers(tx: Transaction, *, now: int, today: str) -> set[str]:
    """Return the meetings ahead to which somebody who can be told was not invited yet, by id."""
    steps = (INVITE, MOVED)
    found = await tx.rows(
        _NEWCOMERS, {"now": now, "today": today, "rule": RULE, "steps": steps, "held": NOT_FOR_GOOD}
    )
    return {key for (key,) in found}


async def decided_of(tx: Transaction, meetings: Sequence[Meeting]) -> dict[str, Decided]:
    """Return what was decided of each meeting, by its id."""
    revisions = {rule_of(one.id): (one.id, str(one.revision)) for one in meetings}
    keys: dict[str, set[Key]] = {one.id: set() for one in meetings}
    held: dict[str, set[Key]] = {one.id: set() for one in meetings}
    told: dict[str, set[str]] = {one.id: set() for one in meetings}
    found = await tx.rows(
        """SELECT rule, subject, occasion, step, person, reason FROM occurrences
           WHERE rule IN :rules""",
        {"rules": sorted(revisions)},
    )
    for *parts, person, reason in found:
        key = Key(*parts)
        meeting, revision = revisions[key.rule]
        (held if reason in NOT_FOR_GOOD else keys)[meeting].add(key)
        if not reason and key.occasion != revision:
            told[meeting].add(person)
    return {id_: Decided(keys[id_], held[id_], told[id_]) for id_ in keys}
