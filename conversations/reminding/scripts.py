"""The conversations about reminders, by the name they are stored under."""

from collections.abc import Mapping

from conversations.reminding.hour import remind_hour
from conversations.reminding.reason import reason
from dialog.turn import Script

REMINDING: Mapping[str, Script] = {"reason": reason, "remind-hour": remind_hour}
