"""Whom reminders of a stage's end are for, and what they did about it lately."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import orjson

from rules.occurrences import Key
from storage.database import Transaction
from storage.reachable import OPEN
from storage.scope import DOWN

_HELD = """m.role = 'officer' AND m.state = 'confirmed' AND u.state = 'known'
    AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)"""
# Who could not be told is owed it still, once they can be.
_SETTLED = f"""(o.reason NOT IN ('away', 'silent') OR NOT EXISTS (
    SELECT 1 FROM addresses a WHERE a.person = o.person AND {OPEN}
    AND (SELECT c.answer FROM consents c WHERE c.person = o.person
         ORDER BY c.at DESC, c.id DESC LIMIT 1) = 'given'))"""  # noqa: S608 - written here
_NOT_YET = f"""NOT EXISTS (SELECT 1 FROM occurrences o
    WHERE o.rule = :rule AND o.subject = m.unit || '/' || m.person
      AND o.occasion = :occasion AND o.step = :step AND {_SETTLED})"""  # noqa: S608 - written here
# Nobody missed what was before their time.
_STEP = f"""
SELECT m.unit, m.person FROM memberships m JOIN units u ON u.id = m.unit
LEFT JOIN reminder_hours h ON h.person = m.person
WHERE {_HELD} AND m.from_day <= :day AND {_NOT_YET}
  AND (:early = 0 OR h.early = 1)
  AND (:all = 1 AND m.unit NOT IN :others OR :all = 0 AND m.unit IN :units)
ORDER BY m.unit, m.from_day, m.id"""  # noqa: S608 - all of it is written here
_BELOW = f"""
WITH RECURSIVE {DOWN}
SELECT m.unit, m.person FROM down d JOIN memberships m ON m.unit = d.unit
JOIN units u ON u.id = m.unit
WHERE {_HELD} AND m.unit <> :unit AND {_NOT_YET} ORDER BY m.unit, m.from_day, m.id"""  # noqa: S608 - the same
_OFFICERS = f"""
SELECT m.unit, m.person FROM memberships m JOIN units u ON u.id = m.unit
WHERE {_HELD} AND m.unit IN :units ORDER BY m.unit, m.from_day, m.id"""  # noqa: S608 - the same
_ALL = f"""
SELECT m.unit, m.person FROM memberships m JOIN units u ON u.id = m.unit
WHERE {_HELD} ORDER BY m.unit, m.from_day, m.id"""  # noqa: S608 - the same
_SNOOZED = """
SELECT s.person, s.matter, s.times, s.until_at FROM snoozes s
WHERE s.until_at > :after AND s.until_at <= :ahead AND NOT EXISTS (
    SELECT 1 FROM occurrences o WHERE o.person = s.person AND o.matter = s.matter
      AND o.step = 'again-' || s.times)
ORDER BY s.until_at, s.person, s.matter"""
_DRAFTS = """
SELECT person, id, state, touched_at FROM dialogs
WHERE person IN :people AND script = 'register' AND programme = :programme
  AND round IN (0, :round) ORDER BY touched_at DESC, id DESC"""
_AUTHORS = f"""
SELECT DISTINCT d.person FROM dialogs d
WHERE d.script = 'register' AND d.programme = :programme AND d.round IN (0, :round)
  AND d.created_at < :before AND NOT EXISTS (
      SELECT 1 FROM occurrences o WHERE o.rule = :rule AND o.subject = d.person
        AND o.occasion = :occasion AND o.step = :step AND {_SETTLED})
