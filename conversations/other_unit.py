"""Whether somebody asks about a unit that is not theirs."""

import re

from conversations.situation import Situation
from conversations.weighing import is_known
from rules.fold import words

_NAMED = re.compile(r"\b(?:chi bo|dang bo) (.+)")
# Words units are called by that also mean something else.
_OF_NAMES = re.compile(r"(?:so(?! may)|cong ty|truong|benh vien|trung tam|xa|phuong|ban|phong)\b")


def names_another(s: Situation, text: str) -> bool:
    """Return whether a text names a chi bộ or đảng bộ none of the person's units is called by."""
    match = _NAMED.search(" ".join(words(text)))
    if not match:
        return False
    named = match[1].split()
    own = [" ".join(words(hat.unit.name)).split() for hat in s.person.memberships]
    return all(_leaves(named, name) for name in own)


def _leaves(named: list[str], own: list[str]) -> bool:
    """Return whether the words said leave the unit's name for another; a usual word ends them."""
    if any(word.isdecimal() and word not in own for word in named):
        return True
    if _OF_NAMES.match(" ".join(named)) and named[0] not in own:
        return True
    same = max(_together(named, own[start:]) for start in range(len(own)))
    return same < len(named) and not is_known(named[same])


def _together(one: list[str], other: list[str]) -> int:
    """Return how many words two begin with together."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))
