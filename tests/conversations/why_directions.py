"""Sentences of a transcript about what was told by itself: the ledger, as it came to be."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.remind.planner import Planner
from bot.remind.sources import sources
from conversations.say import Say
from rules.occurrences import Key, Why
from storage import gaps, occurrences
from storage.occurrences import Occurrence
from tests.hamlet import ZONE

if TYPE_CHECKING:
    from tests.conversations.stage import Stage

_STEPS: tuple[tuple[str, str, Why, str], ...] = (
    ("deadline:can-tho-khoi:register", "2027-03-12 06:45", "", "sent"),
    ("meeting:m1", "2027-03-13 07:00", "late", ""),
    ("draft:can-tho-khoi:register", "2027-03-14 06:45", "answered", ""),
    ("announcement:a1", "2027-03-15 14:05", "", "unknown"),
    ("deadline:can-tho-khoi:recognise", "2027-03-16 06:45", "met", ""),
)


async def _ledger(stage: "Stage") -> None:
    """Let Páo have been told, or not, on five days."""
    made = [_decided(n, rule, moment, why) for n, (rule, moment, why, _) in enumerate(_STEPS)]
    sent = [(f"row{n}", fate, made[n].at) for n, (*_, fate) in enumerate(_STEPS) if fate]
    async with stage.world.db.writing() as tx:
        await occurrences.decide(tx, made)
        await occurrences.put_into(tx, {made[int(row[3:])].key: row for row, *_ in sent})
        for row, fate, at in sent:
            await tx.run(
                """INSERT INTO outbox (id, channel, bot, chat, person, side, urgency, say, state,
                       attempts, doubts, not_before, lease, leased_until, external, error,
                       created_at, settled_at, about, places, planned)
                   VALUES (:id, 'telegram', 'old', 'old', 'pao', 'ours', 'bulk', '{}', :state,
                       1, 0, 0, '', 0, '', '', :at, :at, '', '', 1)""",
                {"id": row, "state": fate, "at": at},
            )


async def _away(stage: "Stage", start: str, end: str) -> None:
    async with stage.world.db.writing() as tx:
        for day_and_clock in (start, end):
            local = dt.datetime.strptime(day_and_clock, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
            await gaps.beat(tx, now=_ms(local), running=False)


def _decided(n: int, rule: str, moment: str, why: Why) -> Occurrence:
    at = _ms(dt.datetime.fromisoformat(moment).replace(tzinfo=ZONE))
    key = Key(rule, "suoi-da/pao", "2027", str(n))
    decided = at + 3 * 3_600_000 if why == "late" else at
    return Occurrence(key, "pao", "suoi-da", rule, at, decided, why)


def _ms(moment: dt.datetime) -> int:
    return int(moment.timestamp() * 1000)


async def _plan(stage: "Stage", _who: str, moment: str) -> list[Say]:
    """Let everything that is due by then be told."""
    world = stage.world
    world.clock.ms = _ms(dt.datetime.strptime(moment, "%d/%m/%Y %H:%M").replace(tzinfo=ZONE))
    deliver = Deliverer(world.db, {}, world.clock, lease=world.shell.lease)
    await Planner(world.db, world.shell, deliver, Bell(), sources()).plan(world.clock.ms)
    return []


DUE: Mapping[str, Callable[..., Awaitable[Any]]] = {r"đến (.+), mọi việc tự nhắc": _plan}
LEDGER: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"Páo đã được nhắc 5 lần": _ledger,
    r"trợ lý ngừng từ (.+) đến (.+)": _away,
}
