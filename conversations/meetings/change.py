"""A meeting is moved, or called off."""

from conversations.meetings.make import A_WEEK, PLACE, TIME, WHEN, ask_time
from conversations.meetings.naming import say_when, title
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.meeting import Meeting, When
from rules.meeting_commands import CancelMeeting, LeaveMeeting, MoveMeeting
from rules.meeting_requests import MeetingOf, SeenMeeting
from rules.meeting_words import read_when, said_of
from rules.utc_ms import ms_of

_MOST = 200


def move_meeting(ask: Ask, _: Translate) -> MoveMeeting | LeaveMeeting:
    """Ask for the new day, time and place, and read it back."""
    meeting = _here(ask)
    if meeting is None:
        return LeaveMeeting(subject(ask))
    text = _("{meeting}, {when}, at {place}.\nTo which day? For example: mai, thứ sáu 19h, 20/3.")
    text = text.format(
        meeting=title(meeting, _), when=say_when(meeting.when, _), place=meeting.place
    )
    example = (ask.now.date() + A_WEEK).isoformat()
    read = read_when(ask.now, series=False)
    said = said_of(ask.words(WHEN, _("New day"), text, read, kind="when", example=example))
    time = said.time or ask_time(ask, _, said.day)
    offer = [Choice("same", meeting.place)]
    place = ask.place(PLACE, _("Place of the meeting"), _("Where is it held?"), offer=offer)
    when = When(said.day, time)  # type: ignore[arg-type] # no series is read here
    text = _("From {was} to {now}, at {place}. Everybody invited is told and asked again.")
    text = text.format(was=say_when(meeting.when, _), now=say_when(when, _), place=place)
    edits = [Choice(WHEN, _("Change the day"))]
    edits += [] if said.time else [Choice(TIME, _("Change the time"))]
    edits += [Choice(PLACE, _("Change the place"))]
    ask.review(text, send=Choice("send", _("Move the meeting")), edits=edits)
    return MoveMeeting(meeting.id, meeting.revision, when, place)


def call_off_meeting(ask: Ask, _: Translate) -> CancelMeeting | LeaveMeeting:
    """Ask why, which may be left out, and for a second yes."""
    meeting = _here(ask)
    if meeting is None:
        return LeaveMeeting(subject(ask))
    text = _("Why is {meeting}, {when}, called off? A few words; everybody invited reads them.")
    text = text.format(meeting=title(meeting, _), when=say_when(meeting.when, _))
    skip = _("Give no reason")
    why = ask.text("why", _("Reason"), text, most=_MOST, skip=skip, example="Bí thư đi công tác")
    text = _("Call off {meeting}, {when}? Everybody who was invited is told.")
    text = text.format(meeting=title(meeting, _), when=say_when(meeting.when, _))
    yes, no = _("Yes, call it off"), _("No, it stays")
    if ask.maybe("sure", _("Is that right?"), text, yes=yes, no=no):
        return CancelMeeting(meeting.id, meeting.revision, why)
    return LeaveMeeting(meeting.id)


def _here(ask: Ask) -> Meeting | None:
    """Return the meeting this is about, while it is ahead and may be changed."""
    seen: SeenMeeting | None = ask.fact(MeetingOf(subject(ask)))
    ahead = seen and seen.may and seen.meeting.is_ahead(ms_of(ask.now))
    return seen.meeting if seen and ahead else None
