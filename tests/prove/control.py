"""The control: the plain bot on the same stage, what it keeps, and how it is killed."""

from __future__ import annotations

import asyncio
import json
import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from tests.prove.kept import Kept, Row
from tests.prove.notes import Wish
from tests.prove.oracle import Check, Record, entries_as_sent, left_waiting, lost_answers
from tests.prove.stage import A_FEW, Stage
from tests.prove.until import until

# The rest asks what only Khéo claims to keep: an inbox, an outbox, events.
CHECKS: tuple[Check, ...] = (lost_answers, entries_as_sent, left_waiting)


class Pickled:
    """What the plain bot keeps in `folder`: entries in SQLite, all else in a pickle."""

    url = ""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "entries.db"
        self._memory = folder / "memory.pickle"

    async def read(self) -> Kept:
        """Return all of it."""
        with closing(sqlite3.connect(self.database)) as reading:
            reading.row_factory = sqlite3.Row
            rows = [dict(row) for row in reading.execute("SELECT * FROM entries")]
        people = self._people()
        return Kept(
            entries=[{**row, "code": f"DVK-2027-{row['number']:04d}"} for row in rows],
            dialogs=[{"person": who, "state": json.dumps(said)} for who, said in people.items()],
            addresses=[{"channel": "telegram", "chat": who, "person": who} for who in people],
        )

    def _people(self) -> dict[str, Row]:
        if not self._memory.exists():
            return {}
        kept = pickle.loads(self._memory.read_bytes())  # noqa: S301 - written by our own bot
        return {str(who): said for who, said in kept["user_data"].items()}

    async def calm(self) -> bool:
        """Return True: nothing waits there to be sent, as nothing is kept."""
        return True

    async def said(self, _channel: str, _chat: str) -> list[Row]:
        """Return nothing: what was said is not kept."""
        return []

    async def bury(self) -> None:
        """Do nothing."""


async def left_alone(stage: Stage, random: Random) -> Record:
    """Let somebody register once while nobody kills anything."""
    return await killed_when(stage, random, lambda _: False)


async def killed_when(stage: Stage, random: Random, when: Callable[[Wish], bool]) -> Record:
    """Let somebody register; kill once this is so and all that was said has been confirmed."""
    stage.enter(A_FEW[:1], random=random, more=lambda: False)
    (cadre,) = stage.people

    async def due() -> bool:
        return any(map(when, cadre.notes.wishes)) and not stage.fake.updates_pending

    async def kill() -> None:
        life = await stage.begins()
        await until(due)
        await life.killed()
        stage.fake.heal()
        await stage.died("killed")
        await stage.begins()

    killing = asyncio.create_task(kill())
    await cadre.works()
    killing.cancel()
    return await stage.ends()
