"""What is said after a meeting was made, moved, called off or replied to."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.humans import call_name
from conversations.meetings.cards import card
from conversations.meetings.naming import say_pattern, say_when, title
from conversations.meetings.replying_ways import away, coming, to_calendar
from conversations.moments import say_clock, say_day
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.show import none_such
from conversations.situation import Situation
from rules import meeting_results as results
from rules.meeting_requests import SeenMeeting
from rules.utc_ms import ms_of


def _made(s: Situation, r: results.MeetingMade) -> Outcome:
    _ = s.translate
    if r.again:
        lead = _("This meeting is planned already; nothing was done twice.")
    else:
        lead = _("The meeting is planned. The assistant invites everybody now, after quiet hours.")
    return Outcome((card(s, r.seen, lead=lead),))


def _series_made(s: Situation, r: results.SeriesMade) -> Outcome:
    _ = s.translate
    text = _("From now on {unit} meets {days}, {clock}, at {place}. The next ones: {coming}.")
    text = text.format(
        unit=r.unit.name,
        days=say_pattern(r.pattern, _),
        clock=say_clock(r.time, _),
        place=r.place,
        coming=", ".join(say_day(day, _) for day in r.coming),
    )
    if r.kept:
        stays = _("These were told already and stay: {days}. To move one, see the meetings.")
        text += "\n" + stays.format(days="; ".join(say_when(one, _) for one in r.kept))
    return Outcome((Say(text, rows(act(_("Meetings"), "meetings"))),))


def _series_ended(s: Situation, r: results.SeriesEnded) -> Outcome:
    _ = s.translate
    text = _("No more meetings are made for {days}. Those planned already stay.")
    text = text.format(days=say_pattern(r.pattern, _))
    return Outcome((Say(text, rows(act(_("Meetings"), "meetings"))),))


def _moved(s: Situation, r: results.MeetingMoved) -> Outcome:
    _ = s.translate
    lead = _("The meeting is moved. Everybody invited is told and asked again.")
    return Outcome((card(s, r.seen, lead=lead),))


def _cancelled(s: Situation, r: results.MeetingCancelled) -> Outcome:
    _ = s.translate
    text = _("Called off: {meeting}, {when}. Everybody who was invited is told.")
    meeting = r.seen.meeting
    text = text.format(meeting=title(meeting, _), when=say_when(meeting.when, _))
    ways = rows(act(_("Make a meeting"), "meeting-new"), act(_("Meetings"), "meetings"))
    return Outcome((Say(text, ways),))


def _otherwise(s: Situation, r: results.MeetingOtherwise) -> Outcome:
    _ = s.translate
    meeting, now = r.seen.meeting, ms_of(s.now)
    if meeting.state == "cancelled":
        lead = _("This meeting was called off; nothing was changed.")
    elif now >= meeting.starts_at:
        lead = _begun(s, r.seen)
    else:
        lead = _("This meeting was changed meanwhile; nothing was noted. It now stands like this:")
    if r.by:
        lead += " " + _("Comrade {by} changed it last.").format(by=r.by)
    return Outcome((card(s, r.seen, lead=lead),))


def _begun(s: Situation, seen: SeenMeeting) -> str:
    _ = s.translate
    text = _("This meeting has begun, so the assistant takes no more replies.")
    if seen.chair.name and not seen.runs:
        text += " " + _("Please tell {human} directly.").format(human=call_name(seen.chair, _))
    return text


def _replied(s: Situation, r: results.Replied) -> Outcome:
    """Return what was noted; that somebody is away is said where the reason is asked."""
    _ = s.translate
    meeting = r.seen.meeting
    if r.answer == "away" and not r.reason:
        return Outcome((_noted_away(s, r),)) if r.again else Outcome()
    text = _("Noted: you come to {meeting}, {when}, at {place}.")
    if r.answer == "away":
        text = _(
            "Noted: you are away from {meeting}, {when}; only the contacts of {unit} see the "
            "reason."
        )
    text = text.format(
        meeting=title(meeting, _),
        when=say_when(meeting.when, _),
        place=meeting.place,
        unit=meeting.unit.name,
    )
    text += " " + _("Until it begins you can change that.")
    return Outcome((Say(text, rows(*_after(s, r))),))


def _noted_away(s: Situation, r: results.Replied) -> Say:
    _ = s.translate
    return Say(
        _("Noted without a reason. Until it begins you can change that."), rows(*_after(s, r))
    )


def _after(s: Situation, r: results.Replied) -> list[Option]:
    _, meeting = s.translate, r.seen.meeting
    if r.answer == "away":
        return [coming(meeting, _)]
    return [away(meeting, _), to_calendar(meeting, _)]


def _noted(s: Situation, r: results.RepliesNoted) -> Outcome:
    _ = s.translate
    words = {"coming": _("Noted as coming: {names}."), "away": _("Noted as away: {names}.")}
    parts = [words[r.answer].format(names=", ".join(r.names))] if r.names else []
    if r.kept:
        text = _("These had replied by themselves, which stays: {names}.")
        parts.append(text.format(names=", ".join(r.kept)))
    say = card(s, r.seen, lead=" ".join(parts))
    return Outcome((say,))


def _as_it_is(s: Situation, r: results.MeetingAsItIs) -> Outcome:
    _ = s.translate
    if r.seen is None:
        return Outcome((none_such(s),))
    return Outcome((card(s, r.seen, lead=_("Nothing was changed.")),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.MeetingMade: _made,
    results.SeriesMade: _series_made,
    results.SeriesEnded: _series_ended,
    results.MeetingMoved: _moved,
    results.MeetingCancelled: _cancelled,
    results.MeetingOtherwise: _otherwise,
    results.Replied: _replied,
    results.RepliesNoted: _noted,
    results.MeetingAsItIs: _as_it_is,
}
