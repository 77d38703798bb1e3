"""What the assistant says, whatever the channel: words and the answers it offers."""

from dataclasses import dataclass
from typing import Any, Literal, Self, TypeAlias

Wants: TypeAlias = Literal["", "place", "photos", "text", "table", "phone"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer offered; `data` comes back when it is pressed (at most 64 bytes)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that goes with a bubble; `until` (UTC milliseconds) it can be had by its id."""

    id: str
    name: str
    until: int


@dataclass(frozen=True, slots=True)
class Say:
    """One bubble. `rows` are the answers offered; `wants` tells a channel which tools to show.

    `once` marks a bubble of which a second copy would hurt; all others may be tried once more.
    `says_one`: its words say what to say 1 for, so its answers have to be the first ones.
    """

    text: str
    rows: tuple[tuple[Option, ...], ...] = ()
    wants: Wants = ""
    once: bool = False
    file: SentFile | None = None
    says_one: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return the channel-neutral form that is stored with each message sent."""
        rows = [[[option.label, option.data] for option in row] for row in self.rows]
        file = [self.file.id, self.file.name, self.file.until] if self.file else None
        everything = {
            "text": self.text,
            "rows": rows,
            "wants": self.wants,
            "once": self.once,
            "file": file,
        }
        return {name: value for name, value in everything.items() if value}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Return what `to_json` stored."""
        rows = tuple(tuple(Option(*pair) for pair in row) for row in stored.get("rows", ()))
        file = SentFile(*stored["file"]) if "file" in stored else None
        return cls(stored["text"], rows, stored.get("wants", ""), stored.get("once", False), file)
