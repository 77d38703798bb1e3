"""What others are told when somebody's place in a unit is asked for, confirmed, changed, ended."""

from conversations.humans import call_name
from conversations.membership.naming import say_role
from conversations.moments import say_iso
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.person import Human, Membership, Role
from rules.roles import holds


def asks(name: str, unit: str, membership: str, _: Translate) -> Say:
    """Return what who confirms is told of somebody who says they belong to a unit."""
    text = _("Comrade {name} asks to join {unit}.").format(name=name, unit=unit)
    yes = act(_("Confirm"), "member-confirm", membership)
    no = act(_("Not of this unit"), "member-refuse", membership)
    return Say(text, rows(yes, no), once=True)


def asks_nowhere(name: str, unit: str, asked: str, _: Translate) -> Say:
    """Return what the office is told of somebody whose unit is in no list."""
    text = _("Comrade {name} says they belong to “{unit}”, which is not in the list of units.")
    known = act(_("It is the unit …"), "unit-identify", asked)
    new = act(_("Add it as a new unit"), "unit-admit", asked)
    return Say(text.format(name=name, unit=unit), rows(known, new), once=True)


def confirmed(by: str, unit: str, entries: int, _: Translate) -> Say:
    """Return what somebody is told who belongs to the unit now."""
    text = _("Comrade {by} has confirmed that you belong to {unit}.").format(by=by, unit=unit)
    if entries:
        text += " " + _("What you sent is now the unit's.")
    return Say(text, rows(act(_("My unit"), "unit"), act(_("Register"), "register")), once=True)


def has_confirmed(by: str, name: str, unit: str, _: Translate) -> Say:
    """Return what the other officers are told."""
    text = _("Comrade {by} has confirmed that comrade {name} belongs to {unit}.")
    return Say(text.format(by=by, name=name, unit=unit), once=True)


def refused(unit: str, human: Human, entries: int, _: Translate) -> Say:
    """Return what somebody is told who is not confirmed: whom to call, and no reason."""
    text = _("It could not be confirmed that you belong to {unit}. For questions, call {human}.")
    text = text.format(unit=unit, human=call_name(human, _))
    if not entries:
        return Say(text, once=True)
    kept = _("What you sent is kept, but belongs to no unit yet. To say your unit, say ĐĂNG KÝ.")
    ways = rows(act(_("See, change what was sent"), "mine"), act(_("Register"), "register"))
    return Say(f"{text} {kept}", ways, once=True)


def set_apart(name: str, unit: str, entries: int, apart: str, _: Translate) -> Say:
    """Return what the office is told of what somebody sent whom the unit does not know."""
    text = _(
        "{unit} does not know comrade {name}. {count} registrations they sent do not count for it "
        "and belong to no unit until it is known to which."
    )
    known = act(_("It is the unit …"), "unit-identify", apart)
    return Say(text.format(unit=unit, name=name, count=entries), rows(known), once=True)


def has_refused(by: str, name: str, unit: str, _: Translate) -> Say:
    """Return what the other officers are told."""
    text = _("Comrade {by} has noted that comrade {name} is not of {unit}.")
    return Say(text.format(by=by, name=name, unit=unit), once=True)


def role_is(role: Role, unit: str, _: Translate) -> Say:
    """Return what somebody is told who has another role."""
    text = _("From today you are {role} at {unit}.").format(role=say_role(role, _), unit=unit)
    way = act(_("Main list"), "main") if holds(role, "office") else act(_("My unit"), "unit")
    return Say(text, rows(way), once=True)


def ended(unit: str, day: str, _: Translate) -> Say:
    """Return what somebody is told, once, who no longer belongs to a unit."""
    text = _(
        "From {day} you no longer stand for {unit} here. Thank you for your work. "
        "To register for another unit, say ĐĂNG KÝ."
    )
    return Say(text.format(unit=unit, day=say_iso(day, _)), once=True)


def has_ended(name: str, unit: str, day: str, _: Translate) -> Say:
    """Return what the other officers are told."""
    text = _("From {day} comrade {name} no longer belongs to {unit}.")
    return Say(text.format(name=name, unit=unit, day=say_iso(day, _)), once=True)


def takes_over(before: str, position: str, unit: str, day: str, _: Translate) -> Say:
    """Return what somebody is told who takes a place over."""
    what = position or _("contact of the unit")
    text = _(
        "From {day} you are {what} of {unit} instead of comrade {before}. "
        "All that is open there comes to you."
    )
    text = text.format(day=say_iso(day, _), what=what, unit=unit, before=before)
    return Say(text, rows(act(_("My unit"), "unit")), once=True)


def replaced(before: str, now: str, unit: str, day: str, _: Translate) -> Say:
    """Return what the other officers are told."""
    text = _("From {day} comrade {now} stands for {unit} instead of comrade {before}.")
    return Say(text.format(day=say_iso(day, _), now=now, unit=unit, before=before), once=True)


def renamed(before: str, now: str, place: Membership, _: Translate) -> Say:
    """Return what officers are told of somebody who writes their own name otherwise."""
    text = _("Comrade {before} of {unit} has changed their name here: {now}.")
    text = text.format(before=before, unit=place.unit.name, now=now)
    return Say(text, rows(act(_("See {name}").format(name=now), "member", place.id)), once=True)


def has_position(name: str, position: str, place: Membership, _: Translate) -> Say:
    """Return what officers are told of somebody who has said their own position anew."""
    text = _("Comrade {name} of {unit} has changed their position here: {position}.")
    text = text.format(name=name, unit=place.unit.name, position=position)
    return Say(text, rows(act(_("See {name}").format(name=name), "member", place.id)), once=True)


def unit_is(unit: str, _: Translate) -> Say:
    """Return what somebody is told whose unit was found or taken in."""
    text = _("The office has entered you under {unit}. An officer will confirm that you belong.")
    return Say(text.format(unit=unit), once=True)
