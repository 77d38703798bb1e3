"""Finds the headings of a table, wherever they stand, and what each column holds."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from rules.fold import words
from rules.importing.columns import KEYS, Columns, Kind
from rules.importing.headings import HEADINGS, IGNORED
from rules.table import Table

_SEARCHED = 40  # rows; the name of the state, the committee and the list stand above the headings
_BRACKETS = re.compile(r"\([^()]*\)?|\[[^\[\]]*\]?")
_YEAR = re.compile(r"\bnam (20[0-9]{2})\b")
_EXACT = 1_000
_SURE = 2  # one heading as people write it, or two that begin like one
_Fits: TypeAlias = Mapping[str, tuple[int, list[int]]]
_LONGEST = 12  # words; a longer cell is no heading


def guess(kind: Kind, table: Table) -> Columns:
    """Return where the table holds what; what nobody can tell is left out and named as doubtful.

    The heading is the row among the first forty that names most. Without any it is row -1.
    """
    rows = table.rows[:_SEARCHED]
    alone = [(n, row, _fits(kind, row)) for n, row in enumerate(rows)]
    # Headings of two rows: "Đầu mối" above "Họ tên" and "Điện thoại", "Đơn vị" beside it.
    pairs = [(n, _over(*rows[n - 1 : n + 1])) for n in range(1, len(rows))]
    candidates = [*alone, *((n, titles, _fits(kind, titles)) for n, titles in pairs)]
    heading, titles, fits = max(candidates, key=lambda each: _sure(each[2]), default=(-1, (), {}))
    if _sure(fits) < _SURE:
        return Columns(kind, -1, tuple("" for _ in max(rows, key=len, default=())), ())
    places = {key: tuple(places) for key, (_, places) in fits.items()}
    return Columns(
        kind,
        heading,
        tuple(titles),
        tuple((key, places[key][0]) for key in KEYS[kind] if len(places.get(key, ())) == 1),
        tuple((key, places[key]) for key in KEYS[kind] if len(places.get(key, ())) > 1),
        _year(rows[:heading]) if kind in {"entries", "ratings"} else 0,
    )


def _over(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Return the lower of two rows; where it is empty, the upper one."""
    return tuple(low or high for high, low in zip(above, below, strict=False))


def _sure(fits: _Fits) -> int:
    return sum(2 if fit == _EXACT else 1 for fit, _ in fits.values())


def _fits(kind: Kind, row: Sequence[str]) -> _Fits:
    """Return by key how well the best columns fit, and which: one in the ordinary case."""
    best: dict[str, tuple[int, list[int]]] = {}
    for place, title in enumerate(row):
        key, fit = _meant(kind, title)
        if not key:
            continue
        before, places = best.get(key, (0, []))
        if fit > before:
            best[key] = fit, [place]
        elif fit == before:
            places.append(place)
    return best


def _meant(kind: Kind, title: str) -> tuple[str, int]:
    """Return what a column under this title holds and how well that fits, ("", 0) for nothing."""
    said = words(_BRACKETS.sub(" ", title)) or words(title)
    bare = " ".join(said)
    if not bare or bare in IGNORED or len(said) > _LONGEST:
        return "", 0
    fits = [(_fit(bare, spellings), key) for key, spellings in HEADINGS[kind].items()]
    fit, key = max(fits, key=lambda each: each[0])
    return (key, fit) if fit else ("", 0)


def _fit(bare: str, spellings: Iterable[str]) -> int:
    """Return how well a title is one of these: as a whole, or by the longest that it begins with.

    "Họ và tên cán bộ đầu mối" begins with "họ và tên"; "Số Ủy viên" has nothing to do with "số".
    """
    if bare in spellings:
        return _EXACT
    within = [len(each) for each in spellings if " " in each and f"{bare} ".startswith(f"{each} ")]
    return max(within, default=0)


def _year(above: Iterable[Sequence[str]]) -> int:
    """Return the one year that titles above a table name, else 0."""
    text = " ".join(" ".join(words(cell)) for row in above for cell in row)
    years = set(_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else 0
