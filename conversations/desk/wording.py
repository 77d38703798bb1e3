"""Which words of a text became which, so that a page can show them one beside the other."""

import re
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

How: TypeAlias = Literal["same", "gone", "new"]
_WORDS = re.compile(r"\s+|[^\s]+")
_MOST = 2_000  # words; what is longer is shown whole


def changed_words(old: str, new: str) -> list[tuple[How, str]]:
    """Return the parts of both texts in order; "same" and "new" together are the new text."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if len(before) + len(after) > _MOST:
        return _parts(("gone", old), ("new", new))
    parts: list[tuple[How, str]] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag == "equal":
            parts += _parts(("same", "".join(after[k:n])))
        else:
            parts += _parts(("gone", "".join(before[i:j])), ("new", "".join(after[k:n])))
    return parts


def _parts(*parts: tuple[How, str]) -> list[tuple[How, str]]:
    return [(how, text) for how, text in parts if text]
