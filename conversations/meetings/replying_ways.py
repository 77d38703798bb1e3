"""The buttons by which people say whether they come."""

from conversations.meetings.naming import brief_day
from conversations.offer import act
from conversations.say import Option
from dialog.turn import Translate
from rules.meeting import Meeting


def coming(meeting: Meeting, _: Translate) -> Option:
    """Return the button of who comes; it says the day, as several meetings may be asked about."""
    label = _("I come on {day}").format(day=brief_day(meeting.when.day))
    return act(label, "meeting-yes", known(meeting))


def away(meeting: Meeting, _: Translate) -> Option:
    """Return the button of who does not."""
    label = _("I am away on {day}, with a reason").format(day=brief_day(meeting.when.day))
    return act(label, "meeting-no", known(meeting))


def to_calendar(meeting: Meeting, _: Translate) -> Option:
    """Return the button of the file that puts a meeting into the phone's calendar."""
    label = _("Add {day} to the calendar").format(day=brief_day(meeting.when.day))
    return act(label, "meeting-file", meeting.id)


def strike(meeting: Meeting, _: Translate) -> Option:
    """Return the button of the calendar file that strikes a meeting out again."""
    return act(_("Strike it from the calendar"), "meeting-file", meeting.id)


def known(meeting: Meeting) -> str:
    """Return the subject of an act about a meeting as it stands now."""
    return f"{meeting.id}~{meeting.revision}"


def read_known(subject: str) -> tuple[str, int]:
    """Return the meeting and the revision it was shown as, 0 for none."""
    meeting, _mark, revision = subject.partition("~")
    return meeting, int(revision) if revision.isdecimal() and len(revision) < 9 else 0  # noqa: PLR2004 - digits
