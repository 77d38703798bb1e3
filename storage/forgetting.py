"""Somebody taken out of the entries that are theirs, and of what others were told of them."""

from collections.abc import Sequence

import orjson

from rules.fold import fold
from rules.forgotten import Forgotten
from rules.search import searchable
from storage import planned_rows
from storage.database import Row, Transaction


async def in_entries(tx: Transaction, people: Sequence[str], who: Forgotten) -> list[str]:
    """Take them out of the entries they typed or that are about them, earlier words too.

    Returns the ids of those entries. What others typed of other things stays as it is.
    """
    near = await tx.rows(
        """SELECT typed_by, id, person, more, name, address, content, source_words FROM entries
           WHERE typed_by IN :people OR person <> '' AND unit IN (
               SELECT unit FROM memberships WHERE person IN :people AND state = 'confirmed')
           ORDER BY id FOR UPDATE""",
        {"people": people},
    )
    found = [row[1:] for row in near if row[0] in people or who.is_meant_by(row[2])]
    rows = [(row[0], *_without(row, who)) for row in found]
    changed = [new for new, old in zip(rows, found, strict=True) if new != tuple(old)]
    await tx.run(
        """WITH given (id, person, more, name, address, content, source_words, folded, search)
               AS (VALUES :rows)
           UPDATE entries SET person = given.person, more = given.more, name = given.name,
               address = given.address, content = given.content, search = given.search,
               source_words = given.source_words, name_folded = given.folded
           FROM given WHERE entries.id = given.id""",
        {"rows": [(*row, *_found_by(row)) for row in changed]},
    )
    keys = [row[0] for row in found]
    await _in_versions(tx, keys, who)
    await _in_what_was_asked(tx, keys, who)
    return [row[0] for row in found]


def rewritten(found: Sequence[Row], who: Forgotten) -> list[Row]:
    """Return the rows in which they were, without them; the first column is the key."""
    new = [(row[0], *map(who.taken_out_of, row[1:])) for row in found]
    return [row for row, old in zip(new, found, strict=True) if row != tuple(old)]


def _found_by(row: Row) -> tuple[str, str]:
    """Return what an entry is compared and searched by."""
    _, person, _, name, address, content, _ = row
    return fold(name), searchable(name, address, content, person)


def _without(row: Row, who: Forgotten) -> tuple[str, ...]:
    """Return an entry's words without them, in the order of the query, the id left out."""
    _, person, more, *plain = row
    person = who.instead if who.is_meant_by(person) else who.taken_out_of(person)
    return (person, _without_in_json(more, who), *map(who.taken_out_of, plain))


def _without_in_json(boxes: str, who: Forgotten) -> str:
    said = orjson.loads(boxes)
    new = {key: who.taken_out_of(words) for key, words in said.items()}
    return boxes if new == said else orjson.dumps(new).decode()


async def _in_versions(tx: Transaction, entries: Sequence[str], who: Forgotten) -> None:
    found = await tx.rows(
        "SELECT entry, version, boxes FROM entry_versions WHERE entry IN :entries",
        {"entries": entries},
    )
    rows = [(entry, version, _without_in_json(boxes, who)) for entry, version, boxes in found]
    changed = [new for new, old in zip(rows, found, strict=True) if new != tuple(old)]
    await tx.run(
        """WITH given (entry, version, boxes) AS (VALUES :rows)
           UPDATE entry_versions SET boxes = given.boxes FROM given
           WHERE entry_versions.entry = given.entry AND entry_versions.version = given.version""",
        {"rows": changed},
    )


async def in_calls(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    """Take them out of what came of calls: those they made, and those to units of theirs."""
    found = await tx.rows(
        """SELECT id, words FROM calls WHERE words <> '' AND (by_person IN :people OR unit IN (
               SELECT unit FROM memberships WHERE person IN :people))""",
        {"people": people},
    )
    await tx.run(
        """WITH given (id, words) AS (VALUES :rows)
           UPDATE calls SET words = given.words FROM given WHERE calls.id = given.id""",
        {"rows": rewritten(found, who)},
    )


async def in_plans(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    """Take them out of how plans are cited that they told of."""
    found = await tx.rows(
        """SELECT unit, programme, round, model, words FROM plans
           WHERE by_person IN :people FOR UPDATE""",
        {"people": people},
    )
    rows = [(*plan, who.taken_out_of(words)) for *plan, words in found]
    await tx.run(
        """WITH given (unit, programme, round, model, words) AS (VALUES :rows)
           UPDATE plans SET words = given.words FROM given
           WHERE plans.unit = given.unit AND plans.programme = given.programme
             AND plans.round = given.round AND plans.model = given.model""",
        {"rows": [new for new, old in zip(rows, found, strict=True) if new != tuple(old)]},
    )


async def in_announcements(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    """Take them out of announcements they wrote or were told."""
    found = await tx.rows(
        """SELECT id, words FROM announcements WHERE by_person IN :people OR id IN (
               SELECT announcement FROM announcement_people WHERE person IN :people)""",
        {"people": people},
    )
    await tx.run(
        """WITH given (id, words) AS (VALUES :rows)
           UPDATE announcements SET words = given.words FROM given
           WHERE announcements.id = given.id""",
        {"rows": rewritten(found, who)},
    )


async def _in_what_was_asked(tx: Transaction, entries: Sequence[str], who: Forgotten) -> None:
    """Take them out of what the office asked of these entries, and of corrections of them."""
    returned = await tx.rows(
        "SELECT entry, version, words FROM returns WHERE entry IN :entries", {"entries": entries}
    )
    rows = [(*key, who.taken_out_of(words)) for *key, words in returned]
    await tx.run(
        """WITH given (entry, version, words) AS (VALUES :rows)
           UPDATE returns SET words = given.words FROM given
           WHERE returns.entry = given.entry AND returns.version = given.version""",
        {"rows": [new for new, old in zip(rows, returned, strict=True) if new != tuple(old)]},
    )
    asked = await tx.rows(
        "SELECT id, boxes, words FROM corrections WHERE entry IN :entries", {"entries": entries}
    )
    new = [(key, _without_in_json(b, who), who.taken_out_of(words)) for key, b, words in asked]
    await tx.run(
        """WITH given (id, boxes, words) AS (VALUES :rows)
           UPDATE corrections SET boxes = given.boxes, words = given.words
           FROM given WHERE corrections.id = given.id""",
        {"rows": [one for one, old in zip(new, asked, strict=True) if one != tuple(old)]},
    )


async def in_what_others_were_told(tx: Transaction, about: Sequence[str], who: Forgotten) -> None:
    """Take back the bubbles that name these persons and entries; what is not sent yet never is.

    Reminders among them are planned anew, without the name.
    """
    named = """EXISTS (SELECT 1 FROM given WHERE outbox.about LIKE '% ' || given.id || ' %')"""
    rows = [(key,) for key in about]
    gone = await tx.rows(
        f"""WITH given (id) AS (VALUES :rows) DELETE FROM outbox
            WHERE side = 'ours' AND state IN ('pending', 'parked') AND {named}
            RETURNING id, doubts""",  # noqa: S608 - written above
        {"rows": rows},
    )
    # What may have arrived is not told twice.
    await planned_rows.plan_anew(tx, [key for key, doubts in gone if not doubts])
    await tx.run(
        f"""WITH given (id) AS (VALUES :rows) UPDATE outbox SET say = :say, about = ''
            WHERE side = 'ours' AND say <> '{{}}' AND {named}""",  # noqa: S608 - written above
        {"rows": rows, "say": orjson.dumps({"text": who.instead}).decode()},
    )
