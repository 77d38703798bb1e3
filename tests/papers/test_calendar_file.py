"""A meeting as a file for the calendar of a phone, read as a calendar reads it."""

import icalendar
import orjson

from bot.child import run_child
from papers.calendar_file import CalendarMeeting, write_meeting

NAME, PLACE = "Sinh hoạt chi bộ thường kỳ tháng 3", "Nhà văn hóa; bản Suối Đá, xã Mường Mẫu"
STARTS = 1_805_976_000_000  # 19:00 on 25/3/2027 in Vietnam


def meeting(revision: int = 1, *, cancelled: bool = False) -> CalendarMeeting:
    return CalendarMeeting(
        "m1", NAME, "Chi bộ bản Suối Đá", PLACE, STARTS, 90, revision, STARTS - 1, cancelled
    )


def test_a_calendar_reads_when_and_where_it_is() -> None:
    calendar = icalendar.Calendar.from_ical(write_meeting(meeting()))

    (event,) = calendar.events
    assert calendar["method"] == "PUBLISH"
    assert (event.start.isoformat(), event.end.isoformat()[11:16]) == (
        "2027-03-25T12:00:00+00:00",
        "13:30",
    )
    assert (str(event["summary"]), str(event["location"])) == (f"{NAME}, Chi bộ bản Suối Đá", PLACE)
    assert not event.alarms.times


def test_a_moved_meeting_replaces_what_the_calendar_has() -> None:
    old, new = (icalendar.Calendar.from_ical(write_meeting(meeting(n))).events[0] for n in (1, 2))

    assert old["uid"] == new["uid"]
    assert (old["sequence"], new["sequence"]) == (1, 2)


async def test_one_that_is_called_off_is_struck_also_from_a_child_process() -> None:
    told = orjson.dumps(meeting(3, cancelled=True))

    written = await run_child("papers.calendar_file", told, patience=30)

    calendar = icalendar.Calendar.from_ical(written)
    assert (calendar["method"], calendar.events[0]["status"]) == ("CANCEL", "CANCELLED")
