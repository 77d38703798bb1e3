"""Weighing words: how much each act that the tables know of speaks for being meant."""

from collections.abc import Iterator

from conversations.sayings import PHRASES, SHORT
from rules.fold import fold, words

LONG = 6  # letters; a longer "word" nobody knows is likely several, typed without spaces


def _rows(table: str) -> Iterator[tuple[str, list[str]]]:
    for line in table.strip().splitlines():
        head, _, phrases = line.partition(": ")
        yield head, [fold(phrase) for phrase in phrases.split(", ")]


_SHORT = {short: long for head, (long,) in _rows(SHORT) for short in head.split()}
_WORTH = tuple(
    (act, phrase, int(points))
    for head, phrases in _rows(PHRASES)
    for act, points in [head.split()]
    for phrase in phrases
)
_KNOWN = {word for _, phrase, _ in _WORTH for word in phrase.split()}


def spoken(text: str) -> list[str]:
    """Return the words of a text, folded, shortened ones whole, run-together ones apart."""
    whole = " ".join(_SHORT.get(word, word) for word in words(text))
    return [part for word in whole.split() for part in _apart(word)]


def worth(said: list[str]) -> dict[str, int]:
    """Return what each act is worth to whom says so, in the order of the table; 0 is left out."""
    padded = f" {' '.join(said)} "
    found: dict[str, dict[str, int]] = {}
    for act, phrase, points in _WORTH:
        if f" {phrase} " in padded:
            found.setdefault(act, {})[phrase] = points
    return {act: _sum(phrases) for act, phrases in found.items()}


def is_known(word: str) -> bool:
    """Return whether a folded word, or what it is short for, is one of the tables."""
    return all(part in _KNOWN for part in _SHORT.get(word, word).split())


def _sum(phrases: dict[str, int]) -> int:
    """Return what phrases are worth together; one that is part of another says nothing more."""
    return sum(
        points
        for phrase, points in phrases.items()
        if not any(phrase != other and f" {phrase} " in f" {other} " for other in phrases)
    )


def _apart(word: str) -> list[str]:
    if len(word) < LONG or word in _KNOWN or not word.isalpha():
        return [word]
    return _split(word) or [word]


def _split(word: str) -> list[str]:
    """Return a word as those that are known and make it up, [] if there are none."""
    for length in range(min(len(word), LONG + 1), 1, -1):
        rest = word[length:]
        if word[:length] in _KNOWN and (not rest or _split(rest)):
            return [word[:length], *_split(rest)]
    return []
