"""Somebody taken out of the words of meetings: places, why they were changed, who is away why."""

from collections.abc import Sequence

from rules.forgotten import Forgotten
from storage.database import Row, Transaction

_THEIRS = """(by_person IN :people OR unit IN (
    SELECT unit FROM memberships WHERE person IN :people))"""


async def in_meetings(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    """Take them out of meetings they made, and of those of units they belong or belonged to.

    What they replied goes altogether.
    """
    await tx.run("DELETE FROM replies WHERE person IN :people", {"people": people})
    found = await tx.rows(
        f"SELECT id, place, was_place, why FROM meetings WHERE {_THEIRS}",  # noqa: S608 - ours
        {"people": people},
    )
    await tx.run(
        """WITH given (id, place, was_place, why) AS (VALUES :rows)
           UPDATE meetings SET place = given.place, was_place = given.was_place, why = given.why
           FROM given WHERE meetings.id = given.id""",
        {"rows": _changed(found, who)},
    )
    await _in_series(tx, people, who)
    await _in_reasons(tx, people, who)


async def _in_series(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    found = await tx.rows(
        f"SELECT id, place FROM meeting_series WHERE {_THEIRS}",  # noqa: S608 - ours
        {"people": people},
    )
    await tx.run(
        """WITH given (id, place) AS (VALUES :rows)
           UPDATE meeting_series SET place = given.place FROM given
           WHERE meeting_series.id = given.id""",
        {"rows": _changed(found, who)},
    )


async def _in_reasons(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    """Take them out of why others of their units are away."""
    found = await tx.rows(
        """SELECT r.meeting || '/' || r.person, r.reason FROM replies r
           JOIN meetings m ON m.id = r.meeting
           WHERE r.reason <> '' AND m.unit IN (
               SELECT unit FROM memberships WHERE person IN :people)""",
        {"people": people},
    )
    await tx.run(
        """WITH given (key, reason) AS (VALUES :rows)
           UPDATE replies SET reason = given.reason FROM given
           WHERE replies.meeting || '/' || replies.person = given.key""",
        {"rows": _changed(found, who)},
    )


def _changed(found: Sequence[Row], who: Forgotten) -> list[Row]:
    """Return the rows in which they were, without them; the first column is the key."""
    new = [(row[0], *map(who.taken_out_of, row[1:])) for row in found]
    return [row for row, old in zip(new, found, strict=True) if row != tuple(old)]
