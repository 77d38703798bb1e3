"""Which of several named things somebody means."""

import re
from collections.abc import Sequence

from rules.fold import fold
from rules.refused import Refused

# Said around an answer, never the answer itself.
_BEFORE = {"da", "thi", "em", "toi", "minh", "xin", "chon", "lay", "so", "muc"}
_AFTER = {"a", "em", "nhe", "nha", "di", "luon", "voi", "giup"}
_NOT = {"khong", "chua", "dung", "chang", "thoi"}
_BESIDE = re.compile(r"\(.*?\)|[-.,;:!?/\"]")


def meant(said: str, names: Sequence[Sequence[str]], *, loose: bool) -> int:
    """Return the index of the thing meant by its number from 1 or by one of its names.

    Politeness and brackets do not count. `loose`: also by part of a name, or by a sentence with a
    name in it, unless it denies something. Refused "choose-one" (several) or "not-a-choice".
    """
    words = bare(said)
    if words.isascii() and words.isdigit():
        if 1 <= int(words[:4]) <= len(names):
            return int(words[:4]) - 1
        raise Refused("not-a-choice")
    ways = [[bare(name) for name in each] for each in names]
    found = [n for n, each in enumerate(ways) if words in each]
    if loose and not found:
        found = [n for n, each in enumerate(ways) if any(_near(words, way) for way in each)]
    if len(found) == 1:
        return found[0]
    raise Refused("choose-one" if found else "not-a-choice")


def bare(text: str) -> str:
    """Return folded words without brackets, signs and politeness around them."""
    words = _BESIDE.sub(" ", fold(text)).split()
    while len(words) > 1 and words[0] in _BEFORE:
        del words[0]
    while len(words) > 1 and words[-1] in _AFTER:
        del words[-1]
    return " ".join(words)


def _near(words: str, way: str) -> bool:
    one, other = set(words.split()), set(way.split())
    if one <= _NOT or one & _NOT - other or len(words) == 1 or not way:
        return False
    return f" {words} " in f" {way} " or f" {way} " in f" {words} "
