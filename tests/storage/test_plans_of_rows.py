"""Outbox and ledger keep all that was ever said: no turn and no beat reads all of it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from rules.occurrences import Key
from storage import (
    blocked,
    occurrences,
    people,
    planned_rows,
    rerouting,
    shown,
    spending,
    unanswered,
)
from storage.chats import Chat
from storage.database import Database, Transaction
from storage.rerouting import Moved
from tests.overheard import Overheard, explained, reads_whole
from tests.storage.sending import row
from tests.storage.village import BINH, LAN, PAO, TODAY, chat

# Three of each: of one alone SQLite would not read everything.
CHATS = [chat(name) for name in (PAO, LAN, BINH)]
ROWS = ["o1", "o2", "o3"]
KEYS = [Key("rule", subject, "1", "step") for subject in "abc"]

Ask = Callable[[Transaction], Awaitable[Any]]
ASKED: dict[str, Ask] = {
    "in sight": lambda tx: shown.since_they_wrote(tx, CHATS, lease="ours"),
    "before": lambda tx: shown.before_they_wrote(tx, CHATS),
    "planned": lambda tx: planned_rows.waiting(tx, CHATS, [PAO]),
    "another chat": lambda tx: rerouting.ways(tx, ROWS),
    "waits": lambda tx: rerouting.waiting_at(tx, Chat("zalo", "1", "c"), lease="ours"),
    "goes elsewhere": lambda tx: rerouting.move(tx, [Moved(key, row(key), ()) for key in ROWS]),
    "left out": lambda tx: unanswered.left_out(tx, ["zalo"], now=2**40, month="2027-03"),
    "blocked": lambda tx: blocked.blocked(tx, since=0, today=TODAY),
    "decided": lambda tx: occurrences.decided(tx, KEYS),
    "made of": lambda tx: occurrences.in_rows(tx, ROWS),
    "planned anew": lambda tx: planned_rows.plan_anew(tx, ROWS),
    "held": spending._held,
    "who writes": lambda tx: people.acquainted(tx, CHATS, today=TODAY),
    "never said": lambda tx: planned_rows.never_said(tx, PAO),
}


@pytest.mark.parametrize("what", ASKED)
async def test_what_was_ever_said_is_not_read_whole(village: Database, what: str) -> None:
    async with village.writing() as tx:
        overheard = Overheard(tx)
        await ASKED[what](overheard)

    assert overheard.asked
    for sql, params in overheard.asked:
        whole = [
            line
            for line in await explained(village, sql, params)
            if reads_whole(line, sql, ("outbox", "occurrences", "people"))
            and not line.endswith("outbox_open")  # what is open is little
        ]
        assert not whole, sql
