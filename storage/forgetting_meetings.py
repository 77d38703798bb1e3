"""Somebody taken out of the words of meetings: places, why they were changed, who is away why."""

from collections.abc import Sequence

from rules.forgotten import Forgotten
from storage.database import Transaction
from storage.forgetting import rewritten

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
        {"rows": rewritten(found, who)},
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
        {"rows": rewritten(found, who)},
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
        {"rows": rewritten(found, who)},
    )
