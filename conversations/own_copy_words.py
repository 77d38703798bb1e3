"""The sheets of the copy of one's own data: what they are called, and codes in words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from conversations.membership.naming import say_role
from conversations.reminding.why_words import matters, reasons
from conversations.situation import Translate
from rules.person import Role


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet: the section of the copy it shows, its name, and its columns with their heads."""

    section: str
    name: str
    columns: Mapping[str, str]


def copy_name(day: dt.date, ending: str, _: Translate) -> str:
    """Return what a copy made on a day is called as a file."""
    return _("My data {day}").format(day=day.strftime("%d-%m-%Y")) + ending


def pages(_: Translate) -> Sequence[Page]:
    """Return the sheets in their order."""
    when = _("When")
    return (
        *_who(_),
        Page(
            "consents",
            _("Consents"),
            {"at": when, "answer": _("Answer"), "version": _("Version"), "wording": _("Wording")},
        ),
        Page("entries", _("Registrations sent"), _of_entries(_)),
        Page("drafts", _("Drafts"), {"touched_at": when, "said": _("Written so far")}),
        Page(
            "messages",
            _("Messages"),
            {"created_at": when, "channel": _("Way"), "text": _("Words")},
        ),
        Page(
            "papers",
            _("Papers"),
            {"at": when, "round": _("Year"), "original_day": _("Signed paper came in")},
        ),
        Page("asked", _("Said to units"), {"at": when, "words": _("Words")}),
        Page("corrections", _("Corrections asked"), {"at": when, "boxes": _("Words")}),
        Page("noted", _("Calls to units"), {"at": when, "words": _("Words")}),
        Page("plans", _("Plans"), {"at": when, "round": _("Year"), "words": _("Words")}),
        Page("launches", _("Models launched"), {"at": when, "read_at": _("Read at")}),
        Page(
            "announcements",
            _("Announcements"),
            {"at": when, "words": _("Words"), "read_at": _("Read at")},
        ),
        *_reminding(_, when),
        Page("meetings", _("Meetings"), _of_meetings(_, when)),
        Page("calls", _("Calls for help"), {"at": when, "words": _("Words"), "state": _("State")}),
        *_files(_, when),
        Page("requests", _("Requests"), {"at": when, **_of_requests(_)}),
        Page("events", _("Record"), {"at": when, "act": _("What was done")}),
    )


def _of_meetings(_: Translate, when: str) -> Mapping[str, str]:
    return {
        "at": when,
        "day": _("Day of the meeting"),
        "place": _("Place of the meeting"),
        "answer": _("Answer"),
        "reason": _("Reason"),
    }


def _reminding(_: Translate, when: str) -> Sequence[Page]:
    what = {"at": when, "rule": _("Of what"), "reason": _("What became of it")}
    return (
        Page("told", _("Said by itself"), what),
        Page("reminders", _("Reminders"), {"at": when, "hour": _("Hour")}),
        Page("reminded_by", _("Told by"), {"at": when, "channel": _("Way")}),
        Page("reminder_answers", _("Answers to reminders"), {"at": when, "matter": _("Of what")}),
        Page("paper_sent", _("Paper said to be sent"), {"at": when, "round": _("Year")}),
    )


def _who(_: Translate) -> Sequence[Page]:
    return (
        Page(
            "person",
            _("Person"),
            {
                "name": _("Full name"),
                "phone": _("Phone"),
                "language": _("Language"),
                "created_at": _("Known since"),
            },
        ),
        Page(
            "channels",
            _("Ways of writing"),
            {"channel": _("Way"), "created_at": _("Known since"), "seen_at": _("Last written")},
        ),
        Page(
            "units",
            _("Units"),
            {
                "name": _("Unit"),
                "position": _("Position held"),
                "role": _("Role"),
                "state": _("State"),
                "from_day": _("From"),
                "to_day": _("To"),
            },
        ),
    )


def _files(_: Translate, when: str) -> Sequence[Page]:
    return (
        Page(
            "photos",
            _("Photos"),
            {
                "created_at": when,
                "kind": _("Kind of file"),
                "size": _("Bytes"),
                "state": _("State"),
            },
        ),
        Page(
            "files",
            _("Files"),
            {
                "created_at": when,
                "name": _("File name"),
                "way": _("To or from you"),
                "expires_at": _("Kept until"),
            },
        ),
    )


