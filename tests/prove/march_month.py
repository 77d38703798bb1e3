"""A virtual March of the bloc, hour by hour, and what it came to for each bot."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bot.rehearsal.bloc import COMMITTEE
from rules.announcement_commands import Announce
from rules.announcing import EVERYBODY
from storage.database import open_database
from tests.bot.ordering import give
from tests.bot.scene import web
from tests.prove.march_bloc import APRIL, MARCH, Bloc, Size, bloc
from tests.prove.march_talk import HOUR_MS, Deed, confirm, deeds, pasted, question, registers, says

_WORDS = "Về việc tập huấn dân vận.\n\nMời mỗi đơn vị một đồng chí, 8 giờ 00 ngày 25/3/2027."
_SPENT = 429
# What was said by itself, of one matter or of several in one message; one row counts once.
_TOLD = """SELECT o.bot, max(n.rule), min(o.planned) FROM outbox o
           JOIN occurrences n ON n.outbox = o.id
           WHERE o.channel = 'zalo' AND o.state = 'sent' AND o.created_at >= :since
           GROUP BY o.bot, o.id"""


@dataclass(slots=True)
class BotsMarch:
    """What a bot said and heard in March, as Zalo counts it.

    kinds    of what was sent: answers, announcement, reminders; "with an answer" are those digests
             that took no message of their own
    refused  how many messages Zalo did not take any more
    """

    people: int
    sent: int
    received: int
    refused: int
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def used(self) -> int:
        """What counts, if both ways do."""
        return self.sent + self.received


@dataclass(slots=True)
class March:
    """The whole month: of each bot, and how many got no answer, how many units registered."""

    bots: list[BotsMarch]
    unanswered: int
    registered: int
    held: int


async def march(url: str, size: Size, folder: Path) -> March:
    """Go through March on an empty database with all tables at `url`."""
    random = Random(size.seed)  # noqa: S311 - repeatable
    db = await open_database(url)
    try:
        async with bloc(db, size, folder) as there:
            unanswered = await _through(there, random, size)
            return await _come_to(there, unanswered)
    finally:
        await db.close()


async def _through(there: Bloc, random: Random, size: Size) -> int:
    """Let every hour pass; return how many messages were not answered."""
    clock, unanswered = there.world.clock, 0
    clock.set(APRIL)
    end = clock.ms
    clock.set(MARCH)
    start = clock.ms
    ahead = deeds(there, random, asks=size.asks)[::-1]
    planned = 0
    while clock.ms < end:
        hour = clock.ms + HOUR_MS
        if clock.ms >= planned:
            planned = await there.planner.plan(clock.ms)
        await there.goes()
        while ahead and start + ahead[-1].at < hour:
            deed, planned = ahead.pop(), 0  # whatever is done, it may be something to tell of
            clock.ms = max(clock.ms, start + deed.at)
            unanswered += not await _done(there, deed, random)
        clock.ms = max(clock.ms, hour)
        if clock.local(clock.ms).hour == 20:  # in the evening people read
            await confirm(there, random)
    return unanswered


async def _done(there: Bloc, deed: Deed, random: Random) -> bool:
    """Let somebody do something; return whether it was answered."""
    if deed.what == "announce":
        command = Announce(COMMITTEE, "can-tho-khoi", _WORDS, "d-announce", EVERYBODY)
        await give(there.world, web(deed.person), command)
        return True
    phone = there.phones[deed.person]
    if deed.what == "ask":
        return await says(there, phone, question(random))
    words = pasted(deed.person) if deed.what == "paste" else "đăng ký mới"
    return await registers(there, phone, first=words)


async def _come_to(there: Bloc, unanswered: int) -> March:
    there.world.clock.ms -= 1  # it is March still
    bots = {
        bot.id: BotsMarch(
            len(bot.meter.people), bot.meter.sent["2027-03"], bot.meter.received["2027-03"], 0
        )
        for bot in there.fake.bots
    }
    for call in there.fake.calls:
        bots[call.bot].refused += call.status == _SPENT
    there.world.clock.set(MARCH)
    async with there.world.db.reading() as tx:
        told = await tx.rows(_TOLD, {"since": there.world.clock.ms})
        entries = await tx.rows("SELECT count(*) FROM entries")
        held = await tx.rows("SELECT count(*) FROM occurrences WHERE reason = 'budget'")
    for bot, rule, by_itself in told:
        kind = "announcement" if rule.startswith("announcement") else "reminder"
        bots[bot].kinds[kind if by_itself else f"{kind} with an answer"] += 1
    for one in bots.values():
        told_alone = sum(many for kind, many in one.kinds.items() if "with" not in kind)
        one.kinds["answer"] = one.sent - told_alone
    return March([*bots.values()], unanswered, entries[0][0], held[0][0])
