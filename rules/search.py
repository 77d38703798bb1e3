"""What somebody looks for, and how well a name answers it: the nearer, the smaller its place."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from rapidfuzz import fuzz, process

from rules.fold import words
from rules.short_forms import Term, either_form

EXACT, FOLDED, WORDS, BEGINNINGS, SHORT, BESIDE, MISTYPED = range(7)

_MOST = 12  # words that are looked for
_FILLING = {"mo", "hinh", "tim", "kiem", "ve", "cua", "cac", "nhung"}
_CORRECTED = 4  # letters; shorter words have too many neighbours
_NEAR = 75  # of 100


class Place(NamedTuple):
    """Where a hit stands: its kind of nearness, then how many words have its very marks."""

    near: int
    unmarked: int


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: with its marks, as it is `searchable`, as terms all of which count."""

    typed: tuple[str, ...]
    whole: str
    words: tuple[str, ...]
    terms: tuple[Term, ...]
    mistyped: bool = False


def query(text: str) -> Query:
    """Return what a text looks for; "mô hình" and the like count only where nothing else is said.

    Without terms, nothing can be found.
    """
    said = words(text)[:_MOST]
    telling = tuple(word for word in said if word not in _FILLING) or tuple(said)
    return Query(_spoken(text), searchable(text), telling, either_form(telling))


def searchable(*texts: str) -> str:
    """Return the words of the texts as they are searched in: folded, a space on either side."""
    return f" {' '.join(word for text in texts for word in words(text))} "


def corrected(sought: Query, known: Collection[str]) -> Query | None:
    """Return the query with mistyped words as the known ones have them; None if nothing changes."""
    meant = tuple(_meant(word, known) for word in sought.words)
    if meant == sought.words:
        return None
    return replace(sought, words=meant, terms=either_form(meant), mistyped=True)


def place(sought: Query, name: str, beside: str = "") -> Place | None:
    """Return how well a name fits; None if it does not, nor what is written beside it.

    beside  `searchable` words that are not part of the name
    """
    inside = searchable(name)
    near = _near(sought, name, inside, beside) if sought.terms else None
    if near is None:
        return None
    marks = len(set(sought.typed) & set(_spoken(name)))
    return Place(MISTYPED if sought.mistyped else near, len(sought.typed) - marks)


def _near(sought: Query, name: str, inside: str, beside: str) -> int | None:
    spoken = _spoken(name)
    if spoken == sought.typed:
        return EXACT
    if inside == sought.whole:
        return FOLDED
    if all(f" {word} " in inside for word in sought.words):
        return WORDS
    if all(f" {word}" in inside for word in sought.words):
        return BEGINNINGS
    if _has(sought, inside):
        return SHORT
    return BESIDE if _has(sought, inside + beside) else None


def _has(sought: Query, text: str) -> bool:
    return all(any(f" {phrase}" in text for phrase in term) for term in sought.terms)


def _meant(word: str, known: Collection[str]) -> str:
    if len(word) < _CORRECTED or word in known:
        return word
    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else word


def _spoken(text: str) -> tuple[str, ...]:
    """Return the words with their marks, in small letters."""
    plain = unicodedata.normalize("NFC", text).lower()
    return tuple("".join(c if c.isalnum() else " " for c in plain).split())