def _of_requests(_: Translate) -> dict[str, str]:
    return {
        "kind": _("What was asked for"),
        "due_day": _("To be done by"),
        "settled_at": _("Done at"),
    }


def _of_entries(_: Translate) -> dict[str, str]:
    return {
        "code": _("Number"),
        "round": _("Year"),
        "name": _("Model"),
        "address": _("Address"),
        "field": _("Field"),
        "content": _("Content"),
        "state": _("State"),
        "created_at": _("Received"),
    }


def words_for(_: Translate) -> Mapping[str, Mapping[str, str]]:
    """Return the words for codes, by the column they stand in."""
    return {
        "answer": {
            "given": _("agreed"),
            "refused": _("did not agree"),
            "withdrawn": _("withdrew consent"),
        },
        "language": {"vi": _("Vietnamese"), "en": _("English")},
        "role": {role: say_role(role, _) for role in get_args(Role)},
        "state": {
            "asked": _("waiting to be confirmed"),
            "wanted": _("on its way"),
            "kept": _("received"),
            "refused": _("not taken"),
            "open": _("open"),
            "done": _("done"),
        },
        "kind": {
            "see": _("to see what is kept"),
            "correct": _("to correct what is kept"),
            "export": _("a copy"),
            "withdraw": _("to withdraw consent"),
            "erase": _("to have it erased"),
        },
        "rule": matters(_),
        "reason": {"": _("sent"), **reasons(_)},
        "way": {"in": _("sent by you"), "out": _("made for you")},
        "channel": {"web": _("the web page"), "telegram": "Telegram", "zalo": "Zalo"},
        "act": _acts(_),
    }


def _acts(_: Translate) -> Mapping[str, str]:
    return {
        "register": _("sent a registration"),
        "correct": _("corrected a registration"),
        "withdraw": _("took a registration back"),
        "confirm": _("confirmed a registration"),
        "photos": _("sent photos"),
        "accept": _("took in a registration"),
        "return": _("asked for a supplement"),
        "mend": _("corrected the spelling of a registration"),
        "ask-correction": _("asked for a correction"),
        "grant": _("agreed to a correction"),
        "refuse-correction": _("did not agree to a correction"),
        "form": _("sent photos of a form"),
        "type-in": _("typed in a paper form"),
        "paper-original": _("noted a signed paper"),
        "paper-strike": _("struck a paper noted by mistake"),
        "summary": _("took the summary table"),
        "summary-paper": _("had the summary table made into files"),
        "call": _("noted a call to a unit"),
        "launch": _("launched a model to the units"),
        "launch-read": _("read of a launched model"),
        **_acts_of_time(_),
        "plan": _("told of a plan"),
        "target-met": _("marked a target as met"),
        "target-open": _("marked a target as not met"),
        "introduce": _("said who they are"),
        "join": _("joined a unit"),
        "link": _("came back by a code"),
        "consent-given": _("agreed"),
        "consent-refused": _("did not agree"),
        "data-see": _("saw what is kept"),
        "data-correct": _("corrected what is kept"),
        "data-export": _("asked for a copy"),
        "data-withdraw": _("withdrew consent"),
        "data-erase": _("had their data erased"),
    }


def _acts_of_time(_: Translate) -> Mapping[str, str]:
    return {
        "meeting": _("made a meeting"),
        "meeting-series": _("had the unit meet each month or quarter"),
        "meeting-series-change": _("changed meetings that repeat"),
        "meeting-series-end": _("ended meetings that repeat"),
        "meeting-move": _("moved a meeting"),
        "meeting-cancel": _("called off a meeting"),
        "meeting-reply": _("replied to a meeting"),
        "meeting-note": _("noted replies to a meeting"),
        "announce": _("wrote an announcement"),
        "announce-stop": _("stopped an announcement"),
        "announce-again": _("had those reminded who had not read an announcement"),
        "announce-read": _("read an announcement"),
        "snooze": _("put a reminder off"),
        "mute": _("wanted no more reminders"),
        "unmute": _("wanted reminders again"),
        "remind-hour": _("chose when to be reminded"),
        "remind-channel": _("chose by which way to be told"),
        "reason": _("gave the reason for being late"),
        "say-sent": _("said that the paper was sent"),
        "sent-here": _("noted that a paper was found"),
        "sent-missing": _("noted that a paper was not found"),
        "nudge": _("had the units that are short reminded"),
    }


def other_act(_: Translate) -> str:
    """Return the words for an act that has none of its own here."""
    return _("something else")
