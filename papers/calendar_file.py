"""A meeting as a file for the calendar of a phone.

Run as `python -m papers.calendar_file` it is the child process that writes what it reads as JSON.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import dataclass

from papers.limits import limit_this_process
from papers.values import writable


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """A meeting for a calendar; `starts` and `said` are UTC milliseconds.

    revision  a file with a higher one replaces what the calendar has under the same id
    """

    id: str
    title: str
    unit: str
    place: str
    starts: int
    minutes: int
    revision: int
    said: int
    cancelled: bool


def write_meeting(meeting: CalendarMeeting) -> bytes:
    """Return an iCalendar file; one that is called off strikes the meeting out."""
    import icalendar  # noqa: PLC0415 - limits come first

    calendar, event = icalendar.Calendar(), icalendar.Event()
    calendar.add("prodid", "-//Kheo//Lich hop//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if meeting.cancelled else "PUBLISH")
    event.add("uid", f"{meeting.id}@kheo")
    event.add("sequence", meeting.revision)
    event.add("dtstamp", _utc(meeting.said))
    event.add("dtstart", _utc(meeting.starts))
    event.add("dtend", _utc(meeting.starts) + dt.timedelta(minutes=meeting.minutes))
    event.add("summary", writable(f"{meeting.title}, {meeting.unit}"))
    event.add("location", writable(meeting.place))
    event.add("status", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _utc(at: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(at // 1000, tz=dt.UTC)


def main() -> None:
    """Write the meeting that stdin describes to stdout."""
    limit_this_process()
    told = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(write_meeting(CalendarMeeting(**told)))


if __name__ == "__main__":
    main()
