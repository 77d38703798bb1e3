"""Finds the unit a cell means: by its name in full, for short, in first letters; never by guess."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rules.fold import fold, words
from rules.people_sort import sort_key
from rules.refused import Refused
from rules.unit_search import rank_units

_SUGGESTED = 3
_SUGGESTIONS = 20  # misspelt names that are looked up; each costs a comparison with every unit
_FILLING = {"va"}
_VOWELS = set("aeiouy")
_WORD = re.compile(r"[^\W_]+")


class Entered(NamedTuple):
    """A unit in the directory under one of its names."""

    unit: str
    name: str


class Directory:
    """The names of units, each with its id; asked by the words of a cell."""

    def __init__(self, names: Iterable[Entered]) -> None:
        self._names = [entered for entered in names if words(entered.name)]
        self._whole: dict[str, list[Entered]] = defaultdict(list)
        self._short: dict[str, list[Entered]] = defaultdict(list)
        for entered in self._names:
            self._whole[" ".join(_telling(entered.name))].append(entered)
            for initials in _initials(entered.name):
                self._short[initials].append(entered)
        self._typed = {entered.name: _typed(entered.name) for entered in self._names}
        self._first = {entered.unit: entered.name for entered in reversed(self._names)}
        self._suggested: dict[str, list[str]] = {}

    def find(self, said: str) -> list[str]:
        """Return the ids of the units so called, [] for none; the one typed with its marks first.

        With marks that fit just one, it is that one alone.
        """
        found = self._whole.get(" ".join(_telling(said)), []) or self._abbreviated(said)
        typed = _typed(said)
        exact = _distinct(each for each in found if self._typed[each.name] == typed)
        return exact if len(exact) == 1 else _distinct(found)

    def only(self, said: str) -> str:
        """Return the one unit so called.

        Refused "unit-unknown" or "unit-several", with names that it might be in `like`.
        """
        found = self.find(said)
        if len(found) == 1:
            return found[0]
        raise Refused("unit-several" if found else "unit-unknown", like=self.like(said))

    def like(self, said: str) -> str:
        """Return the names of units that may be meant, "" when none is near."""
        units = self.find(said)[:_SUGGESTED] or self._near(said)
        return "; ".join(self._first[unit] for unit in units)

    def _near(self, said: str) -> list[str]:
        if said not in self._suggested:
            if len(self._suggested) >= _SUGGESTIONS or not said:
                return []
            everything = [(entered.unit, (entered.name,)) for entered in self._names]
            self._suggested[said] = rank_units(said, everything, limit=_SUGGESTED)
        return self._suggested[said]

    def _abbreviated(self, said: str) -> list[Entered]:
        """Return the units whose whole name is meant by words and first letters: "Sở GTVT"."""
        telling = _telling(said)
        alike = [each for initials in _initials(said) for each in self._short.get(initials, ())]
        names = [(entered, _telling(entered.name)) for entered in alike]
        return [
            entered
            for entered, name in names
            if _stands_for(telling, name) or _stands_for(name, telling)
        ]


def _initials(name: str) -> set[str]:
    """Return the first letters of the words; an abbreviation is first letters itself.

    Words in capitals may be abbreviations (ĐUK) or shouted.
    """
    typed = _WORD.findall(unicodedata.normalize("NFC", name))
    folded = [(word.isupper(), fold(word)) for word in typed if fold(word) not in _FILLING]
    return {
        "".join(
            plain if not set(plain) & _VOWELS or (upper and not shouted) else plain[:1]
            for upper, plain in folded
        )
        for shouted in (False, True)
    }


def _stands_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Return whether every word is the next one of the full name, or its next first letters."""
    place = 0
    for word in short:
        initials = "".join(each[0] for each in full[place : place + len(word)])
        if place < len(full) and word == full[place]:
            place += 1
        elif len(word) > 1 and initials == word:
            place += len(word)
        else:
            return False
    return place == len(full)


def _telling(name: str) -> list[str]:
    said = words(name)
    return [word for word in said if word not in _FILLING] or said


def _typed(name: str) -> str:
    return sort_key(name)  # the same for hòa and hoà, another for hoa


def _distinct(found: Iterable[Entered]) -> list[str]:
    return list(dict.fromkeys(entered.unit for entered in found))
