"""A unit on a page of its own: where it stands, what it owes, its people, its papers, its years."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from conversations.desk.badges import state_badge
from conversations.desk.paper_pages import phone_line
from conversations.desk.unit_people import code_row, person_row
from conversations.ends_of_stages import say_end_briefly
from conversations.launched import to_take_up
from conversations.levels import say_level
from conversations.moments import say_moment, short_day
from conversations.organising.changes import say_members
from conversations.situation import Form
from conversations.states import say_standing
from dialog.turn import Translate
from rules.code_requests import MadeCode
from rules.desk_requests import Paper
from rules.entry import Entry
from rules.member import Roster
from rules.numbers import say_number
from rules.office_requests import Called
from rules.quotas import Standing
from rules.rounds import deadline
from rules.unit_card import UnitCard, YearOfUnit

_YEARS = 5  # whose rating is shown


@dataclass(frozen=True, slots=True)
class UnitFound:
    """What there is to see of a unit in the round of a form."""

    card: UnitCard
    standing: Standing
    entries: tuple[Entry, ...] = ()
    papers: tuple[Paper, ...] = ()
    calls: tuple[Called, ...] = ()
    roster: Roster | None = None
    codes: tuple[MadeCode, ...] = ()
    years: tuple[YearOfUnit, ...] = ()
    plans: tuple[str, ...] = ()


def unit_page(
    found: UnitFound, form: Form, _: Translate, *, today: dt.date, zone: dt.tzinfo
) -> dict[str, Any]:
    """Return everything on a unit's page."""
    card, year = found.card, form.year
    members = found.roster.members if found.roster else ()
    exempt = card.exempt(form.programme.code, year)
    return {
        "title": card.unit.name,
        "type": dict(form.programme.unit_types).get(card.unit.type, ""),
        "facts": _facts(card, _, today=today),
        "above": card.above,
        "in_charge": phone_line(card.in_charge, _) if card.in_charge else None,
        "standing": _standing(found, form, _),
        "deadline": _deadline(found, form, _, zone=zone),
        "year": year,
        "exempt": exempt.reason if exempt else "",
        "ended": bool(card.ended),
        "entries": [
            _entry(entry, _)
            for entry in found.entries
            if (entry.programme, entry.round) == (form.programme.code, year)
        ],
        "papers": [_paper(paper, _) for paper in found.papers],
        "calls": [_call(call, _) for call in found.calls],
        "people": [person_row(one, _) for one in members if one.place.confirmed],
        "asking": [person_row(one, _) for one in members if not one.place.confirmed],
        "codes": [code_row(code, _) for code in found.codes if code.unit == card.unit.name],
        "launched": _launched(found, form, _),
        "years": [_year(one, _) for one in found.years],
    }


def _facts(card: UnitCard, _: Translate, *, today: dt.date) -> list[tuple[str, str]]:
    """Return (label, words) of names, what it came of and what became of it, and its members."""
    now = today.isoformat()
    facts = [
        (_("Former name"), f"{name.name} ({short_day(name.from_day)} – {short_day(name.to_day)})")
        for name in card.names
        if name.to_day and name.to_day <= now and name.name != card.unit.name
    ]
    facts += [
        (_("Name from {day}").format(day=short_day(name.from_day)), name.name)
        for name in card.names
        if name.from_day > now
    ]
    facts += [(_("Came of"), f"{one.unit.name} ({short_day(one.day)})") for one in card.before]
    if card.ended:
        heirs = ", ".join(one.unit.name for one in card.after)
        facts.append((_("No more from"), f"{short_day(card.ended)} → {heirs or '–'}"))
    if card.unit.place:
        facts.append((_("Place"), card.unit.place))
    if card.below:
        facts.append((_("Units directly below"), say_number(card.below)))
    text = _("Rated for {year}")
    rated = card.ratings[:_YEARS]
    facts += [(text.format(year=year), say_level(level, _)) for year, level in rated]
    if card.members:
        facts.append((_("Members"), say_members(card.members, _, about=card.about)))
    return facts


def _standing(found: UnitFound, form: Form, _: Translate) -> str:
    text = _("{year}: {standing}.")
    return text.format(year=form.year, standing=say_standing(found.standing, _))


def _deadline(found: UnitFound, form: Form, _: Translate, *, zone: dt.tzinfo) -> str:
    """Return until when this unit registers, "" where the document states no deadline."""
    if not form.programme.has_deadline:
        return ""
    end = deadline(form.programme.of(found.card.unit.id), "register", form.year, zone)
    text = _("Its own deadline: {until}.") if end.change else _("Deadline: {until}.")
    return text.format(until=say_end_briefly(end, _))


def _entry(entry: Entry, _: Translate) -> dict[str, Any]:
    return {
        "id": entry.id,
        "number": entry.number,
        "name": entry.name,
        "badge": state_badge(entry.state, _),
        "received": short_day(entry.received.date()),
    }


def _paper(paper: Paper, _: Translate) -> dict[str, Any]:
    """Return a paper with what it is: an original of an entry, or a form that waits."""
    if paper.entry:
        text = (
            _("Original of number {number}: {day}") if paper.day else _("Form of number {number}")
        )
    else:
        text = _("Form not typed in yet, original: {day}") if paper.day else _("Photo of a form")
    said = text.format(number=paper.number, day=short_day(paper.day) if paper.day else "")
    return {
        "id": paper.id,
        "words": said,
        "when": say_moment(paper.at, _),
        "waits": not paper.entry,
        "photos": paper.photos,
    }


def _call(call: Called, _: Translate) -> tuple[str, str]:
    text = _("comrade {name}, {moment}")
    return call.words, text.format(name=call.by, moment=say_moment(call.at, _))


def _launched(found: UnitFound, form: Form, _: Translate) -> list[tuple[str, str]]:
    """Return (model, how far the unit is) of what was launched to it."""
    unit, year = found.card.unit, form.year
    left = {model.code for model in to_take_up(form, unit, found.entries)}
    rows = []
    for model in form.programme.launched_for(unit.type):
        taken = _("not taken up yet") if model.code in left else _("taken up")
        plan = _("has a plan") if model.code in found.plans else _("no plan yet")
        rows.append((model.name, f"{year}: {taken}, {plan}"))
    return rows


def _year(year: YearOfUnit, _: Translate) -> dict[str, str]:
    parts = [f"{part.name}: {say_number(part.count)}" for part in year.parts]
    return {
        "year": str(year.round),
        "models": say_number(year.models),
        "exemplars": say_number(year.exemplars),
        "recognised": say_number(year.recognised),
        "names": "; ".join(parts) if len(parts) > 1 else "",
    }
