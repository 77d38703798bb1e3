"""What is said after something was done with papers."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import entries, show
from conversations.moments import say_iso, say_moment, short_day
from conversations.offer import act, rows
from conversations.on_paper.notices import say_numbers
from conversations.outcome import Outcome
from conversations.refusals import say_why
from conversations.say import Option, Say
from conversations.situation import Situation, form_of
from rules import paper_results as results


def _received(s: Situation, r: results.PaperReceived) -> Outcome:
    if r.again:
        return Outcome((_before(s, r),))
    _ = s.translate
    if not r.noted:
        text = _("Noted: that form is in the register already, it waits no more.")
        return Outcome((show.main_list(s, text),))
    day = say_iso(r.noted[0].day, _)
    if r.waiting:
        text = _("Noted: the paper form of {unit} came in {day}. It is not typed in yet.")
        ways = [act(_("Type this form in"), "type-in", one.id) for one in r.noted[:1]]
    else:
        text = _("Noted: the signed paper of {unit} came in {day}: {numbers}.")
        ways = []
    numbers = say_numbers([one.number for one in r.noted], _)
    text = text.format(unit=r.unit.name, day=day, numbers=numbers)
    if r.others:
        text += " " + _(
            "All that the unit has in the register ({count}) had their signed paper before; "
            "if it is that one again, choose “Noted by mistake”."
        ).format(count=r.others)
    wrong = [_wrong(s, one) for one in r.noted[:MOST]]
    another = act(_("Another signed paper came in"), "paper-in")
    return Outcome((Say(text, rows(*ways, another, *wrong)),))


MOST = 5


def _wrong(s: Situation, one: results.Noted) -> Option:
    _ = s.translate
    if not one.number:
        return act(_("Noted by mistake"), "paper-strike", one.id)
    label = _("Number {number}: noted by mistake").format(number=one.number)
    return act(label, "paper-strike", one.id)


def _before(s: Situation, r: results.PaperReceived) -> Say:
    """Return who noted that before, and that nothing was changed."""
    _ = s.translate
    first = next((one for one in r.noted if one.by and one.at), None)
    if first is None or first.at is None:
        return show.gone(s)
    text = _(
        "Comrade {name} noted the paper of {unit}, which came in {day}, {moment}. "
        "What you did changes nothing."
    )
    day, moment = short_day(first.day), say_moment(first.at, _)
    text = text.format(name=first.by, unit=r.unit.name, day=day, moment=moment)
    return Say(text, rows(*(_wrong(s, one) for one in r.noted[:MOST])))


def _struck(s: Situation, r: results.PaperStruck) -> Outcome:
    _ = s.translate
    if r.unit:
        text = _("The paper of {unit} is no longer noted.").format(unit=r.unit.name)
        return Outcome((show.main_list(s, text),))
    if r.at is None:
        return Outcome((show.gone(s),))
    text = _("Comrade {name} struck that paper {moment}. What you did changes nothing.")
    return Outcome((show.main_list(s, text.format(name=r.by, moment=say_moment(r.at, _))),))


def _refused(s: Situation, r: results.PaperRefused) -> Outcome:
    return Outcome((show.main_list(s, say_why(r.why, s.translate)),))


def _form_sent(s: Situation, r: results.FormSent) -> Outcome:
    _ = s.translate
    board = s.forms[0].programme.office.board
    timing = _("on time") if r.on_time else _("sent after the deadline")
    text = _(
        "Received: photos of the form of {unit}, {moment}, {timing}. "
        "{board} will type it in and tell you here; you need do nothing more."
    )
    moment = say_moment(r.at or s.now, _)
    text = text.format(unit=r.unit.name, moment=moment, timing=timing, board=board)
    return Outcome((Say(text, rows(act(_("My unit"), "unit"))),))


def _typed_in(s: Situation, r: results.TypedIn) -> Outcome:
    if r.again:
        return Outcome((entries.already_sent(s, r.entry),))
    _ = s.translate
    entry = r.entry
    timing = _("on time") if r.on_time else _("sent after the deadline")
    if form_of(s.forms, entry.programme).programme.has_deadline:
        text = _("TYPED IN: registration number {code}. The form came in {day}, {timing}.")
    else:
        text = _("TYPED IN: registration number {code}. The form came in {day}.")
    text = text.format(code=entry.code, day=say_iso(entry.paper_day, _), timing=timing)
    see = _("See number {number}").format(number=entry.number)
    ways = (
        act(see, "show", entry.id, entry.version),
        act(_("Type in another form"), "type-in"),
        act(_("Papers"), "paper-work"),
    )
    return Outcome((Say(f"{text}\n\n“{entry.name}” – {entry.unit.name}.", rows(*ways)),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.PaperReceived: _received,
    results.PaperStruck: _struck,
    results.PaperRefused: _refused,
    results.FormSent: _form_sent,
    results.TypedIn: _typed_in,
}
