"""A name and a phone number taken out of everything that was written with them in it."""

from collections.abc import Sequence

import orjson

from rules.fold import fold
from rules.forgotten import Forgotten
from rules.search import searchable
from storage.database import Row, Transaction

_WORDED = (
    ("outbox", "say"),
    ("dialogs", "state"),
    ("help_requests", "words"),
    ("inbox", "body"),
    ("files", "about"),
    ("files", "name"),
)


async def in_entries(tx: Transaction, people: Sequence[str], who: Forgotten) -> None:
    """Take them out of the entries they typed and of those of their units, earlier words too."""
    found = await tx.rows(
        """SELECT id, person, more, name, address, content, source_words FROM entries
           WHERE typed_by IN :people
              OR unit IN (SELECT unit FROM memberships WHERE person IN :people)
           ORDER BY id FOR UPDATE""",
        {"people": people},
    )
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
    await _in_versions(tx, [row[0] for row in found], who)


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


async def in_what_others_read(tx: Transaction, who: Forgotten) -> None:
    """Take them out of what others were told, wrote down or asked."""
    for old in who.spellings():
        for table, column in _WORDED:
            # JSON has some signs with a backslash; both names are from the list above.
            for spelling in {old, orjson.dumps(old).decode()[1:-1]}:
                await tx.run(
                    f"""UPDATE {table} SET {column} = replace({column}, :old, :new)
                        WHERE {column} <> replace({column}, :old, :new)""",  # noqa: S608 - ours
                    {"old": spelling, "new": who.instead},
                )
