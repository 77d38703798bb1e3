"""Somebody's name and phone taken out of what was written, when they want to be forgotten."""

import re
import unicodedata
from dataclasses import dataclass

from rules.fold import fold
from rules.phones import say_phone


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Who is to be forgotten, and the words that stand in their place; phone as E.164 or ""."""

    name: str
    phone: str
    instead: str

    def is_meant_by(self, words: str) -> bool:
        """Return whether these words, a whole name, are this person's."""
        return bool(self.name) and fold(words) == fold(self.name)

    def spellings(self) -> tuple[str, ...]:
        """Return what gives them away wherever it is read: the full name, the phone number."""
        phones = (self.phone, say_phone(self.phone), self.phone.replace("+84", "0", 1))
        return (*((self.name,) if self._is_telling() else ()), *(phones if self.phone else ()))

    def taken_out_of(self, text: str) -> str:
        """Return a text without them, the name also as typed without marks or in capitals.

        A name of one word stays: it is a word like any other, and many people have it.
        """
        spellings = {unicodedata.normalize("NFC", word) for word in self.spellings()}
        if self._is_telling():
            spellings.add(fold(self.name))
        if not spellings:
            return text
        longest_first = sorted(spellings, key=len, reverse=True)
        any_of_them = "|".join(re.escape(word) for word in longest_first)
        return re.sub(rf"(?<!\w)(?:{any_of_them})(?!\w)", self.instead, text, flags=re.IGNORECASE)

    def _is_telling(self) -> bool:
        return " " in self.name.strip()
