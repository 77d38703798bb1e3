"""Answers what conversations ask about meetings; replies are told to the unit's contacts alone.

Why somebody is away only who chairs reads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from rules.country_calendar import CountryCalendar
from rules.meeting import Counts, Invited, Meeting, counted
from rules.meeting_duties import LASTS_MS, chair_of
from rules.meeting_requests import (
    MeetingOf,
    MeetingsBelow,
    MyMeetings,
    OneSeries,
    Planning,
    PlanningOf,
    SeenMeeting,
    places_of,
)
from rules.person import Human, Unit
from rules.roles import holds
from storage import calendar_days, meeting_series, meetings, members, replies
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.scope import DOWN, roles_over

_Asked: TypeAlias = Sequence[tuple[str, Any]]
_DAY_MS = 86_400_000
_AHEAD_MS = 400 * _DAY_MS
_BELOW_MS = 31 * _DAY_MS


async def seen_by(
    tx: Transaction, person: str, found: Sequence[Meeting], *, today: str
) -> list[SeenMeeting]:
    """Return meetings as somebody who may see them sees them."""
    people = await replies.invited_to(tx, found, today=today)
    held = await roles_over(tx, [(person, one.unit.id) for one in found], today=today)
    return [
        _seen(person, one, people[one.id], may=holds(role, "officer"))
        for one, role in zip(found, held, strict=True)
    ]


def _seen(person: str, meeting: Meeting, people: Sequence[Invited], *, may: bool) -> SeenMeeting:
    mine = next((one for one in people if one.person == person), None)
    chair = chair_of(people, meeting.by_person)
    own = people if chair and chair.person == person else [_without_reason(o) for o in people]
    told = tuple(own) if mine and mine.runs else ()
    counts = counted(told) if told else Counts()
    human = Human(chair.name, chair.phone, chair.position) if chair else Human("", "")
    return SeenMeeting(meeting, mine, told, counts, human, may)


def _without_reason(one: Invited) -> Invited:
    return replace(one, reason="")


async def _one(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    answers: list[SeenMeeting | None] = []
    for person, request in asked:
        found = await meetings.meeting_of(tx, request.meeting, today=around.today)
        seen = await seen_by(tx, person, [found], today=around.today) if found else [None]
        answers += seen
    return answers


async def _mine(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    answers = []
    for person, _ in asked:
        units = await tx.rows(
            """SELECT DISTINCT unit FROM memberships WHERE person = :person AND state = 'confirmed'
               AND from_day <= :today AND (to_day = '' OR :today < to_day)""",
            {"person": person, "today": around.today},
        )
        since, until = around.now - LASTS_MS, around.now + _AHEAD_MS
        found = await meetings.meetings_of(
            tx, [unit for (unit,) in units], since=since, until=until, today=around.today
        )
        planned = [one for one in found if one.state == "planned"]
        seen = await seen_by(tx, person, planned, today=around.today)
        answers.append(tuple(one for one in seen if one.mine))
    return answers


async def _below(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    answers = []
    for _, request in asked:
        units = await tx.rows(
            f"WITH RECURSIVE {DOWN} SELECT unit FROM down",  # noqa: S608 - ours
            {"unit": request.unit, "today": around.today},
        )
        found = await meetings.meetings_of(
            tx,
            [unit for (unit,) in units],
            since=around.now,
            until=around.now + _BELOW_MS,
            today=around.today,
        )
        answers.append(tuple(one for one in found if one.state == "planned"))
    return answers


async def _planning(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    days = CountryCalendar(await calendar_days.said(tx))
    return [await _planned(tx, request.unit, days, around) for _, request in asked]


async def _planned(
    tx: Transaction, key: str, days: CountryCalendar, around: Circumstances
) -> Planning:
    unit = await members.named_today(tx, key, today=around.today)
    if unit is None:
        return Planning()
    since, until = around.now - _DAY_MS, around.now + _AHEAD_MS
    ahead = await meetings.meetings_of(tx, [key], since=since, until=until, today=around.today)
    people = await replies.people_of(tx, unit.id, today=around.today)
    contacts = [one for one in people if one.runs]
    return Planning(
        unit=unit,
        places=places_of(await meetings.last_place(tx, key), unit),
        ahead=tuple(ahead),
        series=await _series(tx, unit),
        everybody=_reach(people),
        contacts=_reach(contacts),
        days=days,
    )


async def _series(tx: Transaction, unit: Unit) -> tuple[OneSeries, ...]:
    found = await meeting_series.series_of(tx, [unit.id])
    return tuple(OneSeries(s.id, s.kind, s.pattern, s.time, s.place) for s in found)


def _reach(people: Sequence[Invited]) -> tuple[int, int]:
    return len(people), sum(not one.reached for one in people)


ANSWERED: Mapping[type, Answered] = {
    MeetingOf: _one,
    MeetingsBelow: _below,
    MyMeetings: _mine,
    PlanningOf: _planning,
}
