"""What the planner decided, once each: written to be sent, or not and why."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rules.occurrences import Key, Why
from storage.database import Transaction

NOT_FOR_GOOD: tuple[Why, ...] = ("away", "silent")
_COLUMNS = "rule, subject, occasion, step, person, unit, matter, due_at, at, reason, outbox"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One decision; `due_at` when it was to go, `at` when it was decided (UTC milliseconds).

    reason  "" where it was written to be sent, into the row `outbox`
    """

    key: Key
    person: str
    unit: str
    matter: str
    due_at: int
    at: int
    reason: Why = ""
    outbox: str = ""


async def decide(tx: Transaction, rows: Sequence[Occurrence]) -> set[Key]:
    """Keep what nobody has decided before; return the keys of these alone.

    Who could not be told is told after all when they can be, while it is of use.
    """
    found = await tx.rows(
        f"""INSERT INTO occurrences ({_COLUMNS}) VALUES :rows
            ON CONFLICT (rule, subject, occasion, step) DO UPDATE
            SET person = excluded.person, at = excluded.at, reason = '', outbox = ''
            WHERE occurrences.reason IN ('away', 'silent') AND excluded.reason = ''
            RETURNING rule, subject, occasion, step""",  # noqa: S608 - our own columns
        {"rows": [_stored(row) for row in sorted(rows, key=lambda row: row.key)]},
    )
    return {Key(*key) for key in found}


async def decided(tx: Transaction, keys: Collection[Key]) -> set[Key]:
    """Return those of the keys that were decided for good.

    What is "away" or "silent" is not: it is still owed, should its person come to be reached.
    """
    kept = await reasons(tx, keys)
    return {key for key, why in kept.items() if why not in NOT_FOR_GOOD}


async def reasons(tx: Transaction, keys: Collection[Key]) -> dict[Key, Why]:
    """Return why those of the keys that were decided are not sent, "" they are."""
    found = await tx.rows(
        """WITH given (rule, subject, occasion, step) AS (VALUES :rows)
           SELECT o.rule, o.subject, o.occasion, o.step, o.reason
           FROM given CROSS JOIN occurrences o  -- for SQLite: the keys first, not the ledger
           WHERE o.rule = given.rule AND o.subject = given.subject
             AND o.occasion = given.occasion AND o.step = given.step""",
        {"rows": [tuple(key) for key in keys]},
    )
    return {Key(*key): why for *key, why in found}


async def under(tx: Transaction, rule: str, *, occasion: str = "") -> list[Occurrence]:
    """Return all that was decided under a rule, of one occasion or of any."""
    found = await tx.rows(
        f"""SELECT {_COLUMNS} FROM occurrences
            WHERE rule = :rule AND (occasion = :occasion OR :occasion = '')
            ORDER BY subject, occasion, step""",  # noqa: S608 - our own columns
        {"rule": rule, "occasion": occasion},
    )
    return [_read(row) for row in found]


async def put_into(tx: Transaction, rows: Mapping[Key, str]) -> None:
    """Note into which row of the outbox each occurrence was written."""
    await tx.run(
        """WITH given (rule, subject, occasion, step, outbox) AS (VALUES :rows)
           UPDATE occurrences SET outbox = given.outbox FROM given
           WHERE occurrences.rule = given.rule AND occurrences.subject = given.subject
             AND occurrences.occasion = given.occasion AND occurrences.step = given.step""",
        {"rows": [(*key, row) for key, row in rows.items()]},
    )


async def in_rows(tx: Transaction, rows: Sequence[str]) -> dict[str, list[Occurrence]]:
    """Return what rows of the outbox were made of and is still to be sent, by row."""
    found = await tx.rows(
        f"""SELECT {_COLUMNS} FROM occurrences
            WHERE outbox <> '' AND outbox IN :rows AND reason = ''
            ORDER BY due_at, rule, subject, step""",  # noqa: S608 - our own columns
        {"rows": rows},
    )
    made: dict[str, list[Occurrence]] = {row: [] for row in rows}
    for row in found:
        made[row[-1]].append(_read(row))
    return made


async def withhold(tx: Transaction, why: Mapping[Key, Why]) -> None:
    """Note why what was written to be sent is not sent after all."""
    await tx.run(
        """WITH given (rule, subject, occasion, step, reason) AS (VALUES :rows)
           UPDATE occurrences SET reason = given.reason FROM given
           WHERE occurrences.rule = given.rule AND occurrences.subject = given.subject
             AND occurrences.occasion = given.occasion AND occurrences.step = given.step""",
        {"rows": [(*key, reason) for key, reason in why.items()]},
    )


async def take_over(tx: Transaction, *, kept: str, gone: str) -> None:
    """Let what was decided for one person count for another, so that it is not told again."""
    both = {"kept": kept, "gone": gone}
    await tx.run(
        """UPDATE occurrences SET subject = replace(subject, :gone, :kept)
           WHERE person = :gone AND NOT EXISTS (
               SELECT 1 FROM occurrences o
               WHERE o.subject = replace(occurrences.subject, :gone, :kept)
                 AND o.rule = occurrences.rule AND o.occasion = occurrences.occasion
                 AND o.step = occurrences.step)""",
        both,
    )
    await tx.run("UPDATE occurrences SET person = :kept WHERE person = :gone", both)


def _stored(row: Occurrence) -> tuple[str | int, ...]:
    return (
        *row.key,
        row.person,
        row.unit,
        row.matter,
        row.due_at,
        row.at,
        row.reason,
        row.outbox,
    )


def _read(row: Sequence[object]) -> Occurrence:
    return Occurrence(Key(*row[:4]), *row[4:])  # type: ignore[arg-type] # as the table has them
