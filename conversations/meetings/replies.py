"""Why somebody is away, and what people told a contact of the unit by phone."""

from conversations.meetings.naming import say_when, title
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.fold import fold
from rules.meeting_commands import LeaveMeeting, NoteReplies, ReplyToMeeting
from rules.meeting_requests import MeetingOf, SeenMeeting
from rules.readers import plain_text
from rules.utc_ms import ms_of

_MOST = 100
_AFTER_ALL = {"du", "co du", "du hop", "toi du", "toi du hop", "se du", "van du"}


def away_reason(ask: Ask, _: Translate) -> ReplyToMeeting | LeaveMeeting:
    """Ask for the reason, which may be left out; that they are away is noted already."""
    seen: SeenMeeting | None = ask.fact(MeetingOf(subject(ask)))
    if seen is None or not seen.mine or not _ahead(ask, seen):
        return LeaveMeeting(subject(ask))
    meeting = seen.meeting
    text = _(
        "Noted: you are away from {meeting}, {when}.\n"
        "Please give the reason very briefly (only the contacts of {unit} see it), or leave it out."
    )
    text = text.format(
        meeting=title(meeting, _), when=say_when(meeting.when, _), unit=meeting.unit.name
    )
    reason = ask.words(
        "reason", _("Reason"), text, plain_text(2, _MOST), kind="reason", skip=_("Leave it out"),
        example="Đi công tác",
    )  # fmt: skip
    if fold(reason) in _AFTER_ALL:
        return ReplyToMeeting(meeting.id, meeting.revision, "coming")
    return ReplyToMeeting(meeting.id, meeting.revision, "away", reason)


def note_replies(ask: Ask, _: Translate) -> NoteReplies | LeaveMeeting:
    """Ask who replied by phone, of those who have not here, and what they said."""
    seen: SeenMeeting | None = ask.fact(MeetingOf(subject(ask)))
    if seen is None or not seen.runs or not _ahead(ask, seen):
        return LeaveMeeting(subject(ask))
    silent = [one for one in seen.silent() if one.name]
    if not silent:
        return LeaveMeeting(subject(ask))
    text = _("Who has told you? Choose one, or send several numbers: 1, 3.")
    people = [Choice(one.person, one.name) for one in silent]
    who = ask.several("who", _("Who has told you"), text, people)
    coming, away = (
        Choice("coming", _("They come"), ("dự",)),
        Choice("away", _("They are away"), ("vắng",)),
    )
    text = _("What did they say?")
    if len(who) == 1:
        name = next(one.name for one in silent if one.person == who[0])
        text = _("What did comrade {name} say?").format(name=name)
    said = ask.choice("answer", _("What they said"), text, (coming, away))
    meeting = seen.meeting
    return NoteReplies(
        meeting.id, meeting.revision, tuple(who), "coming" if said == "coming" else "away"
    )


def _ahead(ask: Ask, seen: SeenMeeting) -> bool:
    return seen.meeting.is_ahead(ms_of(ask.now))
