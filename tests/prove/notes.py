"""What the people write aside: what they said, what was acknowledged, what they saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Wish:
    """One registration somebody means to make.

    answers  what they say at each box
    given    the messages by which they have said it, by box
    sent     the messages by which they have said "send"
    receipt  the code they were given, or ""
    """

    answers: Mapping[str, str]
    given: dict[str, list[str]] = field(default_factory=dict)
    sent: list[str] = field(default_factory=list)
    receipt: str = ""

    @property
    def name(self) -> str:
        """What it is called, as nothing else is."""
        return self.answers["name"]

    def gives(self, external: str, *boxes: str) -> None:
        """Note by which message some of the boxes were answered."""
        for box in boxes:
            self.given.setdefault(box, []).append(external)


@dataclass(frozen=True, slots=True)
class Seen:
    """A bubble somebody saw: its id at the channel, its words."""

    id: str
    text: str


@dataclass(slots=True)
class Notes:
    """One person's notes; `chat` is what the channel calls it, `said` the words by message id."""

    who: str
    channel: str
    chat: str
    wishes: list[Wish] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    story: list[str] = field(default_factory=list)
    asked_again: list[str] = field(default_factory=list)
    nudges: int = 0
    waits: bool = True

    def says(self, external: str, words: str) -> None:
        """Note a message that was acknowledged, or will be before the end."""
        self.said[external] = words
        self.story.append(f"says {words!r}")

    def sees(self, shown: Seen) -> None:
        """Note a bubble."""
        self.seen.append(shown)
        self.story.append(f"sees {shown.text[:60]!r}")
