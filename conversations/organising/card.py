"""A unit as a bubble: what it is called and was, what is above and below, who, how many."""

import datetime as dt

from conversations import show
from conversations.levels import say_level
from conversations.moments import short_day
from conversations.offer import act, rows
from conversations.organising.changes import say_members
from conversations.organising.history import history_lines
from conversations.proved import say_proved
from conversations.say import Option, Say
from conversations.situation import Situation
from rules.person import Human
from rules.roles import holds
from rules.unit_card import UnitCard

FEW = 3  # years whose rating is shown


def unit_card(s: Situation, card: UnitCard, *, lead: str = "") -> Say:
    """Return the card, with what its reader may do about the unit."""
    lines = [*_who_it_is(s, card), *_around(s, card), *_people(s, card), *_owes(s, card)]
    lines += [*history_lines(s, card.unit), *_rated(s, card)]
    text = "\n".join(lines)
    return Say(f"{lead}\n\n{text}" if lead else text, rows(*_ways(s, card)))


def _who_it_is(s: Situation, card: UnitCard) -> list[str]:
    """Return name and type, the names before and those to come."""
    _ = s.translate
    today = s.now.date().isoformat()
    type_ = dict(s.forms[0].programme.unit_types).get(card.unit.type, "")
    lines = [f"{card.unit.name} ({type_})" if type_ else card.unit.name]
    for name in card.names:
        if name.to_day and name.to_day <= today and name.name != card.unit.name:
            text = _("• Former name: {name} (until {day})")
            lines.append(text.format(name=name.name, day=short_day(_day_before(name.to_day))))
        elif name.from_day > today:
            text = _("• Its name from {day}: {name}")
            lines.append(text.format(name=name.name, day=short_day(name.from_day)))
    return lines


def _around(s: Situation, card: UnitCard) -> list[str]:
    """Return what it came of, what became of it, what is above and below."""
    _ = s.translate
    lines = []
    for came in card.before:
        text = _("• Came of: {unit} ({day})")
        lines.append(text.format(unit=came.unit.name, day=short_day(came.day)))
    if card.ended:
        heirs = ", ".join(came.unit.name for came in card.after)
        text = _("• No more from {day}; now: {heirs}") if heirs else _("• No more from {day}")
        lines.append(text.format(day=short_day(card.ended), heirs=heirs))
    if card.above:
        lines.append(_("• Belongs to: {unit}").format(unit=card.above.name))
    if card.below:
        lines.append(_("• Units directly below: {count}").format(count=card.below))
    return lines


def _people(s: Situation, card: UnitCard) -> list[str]:
    """Return how many members, the contacts and who is in charge."""
    _ = s.translate
    lines = []
    if card.members:
        members = say_members(card.members, _, about=card.about)
        lines.append(_("• Members: {members}").format(members=members))
    lines += [_contact(s, _("• Contact: {human}"), human) for human in card.contacts]
    if not card.contacts and not card.ended:
        lines.append(_("• No contact yet"))
    if card.in_charge:
        lines.append(_contact(s, _("• In charge: {human}"), card.in_charge))
    return lines


def _contact(s: Situation, text: str, human: Human) -> str:
    said = show.say_human(s, human)
    return text.format(human=f"{said} ({human.position})" if human.position else said)


def _owes(s: Situation, card: UnitCard) -> list[str]:
    _ = s.translate
    lines = []
    for form in s.forms:
        if exempt := card.exempt(form.programme.code, form.year):
            text = _("• Exempt in {year}: {reason}")
            lines.append(text.format(year=form.year, reason=exempt.reason))
        elif not card.ended:
            lines += say_proved(s, form, card.unit, card.role)
    return lines


def _rated(s: Situation, card: UnitCard) -> list[str]:
    """Return the newest ratings of the unit."""
    _ = s.translate
    text = _("• Rated in {year}: {level}")
    return [text.format(year=year, level=say_level(level, _)) for year, level in card.ratings[:FEW]]


def _ways(s: Situation, card: UnitCard) -> list[Option]:
    _ = s.translate
    ways = []
    if not card.ended and holds(card.role, "office"):
        form = s.forms[0]
        exempt = any(card.exempt(form.programme.code, form.year) for form in s.forms)
        label = _("Exemption: take it back") if exempt else _("Exempt in {year}")
        ways += [
            act(_("Change the unit"), "unit-changes", card.unit.id, card.version),
            act(_("Add a unit below"), "add-unit", card.unit.id, card.version),
            act(_("Who is in charge"), "in-charge", card.unit.id, card.version),
            act(_("Number of members"), "headcount", card.unit.id, card.version),
            act(label.format(year=form.year), "exempt", card.unit.id, card.version),
        ]
    if card.below and card.role != "member":
        ways.append(act(_("Units below"), "units-below", card.unit.id))
    if not card.ended and card.role != "member":
        ways.append(act(_("People of the unit"), "members", card.unit.id))
    return [*ways, act(_("Find another unit"), "find-unit")]


def _day_before(day: str) -> dt.date:
    return dt.date.fromisoformat(day) - dt.timedelta(days=1)
