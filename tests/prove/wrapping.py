"""The boundaries of the service, wrapped from outside: commits that write, calls it makes."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from asyncpg import transaction as postgres

from bot.channels.telegram import api as telegram
from bot.channels.zalo import api as zalo
from storage import sqlite
from tests.prove.crossings import Crossings

COMMITS = {
    "Receiving._take_in": "take-in",
    "Deliverer._look_for_due": "claim",
    "Deliverer._send_chat": "give-back",
    "Deliverer._flush_marks": "marks",
}
OPENING = "opening"
CALLS = {"sendMessage": "send", "getUpdates": "fetch"}
FAVOURS = {"answerCallbackQuery", "editMessageText", "editMessageReplyMarkup", "sendChatAction"}
NAMES = [
    f"{boundary}:{side}"
    for boundary in (OPENING, *COMMITS.values(), "prepare", *CALLS.values(), "favour")
    for side in ("before", "after")
]


def wrap(crossings: Crossings) -> None:
    """Let every boundary of this process be a crossing."""
    _wrap_sqlite(crossings)
    _wrap_postgres(crossings)
    _wrap_calls(crossings, telegram.Api)
    _wrap_calls(crossings, zalo.Api)


def _wrap_sqlite(crossings: Crossings) -> None:
    begin, commit = sqlite._Transaction.__init__, sqlite._Transaction.commit

    def beginning(self: Any, connection: Any, statement: str) -> None:
        begin(self, connection, statement)
        self.writes = statement == "BEGIN IMMEDIATE"

    async def committing(self: Any) -> None:
        if not self.writes or not (self._begun or len(self._waiting) > 1):
            await commit(self)
            return
        await self.rows("SELECT 1")  # what waited is done now: nothing but the commit is left
        await _across(crossings, _committing(), lambda: commit(self))

    sqlite._Transaction.__init__ = beginning  # type: ignore[assignment,method-assign] # from outside, on purpose
    sqlite._Transaction.commit = committing  # type: ignore[method-assign] # from outside, on purpose


def _wrap_postgres(crossings: Crossings) -> None:
    commit = postgres.Transaction.commit

    async def committing(self: Any) -> None:
        if self._readonly:
            await commit(self)
        else:
            await _across(crossings, _committing(), lambda: commit(self))

    postgres.Transaction.commit = committing


def _wrap_calls(crossings: Crossings, api: type[Any]) -> None:
    post = api.post

    async def posting(self: Any, method: str, *args: Any, **named: Any) -> tuple[int, bytes]:
        name = CALLS.get(method, "favour" if method in FAVOURS else "prepare")
        answer: tuple[int, bytes] = await _across(
            crossings, name, lambda: post(self, method, *args, **named)
        )
        return answer

    api.post = posting


async def _across(crossings: Crossings, name: str, act: Callable[[], Awaitable[Any]]) -> Any:
    crossings.cross(f"{name}:before")
    result = await act()
    crossings.cross(f"{name}:after")
    return result


def _committing() -> str:
    """Return who commits, by the task in which it happens; what has no name is opening."""
    task = asyncio.current_task()
    assert task is not None
    return COMMITS.get(getattr(task.get_coro(), "__qualname__", ""), OPENING)
