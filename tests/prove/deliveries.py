"""What the service had to say in a chat against what the messenger put there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.prove.kept import Row
from tests.prove.zalo_phone import words_of


@dataclass(frozen=True, slots=True)
class Send:
    """A message that came to a chat, as which call in all; `told` if the bot heard of it."""

    id: str
    at: int
    text: str
    told: bool


@dataclass(slots=True)
class Delivered:
    """Which sends were of which row, and everything that is wrong with them."""

    sends: dict[str, list[Send]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    @property
    def extra(self) -> int:
        """How many copies there are beyond the first."""
        return sum(len(sends) - 1 for sends in self.sends.values() if sends)


def said_by(outbox: Sequence[Row], channel: str, chat: str) -> list[Row]:
    """Return the service's bubbles of a chat, in the order in which they were to be said."""
    ours = [r for r in outbox if (r["channel"], r["chat"], r["side"]) == (channel, chat, "ours")]
    read = [{**row, **_say(row)} for row in ours]
    return sorted(read, key=lambda row: str(row["id"]))


def _say(row: Row) -> Row:
    say = json.loads(row["say"])
    text = words_of(row) if row["channel"] == "zalo" else say["text"]
    return {"text": text, "once": say.get("once", False)}


def delivered(rows: Sequence[Row], sends: Sequence[Send], *, lives: Sequence[int]) -> Delivered:
    """Return what became of the rows of one chat.

    `lives` are the numbers of calls there had been when each life of the service began.
    """
    found = Delivered({row["id"]: [] for row in rows})
    places = {row["external"]: place for place, row in enumerate(rows) if row["external"]}
    noted = [places.get(send.id, -1) for send in sends]  # of which row this message's id is kept
    for number, send in enumerate(sends):
        row = rows[noted[number]] if noted[number] >= 0 else None
        if row is None:
            row = _unnoted(rows, send, found, max(noted[:number], default=-1), noted[number:])
        if row is None:
            found.problems.append(f"PHANTOM: {send.text!r} was not to be said at call {send.at}")
        else:
            found.sends[row["id"]].append(send)
    firsts = [sends[0].at for sends in found.sends.values() if sends]
    if firsts != sorted(firsts):
        late = next(at for at, later in pairwise(firsts) if at > later)
        found.problems.append(f"ORDER: the bubble of call {late} was overtaken")
    for row in rows:
        found.problems += _wrong(row, found.sends[row["id"]], lives)
    return found


def _unnoted(
    rows: Sequence[Row], send: Send, found: Delivered, before: int, later: Sequence[int]
) -> Row | None:
    """Return the row of which this is a copy, though nobody kept its id.

    It is behind those whose ids were kept before; its fate is unknown, or it came once more later.
    """
    for place, row in enumerate(rows[before + 1 :], before + 1):
        open_ = row["state"] == "unknown" or place in later
        if row["text"] == send.text and open_ and len(found.sends[row["id"]]) < most(row):
            return row
    return None


def most(row: Row) -> int:
    """Return how many copies of a bubble there may be at most."""
    return 1 if row["once"] else 2


def _wrong(row: Row, sends: Sequence[Send], lives: Sequence[int]) -> Iterator[str]:
    what = f"{row['text'][:80]!r}"
    if row["state"] not in {"sent", "unknown"}:
        yield f"OPEN: {what} is {row['state']} for good: {row['error']}"
    if row["state"] == "sent" and not sends:
        yield f"LOST: {what} is marked as sent, and never arrived"
    if len(sends) > most(row):
        yield f"COPIES: {what} arrived {len(sends)} times"
    for first, second in pairwise(sends):
        if first.told and not any(first.at < life <= second.at for life in lives):
            yield f"COPIES: {what} came again at call {second.at} though nothing had happened"
