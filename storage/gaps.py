"""When the bot was last seen alive, and the times it was away, as the settings hold them."""

from collections.abc import Sequence

import orjson

from rules.gaps import Gap
from storage import settings
from storage.database import Transaction
from storage.scope import UNITS_SEEN

GAP_MS = 900_000  # shorter ones nobody notices
KEPT = 10
_SEEN, _GAPS = "planner-seen", "planner-gaps"


async def beat(tx: Transaction, *, now: int, running: bool) -> Gap | None:
    """Note that a bot is alive; return the gap that is over now, if there was one.

    `running`: this process was alive all the while, and only its clock was set forward.
    """
    seen = int(await settings.lock(tx, _SEEN, otherwise=str(now)))
    await settings.put(tx, _SEEN, str(now))
    if now < seen:  # the clock was set back: what was noted of times to come never was
        await _keep(tx, [gap for gap in await gaps(tx) if gap.end <= now])
    if running or now - seen < GAP_MS:
        return None
    gap = Gap(seen, now)
    await _keep(tx, [*await gaps(tx), gap][-KEPT:])
    return gap


async def gaps(tx: Transaction) -> list[Gap]:
    """Return the last times the bot was away, oldest first."""
    kept = await settings.get(tx, _GAPS)
    return [Gap(*gap) for gap in orjson.loads(kept or "[]")]


async def _keep(tx: Transaction, kept: Sequence[Gap]) -> None:
    await settings.put(tx, _GAPS, orjson.dumps([list(one) for one in kept]).decode())


async def missed(tx: Transaction, person: str, gap: Gap, *, today: str) -> tuple[int, int]:
    """Return how much of what was due in a gap was told later, and how much was too late.

    Only of units the person sees below them, and of nobody's.
    """
    found = await tx.rows(
        f"""WITH RECURSIVE {UNITS_SEEN}
            SELECT o.reason, count(*) FROM occurrences o
            WHERE o.due_at >= :start AND o.due_at < :end AND o.at >= :end
              AND o.reason IN ('', 'late') AND o.unit IN (SELECT unit FROM below)
            GROUP BY o.reason""",  # noqa: S608 - all of it is written here
        {"people": [person], "today": today, **gap._asdict()},
    )
    counts: dict[str, int] = dict(found)
    return counts.get("", 0), counts.get("late", 0)


async def staff(tx: Transaction, *, today: str) -> set[str]:
    """Return everybody of any office."""
    found = await tx.rows(
        """SELECT DISTINCT person FROM memberships
           WHERE role IN ('office', 'admin') AND state = 'confirmed'
             AND from_day <= :today AND (to_day = '' OR :today < to_day)""",
        {"today": today},
    )
    return {person for (person,) in found}
