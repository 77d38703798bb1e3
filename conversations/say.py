"""What the assistant says, whatever the channel: words and the answers it offers."""

from dataclasses import dataclass
from typing import Any, Literal, Self, TypeAlias

Wants: TypeAlias = Literal["", "place", "photos", "text", "number", "several", "table", "phone"]


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
    Where answers are numbered: `page` is which seven of them are shown, `turning` what stands at 8
    for the next ones and at 9 for those before; `lead` stands before the list; `unlisted` are those
    of a bubble that another one with answers follows at once. `lines`: what its lines that begin
    with a point or a number stand for, in their order, "" for nothing; such answers are not listed
    once more below them. `counts` is what it counts, "" for nothing: of two in a row that count the
    same the later one says it all. `again`: a number was said before this was asked.
    """

    text: str
    rows: tuple[tuple[Option, ...], ...] = ()
    wants: Wants = ""
    once: bool = False
    file: SentFile | None = None
    says_one: bool = False
    page: int = 1
    turning: tuple[str, ...] = ()
    unlisted: bool = False
    counts: str = ""
    again: bool = False
    lines: tuple[str, ...] = ()
    lead: str = ""

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
            "page": self.page if self.page > 1 else 0,
            "turning": list(self.turning),
            "unlisted": self.unlisted,
            "again": self.again,
            "lines": list(self.lines),
            "lead": self.lead,
        }
        return {name: value for name, value in everything.items() if value}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Return what `to_json` stored."""
        rows = tuple(tuple(Option(*pair) for pair in row) for row in stored.get("rows", ()))
        file = SentFile(*stored["file"]) if "file" in stored else None
        return cls(
            stored["text"],
            rows,
            stored.get("wants", ""),
            stored.get("once", False),
            file,
            page=stored.get("page", 1),
            turning=tuple(stored.get("turning", ())),
            unlisted=stored.get("unlisted", False),
            again=stored.get("again", False),
            lines=tuple(stored.get("lines", ())),
            lead=stored.get("lead", ""),
        )
