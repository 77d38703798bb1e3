"""Finding a unit by what people call it: short, without marks, abbreviated or mistyped."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz, process

from rules.fold import words

_LONGEST = 40  # words that are looked at
_NEAR = 0.7  # found with queries of the field (the table in this module's tests)
_NEAR_THE_BEST = 0.8
_MISTYPED = 75  # of 100
_CORRECTED = 4  # letters; shorter words have too many neighbours
_EMPTY = {"va", "o", "la", "toi", "nhe", "thuoc", "cua"}
_CONSONANTS = re.compile("[bcdghklmnpqrstvx]{2,}")
_SPOKEN = re.compile(r"[^\W_]+")


def rank_units(
    query: str, units: Sequence[tuple[str, tuple[str, ...]]], *, limit: int = 7
) -> list[str]:
    """Return the ids of the units (id, names) that `query` may mean, the best first; [] if none.

    An abbreviation is any run of first letters (GTVT, CQDN), on either side. Rare words weigh more
    than "chi bộ"; of names that read alike without marks the one typed with its marks comes first.
    """
    named = [(unit, _phrase(name)) for unit, names in units for name in names]
    weights = _weights([name for _, name in named])
    wanted = _corrected(_phrase(query), {name.initials for _, name in named}, weights)
    scores: dict[str, _Score] = {}
    for unit, name in named:
        score = _score(wanted, name, weights)
        scores[unit] = max(score, scores.get(unit, score))
    best = max((score.near for score in scores.values()), default=0.0)
    near = [unit for unit in scores if scores[unit].near >= max(_NEAR, best * _NEAR_THE_BEST)]
    return sorted(near, key=scores.__getitem__, reverse=True)[:limit]


class _Score(NamedTuple):
    """How well a name fits, by what decides first; `named` is how much of the name was said."""

    near: float
    named: float
    exact: bool
    marks: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Text as it is compared: words, those that may be abbreviations, first letters, as typed."""

    words: list[str]
    short: set[str]
    initials: str
    typed: str


def _phrase(text: str) -> _Phrase:
    telling = [word for word in words(text) if word not in _EMPTY][:_LONGEST]
    short = {word for word in telling if _CONSONANTS.fullmatch(word)}
    return _Phrase(telling, short, "".join(word[0] for word in telling), text)


def _weights(names: Sequence[_Phrase]) -> Mapping[str, float]:
    """Return how much each word tells; 1.0 for what one name has."""
    having = Counter(word for name in names for word in set(name.words))
    most = math.log(1 + len(names))
    return {word: math.log(1 + len(names) / count) / most for word, count in having.items()}


def _corrected(query: _Phrase, initials: set[str], weights: Mapping[str, float]) -> _Phrase:
    """Return the query with words no name has taken for abbreviations or typing errors."""
    strange = {word for word in query.words if word not in weights and len(word) > 1}
    short = {word for word in strange if any(word in letters for letters in initials)}
    known = list(weights)
    meant = {
        word: found[0]
        for word in strange - short
        if len(word) >= _CORRECTED
        and (found := process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_MISTYPED))
    }
    corrected = [meant.get(word, word) for word in query.words]
    return _Phrase(corrected, query.short | short, query.initials, query.typed)


def _score(wanted: _Phrase, name: _Phrase, weights: Mapping[str, float]) -> _Score:
    said = _share(wanted, name, weights)
    if said == 0:
        return _Score(0.0, 0.0, exact=False, marks=0)
    named = _share(name, wanted, weights)
    marks = len(_spoken(wanted.typed) & _spoken(name.typed))
    # People add the commune a unit is in: a name said whole makes up for words beside it.
    near = (said + max(said, named)) / 2
    return _Score(near, named, exact=wanted.words == name.words, marks=marks)


def _share(some: _Phrase, others: _Phrase, weights: Mapping[str, float]) -> float:
    """Return how much of `some`, by weight, the others say too."""
    total = sum(weights.get(word, 1.0) for word in some.words)
    shared = sum(weights.get(some.words[place], 1.0) for place in _shared(some, others))
    return shared / total if total else 0.0


def _shared(some: _Phrase, others: _Phrase) -> set[int]:
    places = {
        place
        for place, word in enumerate(some.words)
        if word in others.words or (word in some.short and word in others.initials)
    }
    for word in others.short:
        start = some.initials.find(word)
        if start >= 0:
            places.update(range(start, start + len(word)))
    return places


def _spoken(text: str) -> set[str]:
    return set(_SPOKEN.findall(unicodedata.normalize("NFC", text).lower()))
