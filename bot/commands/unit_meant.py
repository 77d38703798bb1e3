"""A unit somebody at the server names."""

from typer import Exit

from bot.clock import Clock
from bot.terminal import MISTAKEN, complain
from storage import unit_keys
from storage.database import Transaction


async def unit_meant(tx: Transaction, words: str, clock: Clock) -> str:
    """Return the id of the unit with this key or full name, "" for no words.

    Raises Exit, having said so, where no unit or more than one is called like that.
    """
    if not words:
        return ""
    today = clock.local(clock.now_ms()).date().isoformat()
    found = await unit_keys.called(tx, words, today=today)
    if len(found) == 1:
        return found[0][0]
    complain(f"{len(found) or 'No'} units are called “{words}”; give the unit's key or full name.")
    raise Exit(MISTAKEN)
