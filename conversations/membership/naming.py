"""People of a unit in words: their role, one line each, one bubble for one of them."""

from conversations.moments import say_iso, short_day
from conversations.unit_named import unit_named
from dialog.turn import Translate
from rules.member import Member
from rules.person import Membership, Role
from rules.phones import say_phone


def say_role(role: Role, _: Translate) -> str:
    """Return a role in the words of the field."""
    words: dict[Role, str] = {
        "member": _("member"),
        "officer": _("contact of the unit"),
        "office": _("staff of the office"),
        "admin": _("administrator"),
    }
    return words[role]


def member_line(member: Member, _: Translate) -> str:
    """Return "• Giàng A Páo – Bí thư chi bộ, đầu mối, từ 1/1/2020"."""
    place = member.place
    what = [place.position, say_role(place.role, _)] if place.confirmed else []
    since = _("since {day}") if place.confirmed else _("asked on {day}")
    parts = [*filter(None, what), since.format(day=short_day(place.since))]
    if place.confirmed and not member.reached:
        parts.append(_("not here yet"))
    return f"• {name_of(member, _)} – {', '.join(parts)}"


def name_of(member: Member, _: Translate) -> str:
    """Return the person's name, or that they have not said it."""
    return member.person.name or _("somebody without a name")


def member_card(member: Member, _: Translate) -> str:
    """Return all there is to know of somebody in a unit."""
    place, person = member.place, member.person
    lines = [
        _("Comrade {name}").format(name=name_of(member, _)),
        _("Unit: {unit}").format(unit=unit_named(place.unit, _)),
    ]
    if place.confirmed:
        lines += [_("Position: {position}").format(position=place.position)] * bool(place.position)
        lines.append(_("Role: {role}").format(role=say_role(place.role, _)))
        lines.append(_("Since: {day}").format(day=say_iso(place.since, _)))
    else:
        lines.append(_("Asked to join on {day}, not confirmed yet").format(
            day=say_iso(place.since, _)
        ))  # fmt: skip
    if person.phone:
        lines.append(_("Phone: {phone}").format(phone=say_phone(person.phone)))
    lines.append(_reached(member, _))
    lines += [_("Also: {place}").format(place=_also(one, _)) for one in member.also]
    return "\n".join(lines)


def _reached(member: Member, _: Translate) -> str:
    names = {"telegram": "Telegram", "zalo": "Zalo", "web": _("the web page")}
    if not member.reached:
        return _("Has not come to the assistant yet")
    channels = ", ".join(names.get(channel, channel) for channel in member.reached)
    return _("Reached by: {channels}").format(channels=channels)


def _also(place: Membership, _: Translate) -> str:
    what = place.position or say_role(place.role, _)
    since = _("since {day}").format(day=short_day(place.since))
    return f"{what}, {unit_named(place.unit, _)}, {since}"
