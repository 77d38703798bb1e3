"""`audit verify`: whether anything that happened was changed, removed or reordered afterwards."""

import asyncio

from typer import Exit

from bot.anchors import read_anchors
from bot.clock import Clock
from bot.kept_secrets import kept_secret
from bot.opening import opened
from bot.settings import Settings
from bot.terminal import NOT_NOW, complain, say
from rules.chain import Anchor, Chain, Fault
from storage import seals
from storage.database import Database

PATIENCE_MS = 600_000
_MEANINGS = {
    "changed": "is not what it was",
    "removed": "was removed",
    "reordered": "stands in another place than it was sealed in",
    "added": "was sealed by somebody without the key of this database",
    "cut": "is missing, with all that followed: the end of the record was cut off",
    "rewritten": "is not the one that was anchored: the record was written anew up to there",
}


def verify(settings: Settings) -> None:
    """Check the record of what happened; end with 1 when it was tampered with."""
    chain, anchors = asyncio.run(_read(settings))
    fault = chain.first_fault(anchors)
    if fault:
        complain(_told(fault))
        raise Exit(NOT_NOW)
    say(
        f"The record holds: {len(chain.links)} events, {len(anchors)} anchors met, "
        f"{len(chain.loose)} events not sealed yet."
    )
    long_ago = Clock(settings.zone).now_ms() - PATIENCE_MS
    if late := chain.waiting_since(long_ago):
        say(
            f"{len(late)} events have waited for their seal for more than ten minutes. A bot that "
            "runs seals within seconds: either none was running, or somebody added them by hand."
        )


def _told(fault: Fault) -> str:
    event = f" (event {fault.event})" if fault.event else ""
    return f"Entry {fault.number} of the record{event} {_MEANINGS[fault.kind]}."


async def _read(settings: Settings) -> tuple[Chain, list[Anchor]]:
    # First the anchors: a bot beside us may drop one, of which what was read before knows nothing.
    anchors = await read_anchors(settings.data)
    async with opened(settings, beside=True) as database:
        return await read_chain(database), anchors


async def read_chain(database: Database) -> Chain:
    """Return the chain as it stands, with its key."""
    async with database.writing() as tx:
        key = (await kept_secret(tx, "seal-key")).encode()
    async with database.reading() as tx:
        return Chain(key, await seals.all_of_them(tx), await seals.all_loose(tx))
