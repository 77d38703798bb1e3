"""Answers what is asked about reminders: how I am reminded, whom a reminder by hand would reach."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from rules.reminding_requests import (
    LastNudge,
    MyReminders,
    NudgeOf,
    NudgePlan,
    Reminders,
    StillOwed,
)
from rules.summary import Line
from rules.when_to_go import Habits
from storage import channel_choices, humans, nudges, planned_rows, reminding, said_sent
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.reminder_choices import habits
from storage.summary_now import TableAsked, summary_now

_Asked: TypeAlias = Sequence[tuple[str, Any]]
_REGISTER = "register"


async def _mine(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    people = sorted({person for person, _ in asked})
    chosen = await habits(tx, people)
    channel = await channel_choices.chosen(tx, people)
    had = await channel_choices.had(tx, people)
    return [
        replace(
            _reminders(chosen[person], around),
            channel=channel.get(person, ""),
            channels=had.get(person, ()),
        )
        for person, _ in asked
    ]


def _reminders(mine: Habits, around: Circumstances) -> Reminders:
    coming = [
        (matter, around.local(one.until))
        for matter, one in sorted(mine.snoozed.items())
        if one.until > around.now
    ]
    return Reminders(mine.hour, mine.early, tuple(sorted(mine.muted)), tuple(coming))


async def _still_owed(tx: Transaction, asked: _Asked, _around: Circumstances) -> Sequence[Any]:
    count = await planned_rows.still_owed(tx, sorted({person for person, _ in asked}))
    return [count.get(person, 0) for person, _ in asked]


async def _plans(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _plan(tx, request, around) for _, request in asked]


async def _plan(tx: Transaction, asked: NudgeOf, around: Circumstances) -> NudgePlan:
    programme = next((one for one in around.programmes if one.code == asked.programme), None)
    if programme is None:
        return NudgePlan()
    table = TableAsked(asked.unit, programme, asked.round, around.local(around.now))
    short = [line for line in (await summary_now(tx, table)).lines if line.missing]
    sent = await said_sent.on_their_way(tx, programme=asked.programme, year=asked.round)
    left = [line for line in short if not _on_paper(line, sent)]
    units = [line.now.unit.id for line in left]
    contacts = await reminding.contacts_of(tx, units, today=around.today)
    known = await humans.with_chats(tx, sorted({one.person for one in contacts}))
    reached = [one for one in contacts if known[one.person].chats]
    return NudgePlan(
        short=len(left),
        reached=len({one.unit for one in reached}),
        people=len({one.person for one in reached}),
        papers=len(short) - len(left),
        last=await _last(tx, asked, around),
    )


def _on_paper(line: Line, sent: set[tuple[str, str]]) -> bool:
    return line.now.papers > 0 or (line.now.unit.id, _REGISTER) in sent


async def _last(tx: Transaction, asked: NudgeOf, around: Circumstances) -> LastNudge:
    found = await nudges.last_nudge(tx, asked.unit, programme=asked.programme, year=asked.round)
    if found is None:
        return LastNudge()
    last, by = found
    return LastNudge(last.id, by, around.local(last.at))


ANSWERED: Mapping[type, Answered] = {
    MyReminders: _mine,
    StillOwed: _still_owed,
    NudgeOf: _plans,
}
