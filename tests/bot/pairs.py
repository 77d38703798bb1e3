"""What two of an office do at the same moment about meetings, deadlines, announcements."""

import datetime as dt
from typing import TypeAlias

from rules.announcement_commands import (
    Announce,
    CorrectAnnouncement,
    RemindUnread,
    StopAnnouncement,
)
from rules.commands import Command
from rules.deadline_commands import ChangeDeadlines, SayDay, StageEnd
from rules.meeting import When
from rules.meeting_commands import (
    CancelMeeting,
    EndSeries,
    MakeMeeting,
    MakeSeries,
    MoveMeeting,
    NoteReplies,
)
from rules.reminding_commands import Nudge, SaySent, SettleSent
from rules.schedule_commands import AgreeSchedule
from tests.bot.ordering import HANH, LUA, MINH, found, give
from tests.bot.remind.announced import goes
from tests.hamlet import Hamlet

Pair: TypeAlias = tuple[Command, Command]
CODE = "can-tho-khoi"


def _when(day: int) -> When:
    return When(dt.date(2027, 4, day), dt.time(19))


async def _meeting(world: Hamlet, n: int) -> str:
    made = await give(world, HANH, MakeMeeting("khoi", "other", _when(1), "x", f"m{n}"))
    return str(made.seen.meeting.id)


async def making_meeting(_world: Hamlet, n: int) -> Pair:
    return (MakeMeeting("khoi", "other", _when(1), "hội trường", f"k{n}"),) * 2


async def making_series(_world: Hamlet, n: int) -> Pair:
    return (MakeSeries("khoi", "other", "m d3", dt.time(19), "hội trường", f"s{n}"),) * 2


async def ending_series(world: Hamlet, n: int) -> Pair:
    await give(world, HANH, MakeSeries("khoi", "other", "m d3", dt.time(19), "x", f"e{n}"))
    return (EndSeries(f"e{n}"),) * 2


async def moving(world: Hamlet, n: int) -> Pair:
    key = await _meeting(world, n)
    return MoveMeeting(key, 1, _when(2), "x"), MoveMeeting(key, 1, _when(3), "x")


async def moving_or_not(world: Hamlet, n: int) -> Pair:
    key = await _meeting(world, n)
    pair = MoveMeeting(key, 1, _when(2), "x"), CancelMeeting(key, 1, "Bão")
    return pair if n % 2 else (pair[1], pair[0])


async def noting_replies(world: Hamlet, n: int) -> Pair:
    return (NoteReplies(await _meeting(world, n), 1, (MINH.chat,), "coming"),) * 2


async def announcing(_world: Hamlet, n: int) -> Pair:
    return (Announce("khoi", CODE, "Về việc lùi hạn.", f"a{n}"),) * 2


async def stopping(world: Hamlet, n: int) -> Pair:
    sent = await give(world, HANH, (await announcing(world, n))[0])
    return (StopAnnouncement(sent.id),) * 2


async def setting_right(world: Hamlet, n: int) -> Pair:
    sent = await give(world, HANH, (await announcing(world, n))[0])
    await goes(world)
    return (CorrectAnnouncement(sent.id, "Hạn mới là 26/3.", f"r{n}"),) * 2


async def reminding_unread(world: Hamlet, n: int) -> Pair:
    sent = await give(world, HANH, (await announcing(world, n))[0])
    await goes(world)
    return (RemindUnread(sent.id),) * 2


async def changing_deadlines(world: Hamlet, n: int) -> Pair:
    last = await found(world.db, "SELECT id FROM deadline_changes ORDER BY id DESC")
    day = dt.date(2027, 3, 26) + dt.timedelta(n)
    ends = (StageEnd("register", day.isoformat(), "17:00"),)
    return (
        ChangeDeadlines("khoi", True, CODE, 2027, ends, "", "", last[0][0] if last else ""),
    ) * 2


async def saying_day(_world: Hamlet, n: int) -> Pair:
    day = dt.date(2027, 6, 7) + dt.timedelta(7 * n)
    return (SayDay("khoi", day.isoformat(), "off", "nghỉ bù"),) * 2


async def settling_sent(world: Hamlet, n: int) -> Pair:
    await give(world, LUA, SaySent("nong-dan", CODE, 2027, "register"))
    ((key,),) = await found(world.db, "SELECT id FROM said_sent WHERE state = 'open'")
    return SettleSent(key, found=False), SettleSent(key, found=bool(n % 2))


async def nudging(world: Hamlet, _n: int) -> Pair:
    last = await found(world.db, "SELECT id FROM nudges ORDER BY at DESC, id DESC")
    return (Nudge("khoi", CODE, 2027, last[0][0] if last else ""),) * 2


async def agreeing(world: Hamlet, n: int) -> Pair:
    day = dt.date(2027, 4, 28) + dt.timedelta(days=30 * n)
    when = When(day, dt.time(19))
    await give(world, LUA, MakeMeeting("nong-dan", "regular", when, "x", f"g{n}"))
    return (AgreeSchedule("khoi", f"{day:%Y-%m}", 0),) * 2


PAIRS = (
    *(making_meeting, making_series, ending_series, moving, moving_or_not, noting_replies),
    *(announcing, stopping, setting_right, reminding_unread),
    *(changing_deadlines, saying_day, settling_sent, nudging, agreeing),
)
