"""The bots there are or were, as their channels call them."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class KnownBot:
    """A bot; times in UTC milliseconds.

    refused_at  since when its channel does not know its token, 0 while it does
    seen_at     when it was last there at a start
    """

    channel: str
    bot: str
    name: str
    refused_at: int
    seen_at: int


async def seen(tx: Transaction, channel: str, bot: str, *, name: str, at: int) -> None:
    """Note that a bot is there now, and that its token is known."""
    await tx.run(
        """INSERT INTO bots (channel, bot, name, refused_at, seen_at)
           VALUES (:channel, :bot, :name, 0, :at)
           ON CONFLICT (channel, bot)
           DO UPDATE SET name = excluded.name, refused_at = 0, seen_at = excluded.seen_at""",
        {"channel": channel, "bot": bot, "name": name, "at": at},
    )


async def refuse(tx: Transaction, channel: str, bot: str, *, at: int) -> None:
    """Note that a bot's token is refused, since this moment if it was not known before."""
    await tx.run(
        """INSERT INTO bots (channel, bot, name, refused_at, seen_at)
           VALUES (:channel, :bot, '', :at, 0)
           ON CONFLICT (channel, bot) DO UPDATE SET refused_at = excluded.refused_at
           WHERE bots.refused_at = 0""",
        {"channel": channel, "bot": bot, "at": at},
    )


async def only(tx: Transaction, channel: str, bots: Sequence[str], *, at: int) -> None:
    """Note that a channel has these bots alone: of the others no token is known any more."""
    await tx.run(
        """UPDATE bots SET refused_at = :at
           WHERE channel = :channel AND refused_at = 0 AND bot NOT IN :bots""",
        {"channel": channel, "bots": bots, "at": at},
    )


async def of_channel(tx: Transaction, channel: str) -> list[KnownBot]:
    """Return the bots a channel has or had."""
    rows = await tx.rows(
        """SELECT channel, bot, name, refused_at, seen_at FROM bots
           WHERE channel = :channel ORDER BY bot""",
        {"channel": channel},
    )
    return [KnownBot(*row) for row in rows]
