"""Search over what a person may see: entries, units and people, the nearest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rules.findings import KEPT
from rules.phones import phone_if_any
from rules.search import EXACT, MISTYPED, Place, Query, corrected, place, query, searchable
from rules.short_forms import Term
from rules.unit_search import rank_units
from storage.database import Row, Transaction
from storage.register import MINE, number_of
from storage.scope import UNITS_SEEN

_RANKED = 500  # of the entries that fit; beyond them only the newest count
_ITSELF = Place(EXACT, 0)  # by a number that only it has
_KINDS = "uep"  # of hits as near as one another: a unit, entries, people
OVER = "EXISTS (SELECT 1 FROM below b WHERE b.person = g.person AND b.unit = m.unit)"
# Those in the units one sees: the contacts; for the officers over them everybody.
PEOPLE = f"""given g JOIN sees s ON s.person = g.person
    JOIN memberships m ON m.unit = s.unit AND m.state = 'confirmed'
        AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
        AND (m.role <> 'member' OR m.person = g.person OR {OVER})
    JOIN people p ON p.id = m.person AND p.name <> '' AND p.erased_at = 0"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its key ("e" for an entry, "u" a unit, "p" a person, and the id)."""

    place: Place
    key: str


async def search(
    tx: Transaction, person: str, words: str, *, today: str
) -> tuple[int, tuple[str, ...]]:
    """Return how many things fit the words, and the keys of the best, for whoever searches."""
    who = _Searcher(tx, {"rows": [(person,)], "people": [person], "today": today})
    sought = query(words)
    hits, total = await _hits(who, sought, words)
    if not hits and (meant := corrected(sought, await who.vocabulary())):
        hits, total = await _hits(who, meant, words)
    if not hits:
        hits = _near(words, await who.units())
        total = len(hits)
    order = sorted(hits, key=lambda hit: (hit.place, _KINDS.index(hit.key[0])))
    return total, tuple(hit.key for hit in order)[:KEPT]


async def _hits(who: "_Searcher", sought: Query, words: str) -> tuple[list[Hit], int]:
    if not sought.terms:
        return [], 0
    entries, total = await _entries(who, sought, words)
    units = _units(sought, await who.units())
    people = await _people(who, sought, words)
    return [*units, *entries, *people], total + len(units) + len(people)


async def _entries(who: "_Searcher", sought: Query, words: str) -> tuple[list[Hit], int]:
    """Return the entries that fit or have that number or code, newest first, and how many."""
    wanted, terms = _has("e.search", sought.terms)
    found = await who.rows(
        f"""SELECT e.id, e.name, e.search, count(*) OVER () FROM given g {MINE}
            WHERE {wanted} OR e.code = :code OR e.number = :number
            ORDER BY CASE WHEN e.name_folded = :whole THEN 0 ELSE 1 END, e.created_at DESC, e.id
            LIMIT {_RANKED}""",  # noqa: S608 - all of it is written here
        {
            **terms,
            "whole": sought.whole.strip(),
            "code": words.strip().upper(),
            "number": number_of(words.strip()),
        },
    )
    hits = [Hit(place(sought, name, text) or _ITSELF, f"e{key}") for key, name, text, _ in found]
    return hits, found[0][3] if found else 0


def _units(sought: Query, names: Sequence[tuple[str, tuple[str, ...]]]) -> list[Hit]:
    hits = []
    for unit, called in names:
        if places := [at for name in called if (at := place(sought, name))]:
            hits.append(Hit(min(places), f"u{unit}"))
    return hits


def _near(words: str, names: Sequence[tuple[str, tuple[str, ...]]]) -> list[Hit]:
    """Return units by first letters and typing errors, where nothing fits better."""
    return [
        Hit(Place(MISTYPED, n), f"u{unit}")
        for n, unit in enumerate(rank_units(words, names, limit=KEPT))
    ]


async def _people(who: "_Searcher", sought: Query, words: str) -> list[Hit]:
    """Return people by name, in the order of a Vietnamese list, by position or whole number."""
    wanted, terms = _has("' ' || p.folded || ' '", sought.terms)
    held = [position for position in await who.positions() if place(sought, position)]
    # A line per person: the position sought, if they hold it, and the number only where it is it.
    found = await who.rows(
        f"""SELECT p.id, p.name, p.sort_key,
                   max(CASE WHEN m.position IN :held THEN m.position ELSE '' END)
            FROM {PEOPLE} WHERE {wanted} OR m.position IN :held OR ({OVER} AND p.phone = :phone)
            GROUP BY p.id, p.name, p.sort_key
            ORDER BY p.sort_key, p.id LIMIT {_RANKED}""",  # noqa: S608 - the same
        {**terms, "phone": phone_if_any(words) or "-", "held": held or ["-"]},
    )
    return [
        Hit(place(sought, name, searchable(position)) or _ITSELF, f"p{key}")
        for key, name, _, position in found
    ]


class _Searcher:
    """One who searches: everything is asked within what they see."""

    def __init__(self, tx: Transaction, known: dict[str, Any]) -> None:
        self._tx = tx
        self._known = known
        self._units: list[tuple[str, tuple[str, ...]]] | None = None

    async def rows(self, sql: str, more: dict[str, Any] | None = None) -> list[Row]:
        """Return rows of a query that begins FROM `given g`."""
        sql = f"WITH RECURSIVE given (person) AS (VALUES :rows), {UNITS_SEEN} {sql}"
        return await self._tx.rows(sql, {**self._known, **(more or {})})

    async def units(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return the units with all they were ever called, former names too."""
        if self._units is None:
            found = await self.rows(
                """SELECT s.unit, n.name, n.short_name FROM given g
                   JOIN sees s ON s.person = g.person JOIN unit_names n ON n.unit = s.unit
                   JOIN units u ON u.id = s.unit AND u.state = 'known'
                   WHERE n.from_day <= :today ORDER BY n.folded, n.unit, n.from_day"""
            )
            self._units = _by_unit(found)
        return self._units

    async def positions(self) -> list[str]:
        """Return the positions people hold in the units one sees."""
        found = await self.rows(
            f"SELECT DISTINCT m.position FROM {PEOPLE} WHERE m.position <> ''"  # noqa: S608 - the same
        )
        return [position for (position,) in found]

    async def vocabulary(self) -> set[str]:
        """Return the folded words of all names there are, to tell what a mistyped one means."""
        named = await self.rows(f"SELECT e.name_folded FROM given g {MINE}")  # noqa: S608 - the same
        people = await self.rows(f"SELECT DISTINCT p.folded FROM {PEOPLE}")  # noqa: S608 - the same
        units = [name for _, names in await self.units() for name in names]
        return {
            word
            for name in (*(name for (name,) in (*named, *people)), *units)
            for word in searchable(name).split()
        }


def _by_unit(rows: Iterable[Row]) -> list[tuple[str, tuple[str, ...]]]:
    names: dict[str, tuple[str, ...]] = {}
    for unit, *called in rows:
        names[unit] = (*names.get(unit, ()), *filter(None, called))
    return list(names.items())


def _has(text: str, terms: Sequence[Term]) -> tuple[str, dict[str, str]]:
    """Return the condition that a text of the database has all terms, and its parameters."""
    given: dict[str, str] = {}
    wanted = []
    for n, term in enumerate(terms):
        names = {f"w{n}x{m}": f" {phrase}" for m, phrase in enumerate(term)}
        given |= names
        wanted.append(" OR ".join(f"replace({text}, :{name}, '') <> {text}" for name in names))
    return " AND ".join(f"({one})" for one in wanted), given
