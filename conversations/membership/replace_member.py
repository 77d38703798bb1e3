"""Somebody else takes a place over, at a congress mostly."""

from conversations.from_day import ask_from_day
from conversations.membership.member_here import member_here
from conversations.membership.naming import name_of
from conversations.moments import say_iso
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.member import Member, Roster
from rules.member_commands import LeaveMembership, ReplaceMember
from rules.member_requests import MembersOf
from rules.readers import iso_day
from rules.roles import rank

A_NAME = "Vàng A Chư"
OTHER = "other"
MOST = 8  # people of the unit offered; others are said by name


def replace_member(ask: Ask, _: Translate) -> ReplaceMember | LeaveMembership:
    """Ask who comes, as what and from which day; read it back for a second yes."""
    gone = member_here(ask)
    if gone is None:
        return LeaveMembership(subject(ask))
    person, name, phone = _who(ask, _, gone)
    position = _position(ask, _, gone)
    day = ask_from_day(ask, _, iso_day(ask.now.date()))
    text = _(
        "From {day} comrade {gone} hands over to comrade {came}, {position} of {unit}: "
        "all that is open goes to them, and comrade {gone} sees nothing of the unit any more."
        "\n\nIs that right?"
    )
    text = text.format(
        day=say_iso(day, _),
        gone=name_of(gone, _),
        came=name,
        position=position or _("contact"),
        unit=gone.unit.name,
    )
    yes, no = _("Yes, do it"), _("No, change nothing")
    if ask.maybe("sure", _("Is that right?"), text, yes=yes, no=no):
        return ReplaceMember(gone.place.id, person, "" if person else name, phone, position, day)
    return LeaveMembership(gone.place.id)


def _who(ask: Ask, _: Translate, gone: Member) -> tuple[str, str, str]:
    """Return who comes: (id, name, "") of the unit's people, or ("", name, phone) of a new one."""
    text = _("Who takes over from comrade {name}, {unit}?")
    text = text.format(name=name_of(gone, _), unit=gone.unit.name)
    there = _others(ask, gone)
    chosen = OTHER
    if there:
        choices = [Choice(one.person.id, one.person.name) for one in there]
        another = Choice(OTHER, _("Somebody else"), ("người khác",))
        chosen = ask.choice("who", _("Successor"), text, (*choices, another))
    if chosen != OTHER:
        return chosen, next(one.person.name for one in there if one.person.id == chosen), ""
    text = _("{question} Their full name, please.").format(question=text)
    name = ask.text("who/name", _("Successor"), text, least=2, most=100, example=A_NAME)
    text, skip = _("Their phone number? By it they are known when they come."), _("Not known yet")
    return "", name, _phone(ask, _, text, skip)


def _phone(ask: Ask, _: Translate, text: str, skip: str) -> str:
    return ask.phone("who/phone", _("Phone"), text, skip=skip)


def _others(ask: Ask, gone: Member) -> list[Member]:
    """Return the people of the unit who can take over: nobody who is more there already."""
    people: Roster | None = ask.fact(MembersOf(gone.unit.id))
    found = people.members if people else ()
    fitting = [
        one
        for one in found
        if one.person.id != gone.person.id
        and one.place.confirmed
        and one.person.name
        and rank(one.place.role) <= rank(gone.place.role)
    ]
    return fitting[:MOST]


def _position(ask: Ask, _: Translate, gone: Member) -> str:
    if not gone.place.position:
        text, skip = _("What is their position?"), _("No position")
        example = "Bí thư chi bộ"
        return ask.text("position", _("Position held"), text, most=100, example=example, skip=skip)
    same = gone.place.position
    text = _("What is their position? The same, “{position}”, or type another one.")
    text = text.format(position=same)
    offer = (Choice("same", same),)
    return ask.text("position", _("Position held"), text, most=100, example=same, offer=offer)
