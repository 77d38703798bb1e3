"""A meeting and a series of a unit, with somebody's reply: to be read by whom they are for."""

import datetime as dt

from rules.meeting import Meeting, Reply, When
from rules.meeting_patterns import Pattern
from rules.person import Unit
from storage import meeting_series, meetings, replies
from storage.database import Transaction
from storage.meeting_series import Series

_ZONE, _WHEN = "Asia/Ho_Chi_Minh", When(dt.date(2027, 3, 30), dt.time(19))


async def plan_meeting(tx: Transaction, unit: str, who: str, *, key: str, word: str) -> None:
    """Let a unit have a meeting and a series at a place called so; somebody is away because of it.

    The ids are "mt-KEY" and "ms-KEY".
    """
    starts_at = _WHEN.starts_at(_ZONE)
    meeting = Meeting(
        f"mt-{key}", Unit(unit, ""), "regular", _WHEN, _ZONE, f"Nhà {word}", starts_at
    )
    await meetings.keep(tx, meeting, dialog=f"dm-{key}", at=1)
    pattern, day = Pattern(day=3), dt.date(2027, 1, 1)
    series = Series(
        f"ms-{key}", unit, "regular", pattern, _WHEN.time, _ZONE, f"Nhà {word}", day, who, 1
    )
    await meeting_series.keep(tx, series)
    await replies.reply(tx, Reply(meeting.id, who, 1, "away", f"Lý do {word}", who, 1))