ORDER BY d.person"""  # noqa: S608 - the same
_LATELY = """
SELECT person, unit, max(at) FROM (
    SELECT typed_by AS person, unit, created_at AS at FROM entries
    WHERE typed_by IN :people AND created_at > :since
    UNION ALL SELECT person, unit, created_at FROM papers
    WHERE person IN :people AND created_at > :since
    UNION ALL SELECT person, '', at FROM help_requests WHERE person IN :people AND at > :since
) did GROUP BY person, unit"""
_HOMES = """
SELECT person, unit FROM memberships
WHERE person IN :people AND from_day <= :today AND (to_day = '' OR :today < to_day)
ORDER BY person, unit"""
_BELOW_OTHERS = """
SELECT DISTINCT unit FROM unit_parents
WHERE unit IN :units AND from_day <= :today AND (to_day = '' OR :today < to_day) ORDER BY unit"""


class Contact(NamedTuple):
    """An officer of a unit, both by id."""

    unit: str
    person: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a stage's reminders: of some units, or of all but `others`.

    day  the local day it goes on (ISO text), `today` the one it is
    """

    rule: str
    occasion: str
    step: str
    day: str
    today: str
    early: bool = False
    units: Collection[str] | None = None
    others: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A registration being written: words by key, said or said ahead; `touched_at` is UTC ms."""

    id: str
    words: dict[str, str] = field(default_factory=dict)
    touched_at: int = 0


class SnoozedMatter(NamedTuple):
    """Somebody wants to be reminded of a matter again; it is the `times`-th time they say so."""

    person: str
    matter: str
    times: int
    until: int


async def undecided(tx: Transaction, step: Step) -> list[Contact]:
    """Return the contacts for whom a step has not been decided yet."""
    params: dict[str, Any] = {
        "rule": step.rule,
        "occasion": step.occasion,
        "step": step.step,
        "day": step.day,
        "today": step.today,
        "early": int(step.early),
        "all": int(step.units is None),
        "units": sorted(step.units or ()),
        "others": sorted(step.others),
    }
    return [Contact(*row) for row in await tx.rows(_STEP, params)]


async def contacts(tx: Transaction, *, today: str) -> list[Contact]:
    """Return the contacts of all units on a day (ISO text)."""
    return [Contact(*row) for row in await tx.rows(_ALL, {"today": today})]


async def undecided_below(tx: Transaction, key: Key, unit: str, *, today: str) -> list[Contact]:
    """Return the contacts of units below one who are to be told something and are not yet.

    `key` has the rule, the occasion and the step of it.
    """
    params = {"unit": unit, "today": today, **key._asdict()}
    return [Contact(*row) for row in await tx.rows(_BELOW, params)]


async def contacts_of(tx: Transaction, units: Collection[str], *, today: str) -> list[Contact]:
    """Return the officers of units."""
    found = await tx.rows(_OFFICERS, {"units": sorted(units), "today": today})
    return [Contact(*row) for row in found]


async def snoozed(tx: Transaction, *, after: int, ahead: int) -> list[SnoozedMatter]:
    """Return what somebody wants to be reminded of again between two moments (UTC ms)."""
    found = await tx.rows(_SNOOZED, {"after": after, "ahead": ahead})
    return [SnoozedMatter(*row) for row in found]


async def put_off(tx: Transaction, people: Collection[str]) -> dict[tuple[str, str, str], int]:
    """Return until when people put matters off (UTC ms), by (person, matter, how often)."""
    found = await tx.rows(
        "SELECT person, matter, times, until_at FROM snoozes WHERE person IN :people",
        {"people": sorted(people)},
    )
    return {(person, matter, str(times)): until for person, matter, times, until in found}


async def drafts_of(
    tx: Transaction, people: Collection[str], *, programme: str, year: int
) -> dict[str, list[KeptDraft]]:
    """Return the registrations each person is writing, the one touched last first."""
    asked: dict[str, Any] = {"people": sorted(people), "programme": programme, "round": year}
    drafts: dict[str, list[KeptDraft]] = {}
    for person, key, state, touched in await tx.rows(_DRAFTS, asked):
        kept = orjson.loads(state)
        words = {**kept.get("offered", {}), **kept.get("answers", {})}
        drafts.setdefault(person, []).append(KeptDraft(key, words, touched))
    return drafts


async def authors(
    tx: Transaction, step: Step, *, programme: str, year: int, before: int
) -> list[str]:
    """Return who began a registration before a moment and for whom a step is not decided yet."""
    params: dict[str, Any] = {
        "rule": step.rule,
        "occasion": step.occasion,
        "step": step.step,
        "programme": programme,
        "round": year,
        "before": before,
    }
    return [person for (person,) in await tx.rows(_AUTHORS, params)]


async def did_lately(
    tx: Transaction, people: Collection[str], *, since: int
) -> dict[tuple[str, str], int]:
    """Return when people last sent something for a unit since a moment, both UTC ms.

    By (person, unit), the unit "" where they asked a human.
    """
    found = await tx.rows(_LATELY, {"people": sorted(people), "since": since})
    return {(person, unit): at for person, unit, at in found}


async def homes(tx: Transaction, people: Collection[str], *, today: str) -> dict[str, list[str]]:
    """Return the units people belong to, also only by their own word."""
    units: dict[str, list[str]] = {}
    for person, unit in await tx.rows(_HOMES, {"people": sorted(people), "today": today}):
        units.setdefault(person, []).append(unit)
    return units


async def below_others(tx: Transaction, units: Collection[str], *, today: str) -> list[str]:
    """Return those of the units that have one above them: only they owe anything."""
    found = await tx.rows(_BELOW_OTHERS, {"units": sorted(units), "today": today})
    return [unit for (unit,) in found]
