"""Somebody of a unit gets another role."""

from conversations.membership.member_here import member_here
from conversations.membership.naming import name_of, say_role
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.member_commands import ChangeRole, LeaveMembership
from rules.person import Role
from rules.roles import holds

_ROLES: tuple[Role, ...] = ("member", "officer", "office", "admin")


def change_role(ask: Ask, _: Translate) -> ChangeRole | LeaveMembership:
    """Ask for the role, of those the person may give, and for a second yes."""
    member = member_here(ask)
    if member is None:
        return LeaveMembership(subject(ask))
    who, unit, now = name_of(member, _), member.unit.name, member.place.role
    text = _("Comrade {name} is {role} of {unit}. What from today on?")
    text = text.format(name=who, role=say_role(now, _), unit=unit)
    roles = [role for role in _ROLES if holds(member.mine, role) and role != now]
    choices = [Choice(role, say_role(role, _).capitalize()) for role in roles]
    chosen = ask.choice("role", _("Role"), text, [*choices, Choice("as-is", _("Change nothing"))])
    if chosen not in roles:
        return LeaveMembership(member.place.id)
    text = _("Comrade {name} becomes {role} of {unit}. {means}\n\nIs that right?")
    means = {
        "member": _("They see the unit's registrations and send their own."),
        "officer": _("They confirm the unit's registrations and its people."),
        "office": _("They see and change everything of the unit and the units below it."),
        "admin": _("They may do everything here, and give others every role."),
    }[chosen]
    text = text.format(name=who, role=say_role(chosen, _), unit=unit, means=means)
    yes, no = _("Yes, do it"), _("No, change nothing")
    if ask.maybe("sure", _("Is that right?"), text, yes=yes, no=no):
        return ChangeRole(member.place.id, chosen)
    return LeaveMembership(member.place.id)
