"""The state of a dialog: what was said, by key, as canonical text; never a position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class State:
    """What was said so far.

    answers  canonical text by key
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

    def answering(self, key: str, kept: str) -> State:
        """Return the state with one more answer; an edit of that key is over."""
        edit = "" if self.edit == key else self.edit
        return replace(self, answers={**self.answers, key: kept}, edit=edit, misses=0)

    def offering(self, words: Mapping[str, str]) -> State:
        """Return the state with words to be read when their question comes, older answers dropped."""
        answers = {k: v for k, v in self.answers.items() if k not in words}
        return replace(self, answers=answers, offered={**self.offered, **words}, misses=0)

    def without(self, *keys: str) -> State:
        """Return the state without these answers."""
        return replace(
            self,
            answers={k: v for k, v in self.answers.items() if k not in keys},
            offered={k: v for k, v in self.offered.items() if k not in keys},
        )

    def editing(self, key: str) -> State:
        """Return the state in which `key` is asked again, its old answer kept until a new one."""
        return replace(self, edit=key, misses=0)

    def missed(self) -> State:
        """Return the state after one more thing that was not understood."""
        return replace(self, misses=self.misses + 1)

    def to_json(self) -> dict[str, Any]:
        """Return what is stored: only what is there."""
        everything = {
            "answers": dict(self.answers),
            "offered": dict(self.offered),
            "edit": self.edit,
            "misses": self.misses,
            "aside": self.aside,
            "bubbles": dict(self.bubbles),
        }
        return {name: value for name, value in everything.items() if value}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> State:
        """Return the state that `to_json` stored."""
        return cls(**stored)
