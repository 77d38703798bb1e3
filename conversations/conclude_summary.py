"""What is said after the office took its table, wanted papers of it, or noted a call."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.moments import say_clock
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.programme_names import programme_name
from conversations.say import Say
from conversations.situation import Situation, form_of
from conversations.summary.missing import listed
from conversations.summary.shown import Shown
from conversations.summary.text import say_table
from conversations.summary.ways import office_ways
from conversations.summary.whose import Meant, meant
from rules import office_results as results


def _taken(s: Situation, r: results.SummaryTaken) -> Outcome:
    form = form_of(s.forms, r.summary.programme)
    offices = {one.unit.id for one in meant(s)}
    title = programme_name(form, s.forms) if len(s.forms) > 1 else ""
    office = r.summary.office.name if len(offices) > 1 else ""
    of = " – ".join(part for part in (office, title) if part)
    text = say_table(r.summary, form, s.translate, of=of)
    one = Meant(r.summary.office, form, office=True).of(r.summary.year)
    return Outcome((Say(text, office_ways(s, r.id, one, r.summary)),))


def _papers(s: Situation, r: results.SummaryPapersComing) -> Outcome:
    _ = s.translate
    if len(r.names) == 1:
        text = _("The assistant is making the file {name}. It comes here by itself.")
        return Outcome((Say(text.format(name=r.names[0])),))
    text = _("The assistant is making the files {names}. They come here by themselves.")
    return Outcome((Say(text.format(names=", ".join(r.names))),))


def _call(s: Situation, r: results.CallNoted) -> Outcome:
    _ = s.translate
    text = _("Noted: you called {unit} at {clock}.")
    if r.words:
        text = _("Noted: you called {unit} at {clock} – {words}.")
    text = text.format(unit=r.unit.name, clock=say_clock(s.now, _), words=r.words)
    return Outcome((Say(text, rows(act(_("Who is missing"), "missing", _list(s)))),))


def _list(s: Situation) -> str:
    """Return which list the call was of; nothing where that is the present round's."""
    shown = Shown.last(s.found)
    one = listed(s, shown) if shown else None
    return one.subject if one and one.year else ""


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.SummaryTaken: _taken,
    results.SummaryPapersComing: _papers,
    results.CallNoted: _call,
}
