"""The people of units as bubbles: who belongs to one, one of them, who waits."""

from conversations.membership.naming import member_card, member_line, name_of
from conversations.offer import act, rows
from conversations.say import Option, Say
from conversations.situation import Situation
from conversations.unit_named import unit_named
from dialog.turn import Translate
from rules.member import Member, Roster
from rules.person import Unit

PAGE = 8  # people in one bubble


def roster(s: Situation, people: Roster, *, first: int = 0) -> Say:
    """Return the people of a unit, a page of them; `first` is where it begins."""
    _ = s.translate
    shown = people.members[first : first + PAGE]
    if not shown:
        return Say(_("Nobody is entered for {unit} yet.").format(unit=people.unit.name))
    lines = [_head(people, _), *(member_line(one, _) for one in shown)]
    ways = [_see(s, one) for one in shown]
    if len(people.members) > first + PAGE:
        left = len(people.members) - first - PAGE
        more = _("{count} more").format(count=left)
        ways.append(act(more, "members", f"{people.unit.id}~{first + PAGE}"))
    return Say("\n".join(lines), rows(*ways))


def _head(people: Roster, _: Translate) -> str:
    """Return whose list it is: a member reads only of themselves and the contacts."""
    text = _("People of {unit}:")
    if people.mine == "member":
        whose = {one.own for one in people.members}
        text = _("You and the contacts of {unit}:") if True in whose else _("Contacts of {unit}:")
        text = _("You at {unit}:") if whose == {True} else text
    return text.format(unit=people.unit.name)


def waiting(s: Situation, found: tuple[Member, ...]) -> Say:
    """Return who waits to be confirmed."""
    _ = s.translate
    lines = [_("These wait to be confirmed:")]
    line = _("• {name} – {unit}")
    lines += [
        line.format(name=name_of(one, _), unit=unit_named(one.unit, _)) for one in found[:PAGE]
    ]
    if len(found) > PAGE:
        lines.append(_("And {count} more after them.").format(count=len(found) - PAGE))
    return Say("\n".join(lines), rows(*(_see(s, one) for one in found[:PAGE])))


def card(s: Situation, member: Member, *, lead: str = "") -> Say:
    """Return somebody's place in a unit, with what the reader may do about it."""
    text = member_card(member, s.translate)
    return Say(f"{lead}\n\n{text}" if lead else text, rows(*_ways(s, member)))


def units(s: Situation, found: tuple[Unit, ...]) -> Say:
    """Return of which of several units the people may be shown."""
    _ = s.translate
    ways = [act(unit.name, "members", unit.id) for unit in found]
    return Say(_("The people of which unit?"), rows(*ways))


def _see(s: Situation, member: Member) -> Option:
    return act(name_of(member, s.translate), "member", member.place.id)


def _ways(s: Situation, member: Member) -> list[Option]:
    _, key = s.translate, member.place.id
    if not member.may_change:
        return []
    if not member.place.confirmed:
        yes, no = act(_("Confirm"), "member-confirm", key), _("Not of this unit")
        if member.unit.type or member.mine == "officer":
            return [yes, act(no, "member-refuse", key)]
        known = act(_("It is the unit …"), "unit-identify", member.unit.id)
        if not member.unit.name:  # it only holds what was sent, until it is known where to
            return [known]
        new = act(_("Add it as a new unit"), "unit-admit", member.unit.id)
        return [known, new, act(no, "member-refuse", key)]
    ways = [act(_("Change the role"), "member-role", key)]
    if member.place.role != "member":
        ways.append(act(_("Somebody else takes over"), "member-replace", key))
    return [*ways, act(_("Let them go"), "member-end", key)]
