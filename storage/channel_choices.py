"""By which channel people want to be told what is told to them by itself."""

from collections.abc import Sequence

from storage.database import Transaction
from storage.reachable import OPEN

# Of an address `a`: whether it is one of the channel its person chose.
CHOSEN = """EXISTS (SELECT 1 FROM channel_choices c
    WHERE c.person = a.person AND c.channel = a.channel)"""


async def choose(tx: Transaction, person: str, channel: str, *, at: int) -> None:
    """Keep the channel somebody wants to be told by, "" for the one used last."""
    await tx.run("DELETE FROM channel_choices WHERE person = :person", {"person": person})
    if channel:
        await tx.run(
            """INSERT INTO channel_choices (person, channel, at)
               VALUES (:person, :channel, :at)""",
            {"person": person, "channel": channel, "at": at},
        )


async def chosen(tx: Transaction, people: Sequence[str]) -> dict[str, str]:
    """Return the channel each of the people chose; those who chose none are left out."""
    found = await tx.rows(
        "SELECT person, channel FROM channel_choices WHERE person IN :people", {"people": people}
    )
    return dict(found)


async def had(tx: Transaction, people: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the channels at which people can be told, the one they used last first."""
    found = await tx.rows(
        f"""SELECT a.person, a.channel FROM addresses a WHERE a.person IN :people AND {OPEN}
            ORDER BY a.seen_at DESC, a.id""",  # noqa: S608 - written here
        {"people": people},
    )
    theirs: dict[str, dict[str, None]] = {}
    for person, channel in found:
        theirs.setdefault(person, {})[channel] = None
    return {person: tuple(channels) for person, channels in theirs.items()}
