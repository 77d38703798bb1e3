"""Registrations that were sent, as bubbles: one whole, all of mine, what may be done about one."""

from conversations.boxes import boxes_of, describe
from conversations.drafts import LISTED, draft_line, go_on, written
from conversations.entry_at_office import (
    history_way,
    say_at_office,
    ways_at_office,
    ways_of_author,
)
from conversations.form_way import form_way
from conversations.humans import call_name
from conversations.moments import say_moment
from conversations.offer import act, one_line, rows
from conversations.on_paper.on_card import paper_ways, say_paper
from conversations.say import Option, Say
from conversations.situation import Situation, form_of
from conversations.states import entry_line, number_of, say_state
from conversations.unit_named import unit_named
from rules.confirmation import Confirmation, ConfirmationOf
from rules.entry import Entry
from rules.requests import HumanFor, MyEntries

AN_ID = 16  # characters; what is shorter may be a number or code that somebody typed


def entry(s: Situation, found: Entry) -> Say:
    """Return one entry whole, with what may be done about it."""
    _ = s.translate
    programme = form_of(s.forms, found.programme).programme
    text = _("Registration number {number} ({code}) – {state}")
    state = say_state(found.state, _)
    lines = [
        text.format(number=found.number, code=found.code, state=state),
        _("Received {moment}").format(moment=say_moment(found.received, _)),
        "",
        *describe(programme, boxes_of(programme, found)),
    ]
    kind = next((kind for kind in programme.kinds if kind.code == found.kind), None)
    if kind:
        lines.append(_("Form: {kind}").format(kind=kind.label))
    if found.person:
        lines.append(_("Individual: {person}").format(person=found.person))
    lines.append(_("Unit: {unit}").format(unit=unit_named(found.unit, _)))
    lines += _who_confirmed(s, found)
    if found.unclear and found.unit.name:
        lines.append(_("Sender not known to the unit yet"))
    if found.photos:
        lines.append(_("Photos: {count}").format(count=found.photos))
    lines += say_paper(s, found)
    lines += say_at_office(s, found)
    return Say("\n".join(lines), (*entry_ways(s, found), *_papers(s, found)))


def _papers(s: Situation, found: Entry) -> tuple[tuple[Option, ...], ...]:
    """Return what can be read of an entry, and printed while it stands."""
    form = () if found.state == "withdrawn" else (form_way(found, s.translate),)
    return rows(*form, history_way(s, found))


def _who_confirmed(s: Situation, found: Entry) -> list[str]:
    """Return the line that says who stood for what somebody else sent."""
    if found.state in {"sent", "returned", "withdrawn"}:
        return []
    who: Confirmation | None = s.facts_of(ConfirmationOf(found.id))
    if who is None or who.person == found.typed_by:
        return []
    _ = s.translate
    name = f"{who.name}, {who.position}" if who.position else who.name
    text = _("Confirmed by: comrade {name}, {moment}")
    return [text.format(name=name, moment=say_moment(who.at, _))]


def entry_ways(s: Situation, found: Entry) -> tuple[tuple[Option, ...], ...]:
    """Return what may be done about an entry as it stands."""
    _ = s.translate
    if found.state == "withdrawn":
        return ()
    if (office := ways_at_office(s, found)) is not None:
        return rows(*office, *paper_ways(s, found))
    ways = [*ways_of_author(s, found), act(_("Send photos"), "photos", found.id, found.version)]
    if found.may_change():
        ways.append(act(_("Correct it"), "correct", found.id, found.version))
        ways.append(act(_("Take it back"), "withdraw", found.id, found.version))
    hat = s.person.membership(found.unit.id)
    if found.state == "sent" and hat and hat.confirmed and hat.role != "member":
        ways.insert(0, act(_("Confirm"), "confirm", found.id, found.version))
    return rows(*ways)


def none_such(s: Situation, subject: str) -> Say:
    """Return that there is none, in the same words whether it exists elsewhere or not."""
    _ = s.translate
    if 0 < len(subject) < AN_ID:
        text = _("The assistant finds no registration number {number} of yours.")
    else:
        text = _("The assistant does not find that among your registrations.")
    text = text.format(number=subject)
    return Say(text, rows(act(_("See, change what was sent"), "mine")))


def not_taken_back(s: Situation, found: Entry) -> Say:
    """Return that the office has taken an entry in, so that only it can take it back."""
    _ = s.translate
    text = _(
        "The office has taken in registration number {number}, so only the office can take it "
        "back. Please call {human}."
    )
    text = text.format(number=found.number, human=call_name(s.facts_of(HumanFor()), _))
    return Say(text, entry_ways(s, found))


def already_sent(s: Situation, made: Entry) -> Say:
    """Return what a finished dialog made, for whoever sends it again."""
    _ = s.translate
    text = _("This was sent already: number {code}, {moment}. Nothing is registered twice.")
    see = act(_("See number {number}").format(number=made.number), "show", made.id, made.version)
    return Say(text.format(code=made.code, moment=say_moment(made.received, _)), rows(see))


def entries_and_drafts(s: Situation) -> Say:
    """Return what was sent and what is half-written, with what is missing."""
    _ = s.translate
    entries = s.facts_of(MyEntries())
    drafts = written(s)
    if not entries and not drafts:
        return Say(_("Nothing has been sent yet."), rows(act(_("Register"), "register")))
    lines = [_("What was sent and what is unfinished:")]
    year = s.forms[0].year
    lines += [one_line(entry_line(found, _, year=year)) for found in entries[:LISTED]]
    if len(entries) > LISTED:
        lines.append(_("And {count} older ones: say SỐ and the number.").format(
            count=len(entries) - LISTED
        ))  # fmt: skip
    lines += [one_line(draft_line(s, dialog)) for dialog in drafts]
    see = _("See number {number}")
    ways = [
        act(see.format(number=number_of(found, year=year)), "show", found.id, found.version)
        for found in entries[:LISTED]
    ]
    ways += [go_on(s, dialog) for dialog in drafts]
    return Say("\n".join(lines), rows(*ways), lines=tuple(way.data for way in ways))


def last_sent(s: Situation) -> Entry | None:
    """Return what the person sent last and did not take back."""
    own = (
        e for e in s.facts_of(MyEntries()) if e.typed_by == s.person.id and e.state != "withdrawn"
    )
    return next(own, None)
