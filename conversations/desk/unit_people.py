"""The people of a unit and their codes, as rows of a table."""

from typing import Any

from conversations.desk.paper_pages import phone_line
from conversations.membership.naming import name_of, say_role
from conversations.moments import short_day
from dialog.turn import Translate
from rules.code_requests import MadeCode, State
from rules.member import Member
from rules.person import Human


def person_row(one: Member, _: Translate) -> dict[str, Any]:
    """Return somebody of the unit: who, what, the phone, whether they are in the assistant."""
    place = one.place
    return {
        "membership": place.id,
        "name": name_of(one, _),
        "role": say_role(place.role, _),
        "position": place.position,
        "phone": phone_line(Human(one.person.name, one.person.phone), _),
        "since": short_day(place.since) if place.since else "",
        "here": bool(one.reached),
        "reached": _("in the assistant") if one.reached else _("not here yet"),
        "may": one.may_change,
    }


def code_row(code: MadeCode, _: Translate) -> dict[str, str]:
    """Return whose a code is, how it stands and until when it is good; never the code."""
    return {
        "whose": code.name or _("all members of the unit"),
        "state": _say_code(code.state, _),
        "until": _good_until(code, _),
        "good": "yes" if code.state == "unused" else "",
    }


def _good_until(code: MadeCode, _: Translate) -> str:
    if code.state != "unused":
        return ""
    return _("good until {day}").format(day=short_day(code.until))


def _say_code(state: State, _: Translate) -> str:
    words: dict[State, str] = {
        "unused": _("not used yet"),
        "used": _("used"),
        "expired": _("run out"),
        "ended": _("called back"),
    }
    return words[state]
