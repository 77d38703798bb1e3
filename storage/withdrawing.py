"""Somebody agrees no longer: what was kept only by their leave goes, and nothing more comes."""

from collections.abc import Sequence

from storage import planned_rows
from storage.database import Transaction


async def forget_unfinished(tx: Transaction, person: str) -> None:
    """Forget a person's drafts, their photos in no entry yet, and what was still to be sent."""
    params = {"person": person}
    await tx.run("DELETE FROM dialogs WHERE person = :person", params)
    await tx.run("UPDATE replies SET reason = '' WHERE person = :person", params)
    await tx.run(
        """UPDATE outbox SET say = '{}', error = ''
           WHERE bears <> '' AND (person = :person AND side = 'theirs'
                                  OR about LIKE '% ' || :person || ' %')""",
        params,
    )
    await tx.run(
        "DELETE FROM attachments WHERE person = :person AND entry = '' AND paper = ''", params
    )
    await planned_rows.never_said(tx, person)
    await tx.run(
        "DELETE FROM outbox WHERE person = :person AND state IN ('pending', 'parked')", params
    )


async def silent(tx: Transaction, people: Sequence[str]) -> set[str]:
    """Return those of the people whom nothing is told any more: they withdrew or are forgotten."""
    found = await tx.rows(
        """SELECT p.id, CASE WHEN p.erased_at > 0 THEN 'withdrawn' ELSE c.answer END
           FROM people p JOIN consents c ON c.person = p.id
           WHERE p.id IN :people ORDER BY c.at, c.id""",
        {"people": people},
    )
    last = {str(person): str(answer) for person, answer in found}
    return {person for person, answer in last.items() if answer == "withdrawn"}


async def agreed(tx: Transaction, people: Sequence[str]) -> set[str]:
    """Return those of the people who have agreed to be told something, and still do."""
    found = await tx.rows(
        """SELECT c.person, c.answer FROM consents c JOIN people p ON p.id = c.person
           WHERE c.person IN :people AND p.erased_at = 0 ORDER BY c.at, c.id""",
        {"people": people},
    )
    last = {str(person): str(answer) for person, answer in found}
    return {person for person, answer in last.items() if answer == "given"}
