"""A person's bubbles as the page shows them, whatever phone they are on."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.ids import ALPHABET
from storage import outbox
from storage.addresses import person_at
from storage.chats import Chat
from storage.database import Database, Unavailable
from storage.outbox import OutboxRow

MOST = 200
# Ids are made before the commit: a row that took longer may turn up behind one already shown.
OVERLAP_MS = 10_000
_TIME = 9  # characters of an id that tell the time


@dataclass(frozen=True, slots=True)
class Conversation:
    """Who is at a chat ("" for nobody yet) and some of their bubbles, oldest first."""

    person: str
    bubbles: list[OutboxRow]


async def read(database: Database, chat: str, *, after: str, today: str) -> Conversation:
    """Return at most MOST bubbles after an id, and again those shortly before it.

    `today` is the local day, ISO text: what somebody lost by then is left out.
    Raises Unavailable.
    """
    async with database.reading() as tx:
        person = await person_at(tx, Chat("web", "", chat))
        if not person:
            return Conversation("", [])
        since = _shortly_before(after)
        return Conversation(
            person, await outbox.bubbles(tx, person, after=since, limit=MOST, today=today)
        )


async def note_read(database: Database, shown: Sequence[OutboxRow]) -> None:
    """Note what was said by itself and now is on a page; who is asked why has to know it."""
    new = [row.id for row in shown if row.planned and not row.external]
    if not new:
        return
    with contextlib.suppress(Unavailable):  # it is shown again, and noted then
        async with database.writing() as tx:
            await outbox.note_read(tx, new)


def to_json(row: OutboxRow) -> dict[str, Any]:
    """Return a bubble for the page; `mine` is the id the phone gave what the person said.

    `file` is [id, name, until when it can be had], or null.
    """
    return {
        "id": row.id,
        "side": row.side,
        "text": row.say.get("text", ""),
        "rows": row.say.get("rows", []),
        "wants": row.say.get("wants", ""),
        "file": row.say.get("file"),
        "at": row.created_at,
        "mine": row.external if row.side == "theirs" else "",
    }


def known_id(sent: str | None) -> str:
    """Return the id of a row the page has, "" for what cannot be one."""
    fits = sent is not None and len(sent) == _ID and set(sent) <= set(ALPHABET)
    return sent if sent and fits else ""


_ID = 16


def _shortly_before(row_id: str) -> str:
    if not row_id:
        return ""
    number = 0
    for character in row_id[:_TIME]:
        number = number * 32 + ALPHABET.index(character)
    number = max(number - OVERLAP_MS, 0)
    return "".join(ALPHABET[number >> shift & 31] for shift in range(40, -1, -5))
