"""Papers as they come in: originals, photos of forms; what they belong to, and what is undone."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Transaction
from storage.scope import WAS

_COLUMNS = "id, unit, programme, round, at, person, created_at, entry, original_day"
_OF_THE_ROUND = "programme = :programme AND round = :round AND unit IN (SELECT unit FROM was)"


@dataclass(frozen=True, slots=True)
class Register:
    """The register of a unit in a round, as it is on a day (ISO text)."""

    unit: str
    programme: str
    round: int
    today: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that is here; `at` (UTC milliseconds) is when it counts as sent.

    original_day  the ISO day its signed original came in, "" while there is only a photo
    entry         what it is the original of, "" while it is to be typed in
    """

    id: str
    unit: str
    programme: str
    round: int
    at: int
    person: str
    created_at: int
    entry: str = ""
    original_day: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An entry by its id, the unit it is of and its number."""

    id: str
    unit: str
    number: int


async def hold_unit(tx: Transaction, unit: str) -> None:
    """Let nobody else note papers of a unit until the transaction ends."""
    await tx.rows("SELECT id FROM units WHERE id = :unit FOR UPDATE", {"unit": unit})


async def in_register(
    tx: Transaction, register: Register, *, original: bool, entry: str = ""
) -> list[Numbered]:
    """Return the entries with or without an original here: all, or only the one asked for."""
    there = "" if original else "NOT "
    found = await tx.rows(
        f"""WITH RECURSIVE {WAS}
            SELECT id, unit, number FROM entries
            WHERE {_OF_THE_ROUND} AND state <> 'withdrawn' AND (:entry = '' OR id = :entry)
              AND {there}EXISTS (SELECT 1 FROM papers p WHERE p.entry = entries.id
                                 AND p.state = 'here' AND p.original_day <> '')
            ORDER BY number""",  # noqa: S608 - all of it is written here
        {**_params(register), "entry": entry},
    )
    return [Numbered(*row) for row in found]


async def waiting(tx: Transaction, register: Register) -> list[Paper]:
    """Return the papers that are to be typed in, the longest here first."""
    found = await tx.rows(
        f"""WITH RECURSIVE {WAS} SELECT {_COLUMNS} FROM papers
            WHERE {_OF_THE_ROUND} AND state = 'here' AND entry = '' ORDER BY at, id""",  # noqa: S608 - ours
        _params(register),
    )
    return [Paper(*row) for row in found]


async def originals_of(tx: Transaction, register: Register) -> list[Paper]:
    """Return the papers of which the original is here, the one noted last first."""
    found = await tx.rows(
        f"""WITH RECURSIVE {WAS} SELECT {_COLUMNS} FROM papers
            WHERE {_OF_THE_ROUND} AND state = 'here' AND original_day <> ''
            ORDER BY created_at DESC, id DESC""",  # noqa: S608 - ours
        _params(register),
    )
    return [Paper(*row) for row in found]


def _params(register: Register) -> dict[str, str | int]:
    return {
        "unit": register.unit,
        "programme": register.programme,
        "round": register.round,
        "today": register.today,
    }


async def add(tx: Transaction, papers: Sequence[Paper]) -> None:
    """Add papers."""
    await tx.run(
        f"INSERT INTO papers ({_COLUMNS}, state, version) VALUES :rows",  # noqa: S608 - ours
        {
            "rows": [
                (p.id, p.unit, p.programme, p.round, p.at, p.person, p.created_at, p.entry,
                 p.original_day, "here", 1)
                for p in papers
            ]
        },
    )  # fmt: skip


async def note_original(tx: Transaction, keys: Sequence[str], *, day: str, at: int) -> None:
    """Note the day the originals of papers came in; they count as sent then, if not before."""
    await tx.run(
        """UPDATE papers SET original_day = :day, at = CASE WHEN at < :at THEN at ELSE :at END,
                             version = version + 1
           WHERE id IN :keys AND state = 'here'""",
        {"keys": keys, "day": day, "at": at},
    )


async def to_type_in(tx: Transaction, key: str, register: Register) -> Paper | None:
    """Return a paper of this register, typed in or not, held fast; None for any other."""
    found = await tx.rows(
        f"""WITH RECURSIVE {WAS} SELECT {_COLUMNS} FROM papers
            WHERE id = :key AND state = 'here' AND {_OF_THE_ROUND} FOR UPDATE""",  # noqa: S608 - ours
        {**_params(register), "key": key},
    )
    return Paper(*found[0]) if found else None


async def typed_in(tx: Transaction, key: str, *, entry: str) -> None:
    """Note which entry was typed in from a paper."""
    await tx.run(
        "UPDATE papers SET entry = :entry, version = version + 1 WHERE id = :key AND entry = ''",
        {"key": key, "entry": entry},
    )


async def strike(tx: Transaction, key: str) -> tuple[str, str]:
    """Note an original no more, or a form without one; return its unit and programme.

    Both are "" where nothing is undone. Of a form that came as a photo the photo stays.
    """
    struck = await tx.rows(
        """UPDATE papers SET version = version + 1,
               state = CASE WHEN original_day <> '' AND EXISTS (
                   SELECT 1 FROM attachments a WHERE a.paper = papers.id)
                   THEN 'here' ELSE 'struck' END,
               original_day = ''
           WHERE id = :key AND state = 'here' AND (original_day <> '' OR entry = '')
           RETURNING unit, programme""",
        {"key": key},
    )
    return (str(struck[0][0]), str(struck[0][1])) if struck else ("", "")


async def give_photos(
    tx: Transaction, photos: Sequence[str], *, person: str, paper: str
) -> list[str]:
    """Give a person's own photos to a paper; return which, not those that belong to something."""
    given = await tx.rows(
        """UPDATE attachments SET paper = :paper
           WHERE id IN :photos AND person = :person AND entry = '' AND paper = '' RETURNING id""",
        {"photos": photos, "person": person, "paper": paper},
    )
    return [key for (key,) in given]


async def photos_came(tx: Transaction, photos: Sequence[str], *, person: str) -> int | None:
    """Return when the first of somebody's photos was sent, UTC ms; None where there are none."""
    found = await tx.rows(
        "SELECT min(created_at) FROM attachments WHERE id IN :photos AND person = :person",
        {"photos": photos, "person": person},
    )
    first: int | None = found[0][0]
    return first


async def with_photos(tx: Transaction, photos: Sequence[str], *, person: str) -> Paper | None:
    """Return the paper that somebody's photos belong to already, if there is one."""
    found = await tx.rows(
        f"""SELECT {_COLUMNS} FROM papers WHERE id IN
            (SELECT paper FROM attachments WHERE id IN :photos AND person = :person)
            ORDER BY id LIMIT 1""",  # noqa: S608 - ours
        {"photos": photos, "person": person},
    )
    return Paper(*found[0]) if found else None
