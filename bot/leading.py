"""Which bots somebody with a code is led to: of several on Zalo one that has room for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.shell import Shell
from bot.ways_in import Follower, Led, links
from rules.budget import ENDS
from rules.codes import plain_code
from storage import bots, codes
from storage.addresses import bots_of
from storage.database import Transaction
from storage.meters import standing

_STILL_COMING_MS = 600_000  # who was led to a bot so shortly ago may be about to write


@dataclass(frozen=True, slots=True)
class _Coming:
    """When (UTC milliseconds) somebody was led to a bot, and the hash of the code they follow."""

    at: int
    bot: str
    code: str


class Leading:
    """Leads people to the bots there are: `telegram` gives its name, `zalo` the ids of several.

    It remembers for some minutes whom it has led where: they are not among a bot's people yet. A
    code brings no more of them than it has uses left, however often its address is opened: apps
    open it as well, to show what is behind it. One that is made up brings nobody.

    Other processes, and this one after a restart, do not know of them: a bot that is nearly full
    may be given as many too many as were on their way. Whom it then cannot answer is looked after
    like everybody a bot cannot answer, and the page at the code's address offers the web chat.
    """

    def __init__(
        self, telegram: Callable[[], str] = str, zalo: Callable[[], Sequence[str]] = tuple
    ) -> None:
        self._telegram = telegram
        self._zalo = zalo
        self._on_their_way: dict[str, _Coming] = {}

    async def lead(self, tx: Transaction, code: str, shell: Shell, follower: Follower) -> Led:
        """Return the ways to follow a code."""
        names, plain = {"telegram": self._telegram()}, plain_code(code)
        full = False
        if self._zalo() and follower.here != "zalo":
            key = codes.hash_code(shell.pepper, plain)
            names["zalo"] = await self._with_room(tx, shell, follower, key=key)
            full = not names["zalo"]
        there = {channel: name for channel, name in names.items() if channel != follower.here}
        return Led(links(there, plain, computer=follower.computer), full)

    async def _with_room(
        self, tx: Transaction, shell: Shell, follower: Follower, *, key: str
    ) -> str:
        """Return a person's own bot on Zalo, else the one with most room; "" when all are full.

        Who asks again is led to the same. One with little left of its month takes nobody, nor does
        one whose token is refused.
        """
        now = shell.clock.now_ms()
        uses = await codes.uses_left(tx, key, now=now)
        before = self._forget(follower.who, key, now=now, uses=uses)
        room = await self._room(tx, shell)
        own = await bots_of(tx, follower.person, "zalo") if follower.person else []
        if theirs := next((bot for bot in own if bot in room), ""):
            return theirs
        most = max(room, key=lambda bot: room[bot], default="")
        best = before if room.get(before, 0) > 0 else most
        if not best or room[best] <= 0:
            return ""
        if uses:
            self._on_their_way[follower.who] = _Coming(now, best, key)
        return best

    async def _room(self, tx: Transaction, shell: Shell) -> dict[str, int]:
        refused = {one.bot for one in await bots.of_channel(tx, "zalo") if one.refused_at}
        day = shell.clock.local(shell.clock.now_ms()).date()
        stand = {bot.bot: one for bot, one in (await standing(tx, shell.plans, day)).items()}
        coming = [one.bot for one in self._on_their_way.values()]
        most = shell.plans["zalo"].people
        return {
            bot: most - (stand[bot].people if bot in stand else 0) - coming.count(bot)
            for bot in self._zalo()
            if bot not in refused and (bot not in stand or stand[bot].percent < ENDS)
        }

    def _forget(self, who: str, key: str, *, now: int, uses: int) -> str:
        """Forget who comes no more, and return the bot `who` was led to before."""
        coming = {
            one: led
            for one, led in self._on_their_way.items()
            if now - _STILL_COMING_MS < led.at <= now
        }
        before = coming.pop(who, _Coming(now, "", key)).bot
        by_it = [one for one, led in coming.items() if led.code == key]
        too_many = by_it[: max(len(by_it) + 1 - uses, 0)]  # with who follows it now
        self._on_their_way = {one: led for one, led in coming.items() if one not in too_many}
        return before
