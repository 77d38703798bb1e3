"""The conversations about deadlines and the calendar, by the name they are stored under."""

from collections.abc import Mapping

from conversations.ask_extension import ask_extension
from conversations.calendar_day import calendar_day
from conversations.change_deadline import change_deadline
from dialog.turn import Script

DEADLINES: Mapping[str, Script] = {
    "change-deadline": change_deadline,
    "calendar-day": calendar_day,
    "ask-extension": ask_extension,
}
