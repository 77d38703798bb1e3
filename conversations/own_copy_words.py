"""The sheets of the copy of one's own data: what they are called, and codes in words."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.situation import Translate


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
        Page(
            "person",
            _("Person"),
            {"name": _("Full name"), "phone": _("Phone"), "created_at": _("Known since")},
        ),
        Page(
            "units",
            _("Units"),
            {
                "name": _("Unit"),
                "position": _("Position held"),
                "from_day": _("From"),
                "to_day": _("To"),
            },
        ),
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
            {"created_at": when, "channel": _("Way"), "side": _("Who"), "text": _("Words")},
        ),
        Page("calls", _("Calls for help"), {"at": when, "words": _("Words")}),
        Page("events", _("Record"), {"at": when, "act": _("What was done")}),
    )


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
        "side": {"ours": _("the assistant"), "theirs": _("you")},
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


def other_act(_: Translate) -> str:
    """Return the words for an act that has none of its own here."""
    return _("something else")
