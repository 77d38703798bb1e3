"""A question: what it says, what it takes for an answer and how the answer is kept as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rules.clean import clean
from rules.fold import fold
from rules.refused import Refused
from rules.smalltalk import is_noise

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers a question offers; `also` are other ways to say it."""

    code: str
    label: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """One question of a script.

    `read` turns canonical or typed text into the answer (Refused when it cannot), `keep` turns the
    answer into canonical text; `read(keep(v)) == v`. `kind` names the method of Ask that made it.
    """

    key: str
    label: str
    text: str
    kind: str
    read: Callable[[str], T]
    keep: Callable[[T], str]
    choices: tuple[Choice, ...] = ()
    examples: tuple[str, ...] = ()
    hint: str = ""
    counted: bool = False
    kept: str = ""
    edits: tuple[Choice, ...] = ()

    def canonical(self, said: str) -> str:
        """Return the canonical text of what was said; Refused when it is no answer."""
        return self.keep(self.read(said))


def choice_of(choices: Sequence[Choice], said: str) -> str:
    """Return the code of the choice meant by a code, a label, a short form or a number.

    Refused "choose-one" when it fits several, "not-a-choice" when it fits none.
    """
    for choice in choices:
        if said == choice.code:
            return said
    number = said.strip().rstrip(".)")
    if number.isascii() and number.isdigit():
        if 1 <= int(number[:4]) <= len(choices):
            return choices[int(number[:4]) - 1].code
        raise Refused("not-a-choice")
    return _choice_in_words(choices, fold(said))


def _choice_in_words(choices: Sequence[Choice], folded: str) -> str:
    exact = [c.code for c in choices if folded in {fold(c.label), *map(fold, c.also)}]
    near = exact or [c.code for c in choices if _overlaps(c, folded)]
    if len(near) == 1:
        return near[0]
    raise Refused("choose-one" if near else "not-a-choice")


def _overlaps(choice: Choice, folded: str) -> bool:
    if len(folded) < 2:  # noqa: PLR2004 - one letter names nothing
        return False
    ways = [fold(choice.label), *map(fold, choice.also)]
    return any(f" {folded} " in f" {way} " or f" {way} " in f" {folded} " for way in ways if way)


def plain_text(least: int, most: int) -> Callable[[str], str]:
    """Return a reader of free text of `least` to `most` characters; noise is Refused."""

    def read(said: str) -> str:
        text = clean(said)
        if is_noise(text):
            raise Refused("noise")
        if len(text) < least:
            raise Refused("too-short", least=least)
        if len(text) > most:
            raise Refused("too-long", most=most, length=len(text))
        return text

    return read
