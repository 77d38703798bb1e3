"""Ends of a script that lead somewhere else instead of to a command."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Redirect:
    """Close this draft and correct this entry instead, with what was written here about it.

    Where it can no longer be corrected the draft is kept, to be asked `key` again.
    """

    entry: str
    key: str


@dataclass(frozen=True, slots=True)
class PutAside:
    """Keep this draft for later, to be asked `key` again; `why` is said where there is a reason."""

    key: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class LookFor:
    """Close this question and show what the words find."""

    words: str


@dataclass(frozen=True, slots=True)
class WhoFirst:
    """Keep this draft and ask who is writing: they belong to no unit."""
