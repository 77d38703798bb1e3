"""What is said of people's places in units once something was done about them."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from conversations.membership.naming import name_of, say_role
from conversations.membership.showing import card
from conversations.moments import say_iso, say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.said import Begin
from conversations.say import Say
from conversations.situation import Situation
from rules import member_results as results
from rules.member_requests import ExpectsSomebody


def _confirmed(s: Situation, r: results.MembershipConfirmed) -> Outcome:
    _ = s.translate
    text = _("Confirmed: comrade {name} belongs to {unit}. They have been told.")
    text = text.format(name=name_of(r.member, _), unit=r.member.unit.name)
    if r.entries:
        more = _("{count} registrations they sent are now the unit's.")
        text += " " + more.format(count=r.entries)
    see = act(_("People of the unit"), "members", r.member.unit.id)
    return Outcome((Say(text, rows(see)),))


def _refused(s: Situation, r: results.MembershipRefused) -> Outcome:
    _ = s.translate
    text = _("Noted: comrade {name} is not of {unit}. They were told whom to call.")
    text = text.format(name=name_of(r.member, _), unit=r.member.unit.name)
    if r.entries:
        more = _("{count} registrations they sent no longer count for the unit; the office sees.")
        text += " " + more.format(count=r.entries)
    return Outcome((Say(text),))


def _settled(s: Situation, r: results.MembershipSettled) -> Outcome:
    _ = s.translate
    at = dt.datetime.fromtimestamp(r.at / 1000, s.zone())
    if r.confirmed:
        text = _("Comrade {by} has confirmed comrade {name} of {unit} already, {moment}.")
    else:
        text = _("Comrade {by} has noted already that {name} is not of {unit}, {moment}.")
    text = text.format(by=r.by, name=r.name, unit=r.unit, moment=say_moment(at, _))
    return Outcome((Say(text),))


def _role(s: Situation, r: results.RoleChanged) -> Outcome:
    _ = s.translate
    text = _("Comrade {name} is {role} of {unit} from today on.")
    role = say_role(r.member.place.role, _)
    text = text.format(name=name_of(r.member, _), role=role, unit=r.member.unit.name)
    return Outcome((card(s, r.member, lead=text),))


def _ended(s: Situation, r: results.MembershipEnded) -> Outcome:
    _ = s.translate
    text = _("From {day} comrade {name} no longer belongs to {unit}.")
    day, unit = say_iso(r.day, _), r.member.unit
    text = text.format(day=day, name=name_of(r.member, _), unit=unit.name)
    return Outcome((Say(text, rows(act(_("People of the unit"), "members", unit.id))),))


def _replaced(s: Situation, r: results.Replaced) -> Outcome:
    _ = s.translate
    unit = r.gone.unit
    text = _("From {day} comrade {came} stands for {unit} instead of comrade {gone}.")
    text = text.format(
        day=say_iso(r.day, _), came=r.came.name, unit=unit.name, gone=name_of(r.gone, _)
    )
    see = rows(act(_("People of the unit"), "members", unit.id))
    return Outcome((Say(f"{text}\n\n{_next(s, r)}", see, once=True),))


def _next(s: Situation, r: results.Replaced) -> str:
    _ = s.translate
    if r.told:
        return _("They have been told.")
    if not r.code:
        return _("They could not be told here. Please tell them.")
    text = _("They are not here yet. Please hand them this code, good for them once: {code}.")
    if r.page:
        text += " " + _("They open {page}/vao/{plain} and agree.")
    return text.format(code=r.code, page=r.page, plain=r.code.replace("-", ""))


def _kept(s: Situation, r: results.MembershipKept) -> Outcome:
    return Outcome((card(s, r.member, lead=say_kept(s, r)),))


def say_kept(s: Situation, r: results.MembershipKept) -> str:
    """Return why nothing was changed."""
    _ = s.translate
    words = {
        "": _("Nothing was changed."),
        "same-role": _("That is the role already; nothing was changed."),
        "above-own": _("Nobody gives or takes a role above their own. Ask who stands above."),
        "own-role": _("Nobody raises their own role. Ask who stands above."),
        "last-admin": _(
            "This is the only administrator. Please make somebody else administrator first."
        ),
        "three-officers": _(
            "A unit has at most three contacts; {unit} has: {names}. "
            "Let one of them go, or let somebody take over."
        ),
        "not-of-unit": _("The person chosen does not belong to the unit; nothing was changed."),
    }
    return words[r.why].format(unit=r.member.unit.name, names=", ".join(r.names))


def _unit(s: Situation, r: results.UnitSettled) -> Outcome:
    _ = s.translate
    text = _("“{typed}” is now a unit of the list.") if r.new else _("“{typed}” is {unit}.")
    text = text if r.typed else _("It is {unit}.")
    text = text.format(typed=r.typed, unit=r.unit.name)
    if r.entries:
        text += " " + _("{count} registrations stand there.").format(count=r.entries)
    text += " " + _("Its people wait to be confirmed.")
    see = act(_("People of the unit"), "members", r.unit.id)
    return Outcome((Say(text, rows(see)),))


def _recognised(s: Situation, r: results.PhoneRecognised) -> Outcome:
    _ = s.translate
    text = _("Are you comrade {name} of {unit}?").format(name=r.name, unit=r.unit)
    yes, no = act(_("Yes, that is me"), "contact-me", r.person), act(_("No"), "register")
    return Outcome((Say(text, rows(yes, no)),))


def who_is_there(s: Situation, lead: str) -> Begin:
    """Return the question who is there, with an offer to be known by one's phone number instead.

    Only where a channel vouches for the number, and only while somebody is expected.
    """
    if s.door.channel != "telegram" or not s.facts_of(ExpectsSomebody()):
        return Begin("introduce", lead)
    _ = s.translate
    text = _("If the office knows your phone number, just press “{share}” below.")
    share = _("Share my phone number")
    return Begin("introduce", f"{lead} {text.format(share=share)}", share)


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.MembershipConfirmed: _confirmed,
    results.MembershipRefused: _refused,
    results.MembershipSettled: _settled,
    results.RoleChanged: _role,
    results.MembershipEnded: _ended,
    results.Replaced: _replaced,
    results.MembershipKept: _kept,
    results.UnitSettled: _unit,
    results.PhoneRecognised: _recognised,
}
