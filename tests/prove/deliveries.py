"""What the service had to say in a chat against what Telegram put there: order, copies, nothing made up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.prove.kept import Row

MOST_COPIES = 2  # of a bubble whose fate was in doubt once; of one that would hurt twice, 1


@dataclass(frozen=True, slots=True)
class Send:
    """A message Telegram put into a chat: its id, as which call in all, and whether it told the bot so."""

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
    return {"text": say["text"], "once": say.get("once", False)}


def delivered(rows: Sequence[Row], sends: Sequence[Send], *, lives: Sequence[int]) -> Delivered:
    """Return what became of the rows of one chat.

    `lives` are the numbers of calls there had been when each life of the service began.
    """
    found = Delivered({row["id"]: [] for row in rows})
    places = {row["external"]: place for place, row in enumerate(rows) if row["external"]}
    noted = [places.get(send.id) for send in sends]  # the row that has this message's id
    for number, send in enumerate(sends):
        before = max((p for p in noted[:number] if p is not None), default=-1)
        place = noted[number]
        if place is None:
            place = _unnoted(rows, send, before, noted[number + 1 :])
        if place is None:
            found.problems.append(f"PHANTOM: {send.text!r} was not to be said then")
        else:
            found.sends[rows[place]["id"]].append(send)
    firsts = [sends[0].at for sends in found.sends.values() if sends]
    if firsts != sorted(firsts):
        found.problems.append("ORDER: bubbles overtook each other")
    for row in rows:
        found.problems += _wrong(row, found.sends[row["id"]], lives)
    return found


def _unnoted(
    rows: Sequence[Row], send: Send, before: int, later: Sequence[int | None]
) -> int | None:
    """Return the place of the row of which this is a copy nobody noted the id of.

    Its fate is unknown, between those that arrived before and after; or it was noted of a later copy.
    """
    after = [place for place in later if place is not None]
    for place in range(before + 1, min(after, default=len(rows))):
        if rows[place]["text"] == send.text and rows[place]["state"] == "unknown":
            return place
    return next((place for place in after if rows[place]["text"] == send.text), None)


def _wrong(row: Row, sends: Sequence[Send], lives: Sequence[int]) -> Iterator[str]:
    what = f"{row['text'][:80]!r}"
    if row["state"] not in {"sent", "unknown"}:
        yield f"OPEN: {what} is {row['state']} for good: {row['error']}"
    if row["state"] == "sent" and not sends:
        yield f"LOST: {what} is marked as sent, and never arrived"
    if len(sends) > (1 if row["once"] else MOST_COPIES):
        yield f"COPIES: {what} arrived {len(sends)} times"
    for first, second in pairwise(sends):
        if first.told and not any(first.at < life <= second.at for life in lives):
            yield f"COPIES: {what} was sent again though nothing had happened"
