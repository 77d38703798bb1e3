"""Somebody taken out of why deadlines were changed, of what days are called, of agreed places."""

from collections.abc import Sequence

import orjson

from rules.forgotten import Forgotten
from storage.database import Transaction
from storage.forgetting import rewritten


async def in_deadlines(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    """Take them out of changes they made or that concern their units, and of days they named.

    In months that committees agreed on, places say what the meetings say.
    """
    found = await tx.rows(
        """SELECT id, reason, basis FROM deadline_changes
           WHERE by_person IN :people OR unit IN (
               SELECT unit FROM memberships WHERE person IN :people)""",
        {"people": people},
    )
    await tx.run(
        """WITH given (id, reason, basis) AS (VALUES :rows)
           UPDATE deadline_changes SET reason = given.reason, basis = given.basis
           FROM given WHERE deadline_changes.id = given.id""",
        {"rows": rewritten(found, who)},
    )
    await _in_days(tx, people, who)
    await _in_schedules(tx, people, who)


async def _in_days(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    found = await tx.rows(
        "SELECT day, label FROM calendar_days WHERE by_person IN :people", {"people": people}
    )
    await tx.run(
        """WITH given (day, label) AS (VALUES :rows)
           UPDATE calendar_days SET label = given.label FROM given
           WHERE calendar_days.day = given.day""",
        {"rows": rewritten(found, who)},
    )


async def _in_schedules(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    near = await tx.rows(
        """SELECT unit FROM memberships WHERE person IN :people
           UNION SELECT unit FROM meetings WHERE by_person IN :people""",
        {"people": people},
    )
    units = {unit for (unit,) in near}
    found = await tx.rows("SELECT unit, month, agreed FROM schedules FOR UPDATE")
    rows = [(unit, month, _without(agreed, units, who)) for unit, month, agreed in found]
    await tx.run(
        """WITH given (unit, month, agreed) AS (VALUES :rows)
           UPDATE schedules SET agreed = given.agreed FROM given
           WHERE schedules.unit = given.unit AND schedules.month = given.month""",
        {"rows": [new for new, old in zip(rows, found, strict=True) if new != tuple(old)]},
    )


def _without(agreed: str, units: set[str], who: Forgotten) -> str:
    lines = orjson.loads(agreed)
    for unit in units & lines.keys():
        lines[unit][-1] = who.taken_out_of(lines[unit][-1])
    return orjson.dumps(lines, option=orjson.OPT_SORT_KEYS).decode()
