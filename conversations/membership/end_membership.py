"""Somebody no longer belongs to a unit, and nobody takes over."""

from conversations.from_day import ask_from_day
from conversations.membership.member_here import member_here
from conversations.membership.naming import name_of
from conversations.moments import say_iso
from conversations.subject import subject
from dialog.ask import Ask
from dialog.turn import Translate
from rules.member_commands import EndMembership, LeaveMembership
from rules.readers import iso_day


def end_membership(ask: Ask, _: Translate) -> EndMembership | LeaveMembership:
    """Ask from which day, and for a second yes."""
    member = member_here(ask)
    if member is None:
        return LeaveMembership(subject(ask))
    day = ask_from_day(ask, _, iso_day(ask.now.date()))
    text = _(
        "From {day} comrade {name} no longer belongs to {unit} and sees nothing of it; "
        "what they registered stays with the unit.\n\nIs that right?"
    )
    text = text.format(day=say_iso(day, _), name=name_of(member, _), unit=member.unit.name)
    yes, no = _("Yes, do it"), _("No, change nothing")
    if ask.maybe("sure", _("Is that right?"), text, yes=yes, no=no):
        return EndMembership(member.place.id, day)
    return LeaveMembership(member.place.id)
