"""Planning: what is due is asked of the sources, decided once, and told at a human hour."""

from collections import defaultdict
from collections.abc import Sequence

import structlog

from bot.bell import Bell
from bot.bug import told
from bot.deliver import Deliverer
from bot.remind.judging import judged
from bot.remind.moments import moment_at
from bot.remind.readers import readers
from bot.remind.source import Keeper, Moment, Source
from bot.remind.writing import write
from bot.shell import Shell
from rules.nearest import Planned
from rules.occurrences import Due, Key
from storage import occurrences
from storage.database import Database, Transaction, Unavailable

AHEAD_MS = 6 * 3_600_000
AT_ONCE = 100  # people in one transaction: whoever writes meanwhile waits for some milliseconds
POISONED_MS = 3_600_000  # what could not be worded is not tried again so soon
log = structlog.get_logger()


class Planner:
    """Plans for one moment at a time; any number of planners decide each occurrence once.

    ahead_ms  how far it looks, at most: until then it need not be asked again
    """

    def __init__(
        self,
        db: Database,
        shell: Shell,
        deliver: Deliverer,
        bell: Bell,
        sources: Sequence[Source],
        keepers: Sequence[Keeper] = (),
        *,
        ahead_ms: int = AHEAD_MS,
    ) -> None:
        self._db = db
        self._shell = shell
        self._deliver = deliver
        self._bell = bell
        self._sources = sources
        self._keepers = keepers
        self._ahead_ms = ahead_ms
        self._poisoned: dict[Key, int] = {}

    async def plan(self, now: int) -> int:
        """Decide and write all that may go now; return when to look next (UTC milliseconds).

        Raises Unavailable; then what was not written is planned the next time.
        """
        async with self._db.reading() as tx:
            moment = await moment_at(tx, self._shell, now)
        for keeper in self._keepers:
            await self._kept(keeper, moment)
        ready: list[Due] = []
        look_at = now + self._ahead_ms
        for source in self._sources:
            planned = await self._asked(source, moment)
            ready += [one.due for one in planned if one.going.at <= now]
            waiting = [one.going.at for one in planned if one.going.at > now]
            look_at = min([look_at, *waiting])
        await self._decide(ready, now)
        return look_at

    async def _kept(self, keeper: Keeper, moment: Moment) -> None:
        try:
            await keeper.keep(self._db, moment)
        except Unavailable:
            raise
        except Exception as bug:  # noqa: BLE001 - the rest can be planned without it
            log.warning("a keeper failed", keeper=type(keeper).__name__, bug=told(bug))

    async def _asked(self, source: Source, moment: Moment) -> list[Planned]:
        """Return what a source says is due and not decided; one that fails blocks no other."""
        now = moment.now
        try:
            async with self._db.reading() as tx:
                dues = await source.due(tx, moment, ahead=now + self._ahead_ms)
                healthy = [due for due in dues if self._poisoned.get(due.key, 0) <= now]
                return await self._without_held(tx, await judged(tx, healthy, moment), moment)
        except Unavailable:
            raise
        except Exception as bug:  # noqa: BLE001 - it is told of, and asked again
            log.warning("a source failed", source=type(source).__name__, bug=told(bug))
            return []

    async def _without_held(
        self, tx: Transaction, planned: Sequence[Planned], moment: Moment
    ) -> list[Planned]:
        """Leave out what was decided, and what is known to wait for its person to be there."""
        ready = [one for one in planned if one.going.at <= moment.now]
        kept = await occurrences.reasons(tx, [one.due.key for one in ready]) if ready else {}
        if not kept:
            return list(planned)
        known = await readers(tx, sorted({one.due.person for one in ready}), moment)
        reachable = {person for person, reader in known.items() if not reader.why_not}
        return [
            one
            for one in planned
            if one.due.key not in kept
            or (
                kept[one.due.key] in occurrences.NOT_FOR_GOOD
                and not one.going.why
                and one.due.person in reachable
            )
        ]

    async def _decide(self, ready: Sequence[Due], now: int) -> None:
        people: dict[str, list[Due]] = defaultdict(list)
        for due in ready:
            people[due.person].append(due)
        order = sorted(people)
        for start in range(0, len(order), AT_ONCE):
            some = order[start : start + AT_ONCE]
            await self._write([due for person in some for due in people[person]], now)

    async def _write(self, dues: Sequence[Due], now: int) -> None:
        """Write what is due to some people; what cannot be written is taken apart."""
        try:
            await self._written(dues, now)
        except Unavailable:
            raise
        except Exception as bug:  # noqa: BLE001 - nobody's bug is anybody else's
            parts = _parts(dues)
            log.warning("could not be planned", size=len(dues), bug=told(bug))
            if len(parts) == 1:
                self._poisoned |= {due.key: now + POISONED_MS for due in dues}
                return
            for part in parts:
                await self._write(part, now)

    async def _written(self, dues: Sequence[Due], now: int) -> None:
        async with self._deliver.writing() as tx:
            moment = await moment_at(tx, self._shell, now)
            rows = await write(tx, dues, moment, self._sources)
        if any(row.state == "pending" for row in rows):
            self._deliver.look()
        for person in {row.person for row in rows if row.channel == "web"}:
            self._bell.ring(person)


def _parts(dues: Sequence[Due]) -> list[list[Due]]:
    """Return the same person by person, of one person one by one."""
    many_people = len({due.person for due in dues}) > 1
    parts: dict[object, list[Due]] = defaultdict(list)
    for due in dues:
        parts[due.person if many_people else due.key].append(due)
    return list(parts.values())
