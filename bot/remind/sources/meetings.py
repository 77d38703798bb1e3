"""Meetings, as a source of occurrences: invitations, reminders, changes, the count of replies."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.clock import DAY_MS
from bot.remind.moments import reminding_at
from bot.remind.source import Moment
from rules.meeting import Invited, Meeting
from rules.meeting_duties import RULE, Standing, due_of
from rules.occurrences import Due, Key
from rules.utc_ms import ms_of
from storage import meetings
from storage.database import Transaction
from storage.meeting_decisions import Decided, decided_of, with_newcomers
from storage.replies import invited_to

REMEMBERED_MS = 10 * DAY_MS  # what is longer of no use is not even noted as missed
_NEVER = 1 << 62


class _Quiet(NamedTuple):
    """Until when nothing is due of a meeting (UTC milliseconds), and what comes then."""

    until: int
    coming: Due | None


class Meetings:
    """All that is told of meetings by itself.

    Most of the time nothing is due of a meeting: until when that is so is remembered, so that its
    people are not read again every few seconds.
    """

    def __init__(self) -> None:
        self._quiet: dict[tuple[str, int], _Quiet] = {}

    def owns(self, rule: str) -> bool:
        """Return whether a rule is of a meeting."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what is due up to then of meetings that are ahead or were lately."""
        today = moment.local.date().isoformat()
        found = await meetings.starting(tx, since=moment.now - REMEMBERED_MS, today=today)
        self._forget(found)
        new = await with_newcomers(tx, now=moment.now, today=today)
        looked = [one for one in found if one.id in new or self._until(one) <= moment.now]
        found_due: list[Due] = []
        for one, decided in await _standing(tx, looked, moment):
            found_due += self._open(one, decided, moment)
            await asyncio.sleep(0)  # whoever writes meanwhile is answered between two meetings
        # What comes next of those just looked at, too: the planner asks again by then.
        waiting = [quiet for quiet in self._quiet.values() if moment.now < quiet.until <= ahead]
        return [*found_due, *(quiet.coming for quiet in waiting if quiet.coming)]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same occurrences as they stand now."""
        today, wanted = moment.local.date().isoformat(), set(keys)
        ids = sorted({key.rule.removeprefix(RULE) for key in keys})
        found = [one for id_ in ids if (one := await meetings.meeting_of(tx, id_, today=today))]
        standing = await _standing(tx, found, moment)
        return [due for one, _ in standing for due in due_of(one) if due.key in wanted]

    def _until(self, meeting: Meeting) -> int:
        quiet = self._quiet.get((meeting.id, meeting.revision))
        return quiet.until if quiet else 0

    def _forget(self, found: Sequence[Meeting]) -> None:
        known = {(one.id, one.revision) for one in found}
        self._quiet = {key: until for key, until in self._quiet.items() if key in known}

    def _open(self, standing: Standing, decided: Decided, moment: Moment) -> list[Due]:
        """Return what is to go and not decided; of what comes later only the first is remembered.

        That one says when to look again.
        """
        awake = reminding_at(moment).quiet_to
        reached = {one.person: one.reached for one in standing.people}
        left = [
            (_begins(due, standing, awake), due)
            for due in due_of(standing)
            if due.key not in decided.keys and (reached[due.person] or due.key not in decided.held)
        ]
        due = [one for at, one in left if at <= moment.now]
        later = [(at, one) for at, one in left if at > moment.now]
        first = min(later, key=lambda one: one[0], default=(_NEVER, None))
        if due:  # not decided yet: it is looked at again, and the first of the later by then
            return [*due, first[1]] if first[1] else due
        self._quiet[standing.meeting.id, standing.meeting.revision] = _Quiet(*first)
        return due


async def _standing(
    tx: Transaction, found: Sequence[Meeting], moment: Moment
) -> list[tuple[Standing, Decided]]:
    people: dict[str, tuple[Invited, ...]] = {}
    if found:
        people = await invited_to(tx, found, today=moment.local.date().isoformat())
    decided = await decided_of(tx, found) if found else {}
    return [
        (Standing(one, people[one.id], _local(one, moment), decided[one.id].told), decided[one.id])
        for one in found
    ]


def _local(meeting: Meeting, moment: Moment) -> dt.datetime:
    return dt.datetime.fromtimestamp(moment.now / 1000, tz=ZoneInfo(meeting.zone))


def _begins(due: Due, standing: Standing, awake: dt.time) -> int:
    """Return before when it goes to nobody, whatever hour they chose."""
    if due.day is None:
        return due.at
    morning = dt.datetime.combine(due.day, awake, standing.local.tzinfo)
    return ms_of(morning)
