"""The conversations about meetings, by the name a draft is stored under."""

from collections.abc import Mapping

from conversations.meetings.change import call_off_meeting, move_meeting
from conversations.meetings.make import make_meeting
from conversations.meetings.replies import away_reason, note_replies
from dialog.turn import Script

MEETINGS: Mapping[str, Script] = {
    "meeting": make_meeting,
    "meeting-move": move_meeting,
    "meeting-cancel": call_off_meeting,
    "meeting-away": away_reason,
    "meeting-note": note_replies,
}
