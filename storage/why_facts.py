"""Answers what became of what was said by itself: the ledger, each person only what is theirs."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.budget import HELD
from rules.gaps import Gap
from rules.why_requests import Decided, Missed, MissedIn, WhyTo, WhyToMe
from storage.circumstances import Answered, Circumstances
from storage.database import Row, Transaction
from storage.gaps import gaps
from storage.scope import UNITS_SEEN

MOST, MOST_MISSED = 10, 20
_Asked: TypeAlias = Sequence[tuple[str, Any]]
_NAME = """LEFT JOIN unit_names n ON n.unit = o.unit
    AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)"""
# Who comes to a meeting is for its own unit to know, who has begun a text for nobody else.
_PRIVATE = "substr(o.rule, 1, 6) IN ('meetin', 'draft:')"
_DECIDED = f"""
SELECT o.rule, o.step, o.at, o.reason,
       CASE WHEN x.state = 'pending' AND x.error = '{HELD}' THEN 'held'
            ELSE COALESCE(x.state, '') END, COALESCE(x.settled_at, 0),
       COALESCE(n.name, ''), p.name, CASE x.channel WHEN 'web' THEN 1 ELSE 0 END,
       CASE x.external WHEN 'read' THEN 1 ELSE 0 END
FROM occurrences o JOIN people p ON p.id = o.person LEFT JOIN outbox x ON x.id = o.outbox {_NAME}
WHERE {{whose}} ORDER BY o.at DESC, o.due_at DESC, o.rule, o.step LIMIT :most"""  # noqa: S608 - ours
_MISSED = f"""
WITH RECURSIVE {UNITS_SEEN}
SELECT o.rule, n.name,
       CASE WHEN {_PRIVATE} THEN '' ELSE p.name END
FROM occurrences o JOIN people p ON p.id = o.person {_NAME}
WHERE o.due_at >= :start AND o.due_at < :end AND o.reason = 'late' AND n.name <> ''
  AND o.unit IN (SELECT unit FROM below WHERE role IN ('office', 'admin'))
ORDER BY n.name, p.sort_key, o.rule LIMIT :most"""  # noqa: S608 - all of it is written here


async def _to_me(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _decided(tx, around, "o.person = :key", person) for person, _ in asked]


async def _to_units(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    whose = f"o.unit = :key AND NOT {_PRIVATE}"
    return [await _decided(tx, around, whose, request.unit) for _, request in asked]


async def _decided(
    tx: Transaction, around: Circumstances, whose: str, key: str
) -> tuple[Decided, ...]:
    found = await tx.rows(
        _DECIDED.format(whose=whose), {"key": key, "today": around.today, "most": MOST}
    )
    return tuple(_read(row, around) for row in found)


def _read(row: Row, around: Circumstances) -> Decided:
    rule, step, at, reason, fate, settled, unit, name, page, read = row
    sent = around.local(settled) if fate == "sent" else None
    return Decided(
        rule, step, around.local(at), reason, fate, sent, unit, name, bool(page), bool(read)
    )


async def _missed(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    kept = {gap.start: gap for gap in await gaps(tx)}
    return [
        await _missed_in(tx, person, kept.get(request.gap, Gap(0, 0)), around)
        for person, request in asked
    ]


async def _missed_in(
    tx: Transaction, person: str, gap: Gap, around: Circumstances
) -> tuple[Missed, ...]:
    found = await tx.rows(
        _MISSED,
        {"people": [person], "today": around.today, "most": MOST_MISSED, **gap._asdict()},
    )
    return tuple(dict.fromkeys(Missed(*row) for row in found))


ANSWERED: Mapping[type, Answered] = {WhyToMe: _to_me, WhyTo: _to_units, MissedIn: _missed}
