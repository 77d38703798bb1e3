"""The state of a dialog: what was said, by key, as canonical text; never a position."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class State:
    """What was said so far.

    answers  canonical text by key; "kind/other" hangs on "kind" and goes when that is answered anew
    offered  words said ahead of their question, not yet read
    edit     the key being asked again although it has an answer
    misses   how often in a row the person was not understood
    aside    put aside: it takes no words until it is brought forward
    bubbles  which bubble of the person gave which key, so that an edited bubble finds its answer
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    offered: Mapping[str, str] = field(default_factory=dict)
    edit: str = ""
    misses: int = 0
    aside: bool = False
    bubbles: Mapping[str, str] = field(default_factory=dict)

    def answering(self, key: str, kept: str) -> Self:
        """Return the state with an answer; what was offered for it, and an edit of it, are over."""
        answers = {k: v for k, v in self.answers.items() if not k.startswith(f"{key}/")}
        edit = "" if self.edit == key else self.edit
        return replace(self.unoffered(key), answers={**answers, key: kept}, edit=edit, misses=0)

    def offering(self, words: Mapping[str, str]) -> Self:
        """Return the state with words to be read at their question, even if it has an answer."""
        return replace(self, offered={**self.offered, **words}, misses=0)

    def unoffered(self, key: str) -> Self:
        """Return the state without the words offered for a key."""
        return replace(self, offered={k: v for k, v in self.offered.items() if k != key})

    def without(self, *keys: str) -> Self:
        """Return the state without these answers."""
        return replace(self, answers={k: v for k, v in self.answers.items() if k not in keys})

    def editing(self, key: str) -> Self:
        """Return the state in which `key` is asked again, its old answer kept until a new one."""
        return replace(self, edit=key, misses=0)

    def to_json(self) -> dict[str, Any]:
        """Return what is stored: only what is there."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return the state that `to_json` stored."""
        return cls(**stored)
