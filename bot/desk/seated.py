"""Who is at the desk, looked up anew each time: rights end the moment they end."""

from bot.as_of_now import as_of_now
from bot.desk.session import IDLE_MS, TWELVE_HOURS_MS
from bot.desk.tools import Tools
from bot.desk.visitor import Visitor
from bot.hashed import hash_of
from conversations.situation import forms_for
from storage import desk
from storage.database import Transaction

TOUCH_MS = 60_000  # so often a session that is used is written


class NotSeatedError(Exception):
    """Nobody, or nobody of an office any more, is at the desk with this browser."""


async def seated(tx: Transaction, tools: Tools, secret: str) -> Visitor | None:
    """Return who is at the desk with a browser's secret; None for who may not be."""
    visitor, _ = await _visitor(tx, tools, secret)
    return visitor


async def seated_now(tools: Tools, secret: str, *, active: bool) -> Visitor | None:
    """Return who is at the desk; whoever is `active` keeps the session from running out."""
    async with tools.db.reading() as tx:
        visitor, seen_at = await _visitor(tx, tools, secret)
    now = tools.shell.clock.now_ms()
    if visitor and active and now - seen_at > TOUCH_MS:
        async with tools.db.writing() as tx:
            await desk.touch(tx, visitor.hash, now=now)
    return visitor


async def _visitor(tx: Transaction, tools: Tools, secret: str) -> tuple[Visitor | None, int]:
    if not secret:
        return None, 0
    now = tools.shell.clock.now_ms()
    found = await desk.session(
        tx,
        hash_of(secret),
        idle_since=now - IDLE_MS,
        begun_since=now - TWELVE_HOURS_MS,
        today=tools.today(),
    )
    if found is None:
        return None, 0
    shell = await as_of_now(tx, tools.shell)
    today = shell.clock.local(now).date()
    forms = forms_for(shell.programmes.forms(today), found.person, today)
    visitor = Visitor(found.person, found.address, found.chat, secret, forms)
    return (visitor if visitor.offices else None), found.seen_at
