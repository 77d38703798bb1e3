"""Whom a meeting is told to, at which steps, and who needs no more of it."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from rules.fold import fold
from rules.meeting import Invited, Meeting, counted
from rules.meeting_occasions import Cancelled, Invitation, Moved, Near, Tally
from rules.occurrences import Due, Key, Why

RULE = "meeting:"
INVITE, MOVED, CANCELLED = NEWS = "invite", "moved", "cancelled"
DAY_BEFORE, TWO_HOURS, SUMMARY, CLOSED = "day-before", "two-hours", "summary", "closed"
HOUR_MS = 3_600_000
LASTS_MS = 2 * HOUR_MS  # after that nobody needs the count for this meeting
NEWS_MS = 24 * HOUR_MS  # what was called off is news for a day, or until it would have begun


@dataclass(frozen=True, slots=True)
class Standing:
    """A meeting and how it stands with its people at a moment.

    told   persons who were sent something of an earlier revision of it
    local  the moment in the meeting's zone, aware
    """

    meeting: Meeting
    people: Sequence[Invited]
    local: dt.datetime
    told: Collection[str] = field(default=frozenset())


def rule_of(meeting: str) -> str:
    """Return the rule a meeting's occurrences are planned under, and what they are about."""
    return f"{RULE}{meeting}"


def chair_of(people: Sequence[Invited], by_person: str = "") -> Invited | None:
    """Return who chairs: the secretary, else the contact who made it, else the first contact."""
    runs = [one for one in people if one.runs]
    secretaries = [one for one in runs if fold(one.position).startswith("bi thu")]
    makers = [one for one in runs if one.person == by_person]
    return next(iter((*secretaries, *makers, *runs)), None)


def due_of(standing: Standing) -> list[Due]:
    """Return everything that is to be said of a meeting, with whoever is owed it no more.

    Whoever runs the meeting hears the count the day before instead of a reminder.
    """
    meeting = standing.meeting
    if meeting.state == "cancelled":
        return _called_off(standing)
    chair = chair_of(standing.people, meeting.by_person)
    duties = [due for guest in standing.people for due in _for_guest(standing, guest)]
    return [*duties, *_closing(standing, chair)]


def _called_off(standing: Standing) -> list[Due]:
    meeting = standing.meeting
    until = max(meeting.starts_at, meeting.said_at + NEWS_MS)
    return [
        _due(standing, guest, CANCELLED, Cancelled(meeting), at=meeting.said_at, until=until)
        for guest in standing.people
        if guest.person in standing.told and guest.person != meeting.by_person
    ]


def _for_guest(standing: Standing, guest: Invited) -> list[Due]:
    meeting = standing.meeting
    due = partial(_due, standing, guest)
    duties = [_news(standing, guest)]
    before = meeting.when.day - dt.timedelta(days=1)
    ahead = _said_on(standing) < before
    why: Why = "met" if guest.answer == "away" else ""
    reminder = Near(meeting, standing.local.date(), guest.answer)
    tally = Tally(meeting, counted(standing.people))
    if guest.runs and ahead:
        duties.append(due(SUMMARY, tally, day=before))
    elif ahead:
        duties.append(due(DAY_BEFORE, reminder, day=before, why=why))
    if meeting.said_at < meeting.starts_at - 3 * HOUR_MS:
        at = meeting.starts_at - 2 * HOUR_MS
        late_tally = guest.runs and not ahead
        last = (
            due(SUMMARY, tally, at=at) if late_tally else due(TWO_HOURS, reminder, at=at, why=why)
        )
        duties.append(last)
    return duties


def _news(standing: Standing, guest: Invited) -> Due:
    """Return the invitation, or that it was moved to who had one; who said so knows."""
    meeting = standing.meeting
    why: Why = "met" if guest.answer or _made_now(meeting, guest) else ""
    moved = meeting.revision > 1 and guest.person in standing.told
    step, facts = (MOVED, Moved(meeting)) if moved else (INVITE, Invitation(meeting))
    return _due(standing, guest, step, facts, at=meeting.said_at, why=why)


def _made_now(meeting: Meeting, guest: Invited) -> bool:
    by_hand = meeting.revision > 1 or not meeting.series
    return by_hand and meeting.by_person == guest.person


def _closing(standing: Standing, chair: Invited | None) -> list[Due]:
    if chair is None:
        return []
    meeting = standing.meeting
    at, until = meeting.starts_at, meeting.starts_at + LASTS_MS
    tally = Tally(meeting, counted(standing.people), closed=True)
    return [_due(standing, chair, CLOSED, tally, at=at, until=until)]


def _said_on(standing: Standing) -> dt.date:
    zone = standing.local.tzinfo
    return dt.datetime.fromtimestamp(standing.meeting.said_at / 1000, tz=zone).date()


def _due(
    standing: Standing,
    guest: Invited,
    step: str,
    facts: Any,
    *,
    day: dt.date | None = None,
    at: int = 0,
    until: int = 0,
    why: Why = "",
) -> Due:
    meeting = standing.meeting
    subject = f"{meeting.unit.id}/{guest.person}"
    return Due(
        key=Key(rule_of(meeting.id), subject, str(meeting.revision), step),
        person=guest.person,
        unit=meeting.unit.id,
        matter=rule_of(meeting.id),
        until=until or meeting.starts_at,
        facts=facts,
        day=day,
        at=at,
        urgent=True,
        news=step in NEWS,
        why=why,
    )
