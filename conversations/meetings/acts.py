"""What is asked for about meetings outside a dialog."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from conversations.dialogs import begin
from conversations.drive import present
from conversations.meetings import cards
from conversations.meetings.make import KIND, PLACE, TIME, WHEN
from conversations.meetings.naming import say_pattern
from conversations.meetings.replying_ways import read_known
from conversations.offer import act, rows
from conversations.officer_places import officer_places
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.show import main_list, none_such
from conversations.situation import Situation, Translate
from rules.meeting import Answer
from rules.meeting_commands import EndSeries, ReplyToMeeting, WantMeetingFile
from rules.meeting_requests import (
    MeetingOf,
    MeetingsBelow,
    MyMeetings,
    OneSeries,
    PlanningOf,
    SeenMeeting,
)
from rules.meeting_words import meeting_in, said_of
from rules.utc_ms import ms_of

Act = Callable[[Situation, str], Outcome]


def _meetings(s: Situation, _subject: str) -> Outcome:
    """Show the meetings ahead; who only runs an office sees those of the units."""
    if s.person.runs_the_office():
        return _below(s, "")
    now = ms_of(s.now)
    found = [one for one in s.facts_of(MyMeetings()) if one.meeting.is_ahead(now)]
    return Outcome((cards.mine(s, found, runs=bool(officer_places(s.person))),))


def _below(s: Situation, _subject: str) -> Outcome:
    """Show when and where the units below meet: to whoever is over them, without replies."""
    over = [hat.unit for hat in officer_places(s.person)]
    if not over:
        return Outcome((main_list(s),))
    s.need(*(MeetingsBelow(unit.id) for unit in over))
    found = {one.id: one for unit in over for one in s.facts_of(MeetingsBelow(unit.id))}
    ordered = sorted(found.values(), key=lambda one: (one.starts_at, one.id))
    return Outcome((cards.below(s, ordered),))


def _new(s: Situation, words: str) -> Outcome:
    """Begin a meeting; what was said of it in one line need not be asked."""
    dialog = begin(s, "meeting")
    said = meeting_in(words, s.now.date()) if words else {}
    lead = _heard(said, s.translate)
    return present(s, replace(dialog, state=dialog.state.offering(said)), lead=lead)


def _heard(said: Mapping[str, str], _: Translate) -> str:
    """Return what is written down of a line, where the next question does not show it."""
    if {KIND, WHEN, PLACE} <= said.keys():
        return ""
    labels = {KIND: _("Kind of meeting"), WHEN: _("Day of the meeting"), TIME: _("Time")}
    labels[PLACE] = _("Place of the meeting")
    timed = WHEN in said and said_of(said[WHEN]).time is not None
    heard = {*said, *((TIME,) if timed else ())}
    parts = ", ".join(labels[key].lower() for key in labels if key in heard)
    return _("Written down: {parts}.").format(parts=parts) if parts else ""


def _about(then: Callable[[Situation, SeenMeeting], Outcome]) -> Act:
    """Return the act about a meeting that who asks may see."""

    def act_(s: Situation, subject: str) -> Outcome:
        key, _revision = read_known(subject)
        found: SeenMeeting | None = s.facts_of(MeetingOf(key)) if key else None
        return then(s, found) if found else Outcome((none_such(s),))

    return act_


def _opens(script: str) -> Act:
    return _about(lambda s, seen: present(s, begin(s, script, subject=seen.meeting.id)))


def _reply(answer: Answer) -> Act:
    def act_(s: Situation, subject: str) -> Outcome:
        key, revision = read_known(subject)
        found: SeenMeeting | None = s.facts_of(MeetingOf(key)) if key else None
        if found is None:
            return Outcome((none_such(s),))
        replied = Outcome(command=ReplyToMeeting(key, revision, answer))
        if answer == "coming" or not _takes_reply(s, found, revision):
            return replied
        # That they are away is noted at once; why is asked after it.
        asked = present(s, begin(s, "meeting-away", subject=key))
        said = found.mine is not None and found.mine.answer == answer
        return asked if said else asked.then(replied)

    return act_


def _takes_reply(s: Situation, seen: SeenMeeting, revision: int) -> bool:
    meeting, invited = seen.meeting, seen.mine is not None
    return invited and meeting.is_ahead(ms_of(s.now)) and meeting.revision == revision


def _silent(s: Situation, seen: SeenMeeting) -> Outcome:
    return Outcome((cards.silent(s, seen) if seen.runs else cards.card(s, seen),))


def _absent(s: Situation, seen: SeenMeeting) -> Outcome:
    return Outcome((cards.absent(s, seen) if seen.runs else cards.card(s, seen),))


def _series(s: Situation, _subject: str) -> Outcome:
    return Outcome((cards.series(s, _all_series(s)),))


def _all_series(s: Situation) -> list[OneSeries]:
    hats = officer_places(s.person)
    s.need(*(PlanningOf(hat.unit.id) for hat in hats))
    return [one for hat in hats for one in s.facts_of(PlanningOf(hat.unit.id)).series]


def _change(s: Situation, subject: str) -> Outcome:
    """Read a series back as it is, to be changed before it is handed over."""
    found = next((one for one in _all_series(s) if one.id == subject), None)
    if found is None:
        return Outcome((none_such(s),))
    dialog = begin(s, "meeting", subject=found.id)
    said = {KIND: found.kind, WHEN: found.pattern.code, PLACE: found.place}
    said[TIME] = found.time.isoformat("minutes")
    return present(s, replace(dialog, state=dialog.state.offering(said)))


def _end(s: Situation, subject: str) -> Outcome:
    """Ask for the second yes before a series ends."""
    _ = s.translate
    found = next((one for one in _all_series(s) if one.id == subject), None)
    if found is None:
        return Outcome((none_such(s),))
    text = _("From now on no more meetings are made for {days}? Those planned already stay.")
    yes = act(_("Yes, end it"), "series-end-yes", found.id)
    no = act(_("No, it goes on"), "meetings")
    return Outcome((Say(text.format(days=say_pattern(found.pattern, _)), rows(yes, no)),))


ACTS: Mapping[str, Act] = {
    "meetings": _meetings,
    "meetings-below": _below,
    "meeting": _about(lambda s, seen: Outcome((cards.card(s, seen),))),
    "meeting-more": _about(lambda s, seen: Outcome((cards.more(s, seen),))),
    "meeting-new": _new,
    "meeting-yes": _reply("coming"),
    "meeting-no": _reply("away"),
    "meeting-move": _opens("meeting-move"),
    "meeting-cancel": _opens("meeting-cancel"),
    "meeting-note": _opens("meeting-note"),
    "meeting-silent": _about(_silent),
    "meeting-away": _about(_absent),
    "meeting-forward": _about(lambda s, seen: Outcome((cards.forwarded(s, seen.meeting),))),
    "meeting-file": _about(lambda _s, seen: Outcome(command=WantMeetingFile(seen.meeting.id))),
    "meeting-series": _series,
    "series-change": _change,
    "series-end": _end,
    "series-end-yes": lambda _s, subject: Outcome(command=EndSeries(subject)),
}
