"""Whether somebody guesses codes."""

from collections.abc import Iterator

from bot.carry_out.codes import HOUR, TRIES_IN_ALL
from bot.doctor.finding import Finding
from storage import codes
from storage.database import Transaction
from storage.health import Health


async def count(tx: Transaction, health: Health, *, now: int) -> int:
    """Return how many wrong codes there were in the last hour (`now` in UTC milliseconds)."""
    return await codes.tries_in_all(tx, since=now - HOUR) if health.step else 0


def examine(tries: int) -> Iterator[Finding]:
    """Yield what so many wrong codes mean; nothing while there were none."""
    if tries >= TRIES_IN_ALL:
        told = f"Somebody guesses codes, {tries} wrong ones in an hour: none is taken for a while."
        yield Finding("wrong", told)
    elif tries:
        yield Finding("know", f"Wrong codes in the last hour: {tries}; at {TRIES_IN_ALL} all wait.")
