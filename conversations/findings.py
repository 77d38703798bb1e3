"""What a search found, page by page, and a card of a person found."""

from collections.abc import Sequence

from conversations.intents import numbered_entry
from conversations.moments import short_day
from conversations.offer import act, one_line, rows
from conversations.outcome import Outcome
from conversations.say import Option, Say
from conversations.show import none_such
from conversations.situation import Situation
from conversations.states import number_of, say_state
from conversations.unit_named import unit_named
from rules.entry import Entry
from rules.findings import PAGE, Finding, Findings, FoundPerson, FoundUnit
from rules.numbers import say_number
from rules.phones import say_phone
from rules.requests import Found, FoundAgain

BRIEF = 30  # characters of a name on a button


def found(s: Situation, words: str) -> Outcome:
    """Return what the words find; they are kept nowhere, only what was found, to page through."""
    _ = s.translate
    findings: Findings = s.facts_of(Found(numbered_entry(words) or words))
    if not findings.shown:
        text = _("Nothing you may see answers that. Please try fewer or other words.")
        return Outcome((Say(text, rows(_again(s))),), forget=True)
    head = _("Found: {total}.").format(total=say_number(findings.total))
    lines = [head, *(one_line(_line(s, one)) for one in findings.shown)]
    if findings.total > len(findings.keys):
        text = _("Only the nearest {count} can be seen here; more words find less.")
        lines.append(text.format(count=len(findings.keys)))
    ways = [*(_way(s, one) for one in findings.shown), *_more(s, findings.keys, PAGE)]
    say = Say("\n".join(lines), rows(*ways), lines=_stand_for(ways, findings.shown))
    return Outcome((say,), found=findings.keys, forget=True)


def more(s: Situation, key: str) -> Outcome:
    """Return the next page of what was found last, from the hit with this key on."""
    _ = s.translate
    if key not in s.found:
        text = _("Something else was looked for since. Please search again.")
        return Outcome((Say(text, rows(_again(s))),))
    first = s.found.index(key)
    shown = s.facts_of(FoundAgain(s.found[first : first + PAGE]))
    last = min(first + PAGE, len(s.found))
    head = _("Found, {first} to {last}:") if last > first + 1 else _("Found, number {last}:")
    head = head.format(first=first + 1, last=last)
    lines = [head, *(one_line(_line(s, one)) for one in shown)]
    ways = [*(_way(s, one) for one in shown), *_more(s, s.found, last)]
    return Outcome((Say("\n".join(lines), rows(*ways), lines=_stand_for(ways, shown)),))


def person_card(s: Situation, person: str) -> Outcome:
    """Return a person's places, and the phone number as far as the asker may have it."""
    shown = s.facts_of(FoundAgain((f"p{person}",)))
    if not shown:
        return Outcome((none_such(s),))
    _, (one,) = s.translate, shown
    lines = [one.name, *(f"• {_place(*place)}" for place in one.places)]
    if one.phone:
        lines.append(_("Phone: {phone}").format(phone=say_phone(one.phone)))
    return Outcome((Say("\n".join(lines), rows(_again(s))),))


def _stand_for(ways: Sequence[Option], shown: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(way.data for way in ways[: len(shown)])


def _again(s: Situation) -> Option:
    _ = s.translate
    return act(_("Search again"), "find")


def _more(s: Situation, keys: tuple[str, ...], shown: int) -> list[Option]:
    _ = s.translate
    return [act(_("See more"), "find-more", keys[shown])] if shown < len(keys) else []


def _line(s: Situation, one: Finding) -> str:
    _ = s.translate
    if isinstance(one, FoundUnit):
        return _("• Unit: {name}").format(name=_unit_name(s, one))
    if isinstance(one, FoundPerson):
        places = "; ".join(_place(*place) for place in one.places)
        text = _("• Person: {name} – {places}").format(name=one.name, places=places)
        return f"{text}, {say_phone(one.phone)}" if one.phone else text
    text = _("• Registration number {number}: “{name}” – {unit} – {state}")
    number, state = number_of(one, year=s.forms[0].year), say_state(one.state, _)
    unit = unit_named(one.unit, _)
    return text.format(number=number, name=one.name, unit=unit, state=state)


def _way(s: Situation, one: Finding) -> Option:
    _ = s.translate
    if isinstance(one, Entry):
        number = number_of(one, year=s.forms[0].year)
        return act(_("See number {number}").format(number=number), "show", one.id, one.version)
    name = one.name if len(one.name) <= BRIEF else f"{one.name[:BRIEF].rstrip()}…"
    card = "organisation" if isinstance(one, FoundUnit) else "person-card"
    return act(_("See {name}").format(name=name), card, one.id)


def _unit_name(s: Situation, one: FoundUnit) -> str:
    _ = s.translate
    name = one.name
    if one.former:
        former = "; ".join(one.former)
        name = _("{name} (before: {former})").format(name=name, former=former)
    if one.until:
        name = _("{name}, until {day}").format(name=name, day=short_day(one.until))
    return name


def _place(position: str, unit: str) -> str:
    return ", ".join(part for part in (position, unit) if part)
