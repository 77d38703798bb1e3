"""The calendar file of a meeting, as it stands when the file is made."""

import orjson

from bot.carry_out.order import answers
from bot.child import run_child
from bot.making.making import Making
from conversations.meetings.naming import title
from papers.calendar_file import CalendarMeeting
from rules.guidance_42 import LEAST_MINUTES
from rules.meeting_requests import MeetingOf, SeenMeeting
from rules.refused import Refused

PATIENCE = 30.0


async def meeting_ics(making: Making) -> bytes:
    """Return a file; Refused "file-gone" where the meeting is not theirs to see any more."""
    async with making.db.reading() as tx:
        asked = [(making.person, MeetingOf(making.about["meeting"]))]
        (found,) = await answers(tx, asked, making.shell)
    if found is None:
        raise Refused("file-gone")
    told = _told(found, title(found.meeting, making.shell.language("vi")))
    return await run_child("papers.calendar_file", orjson.dumps(told), patience=PATIENCE)


def _told(seen: SeenMeeting, name: str) -> CalendarMeeting:
    meeting = seen.meeting
    return CalendarMeeting(
        id=meeting.id,
        title=f"{name[:1].upper()}{name[1:]}",
        unit=meeting.unit.name,
        place=meeting.place,
        starts=meeting.starts_at,
        minutes=LEAST_MINUTES,
        revision=meeting.revision,
        said=meeting.said_at,
        cancelled=meeting.state == "cancelled",
    )
