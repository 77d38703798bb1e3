"""A signed original came in: of which unit, or of an entry that is looked at, and when."""

from conversations.on_paper.days import ask_paper_day
from conversations.organising.pick_unit import pick_unit
from conversations.situation import Here, Surroundings, form_of
from conversations.subject import subject
from conversations.whose import ask_form
from dialog.ask import Ask
from dialog.turn import Translate
from rules.paper_commands import ReceivePaper
from rules.requests import EntryOf
from rules.unit_commands import LeaveUnitAsIs


def receive(ask: Ask, _: Translate) -> ReceivePaper | LeaveUnitAsIs:
    """Ask whose paper it is, unless it is that of an entry, and the day."""
    here: Surroundings = ask.fact(Here())
    entry = ask.fact(EntryOf(subject(ask))) if subject(ask) else None
    if entry:
        year = form_of(here.forms, entry.programme).year
        day = ask_paper_day(ask, _, min(year, entry.round), unit=entry.unit.name)
        return ReceivePaper(entry.unit.id, entry.programme, entry.round, day, entry.id)
    form = ask_form(ask, _, here)
    text = _("Whose signed paper came in? Part of the unit's name will do.")
    unit = pick_unit(ask, _, "unit", text)
    if unit is None:
        return LeaveUnitAsIs("")
    day = ask_paper_day(ask, _, form.year, unit=unit.name)
    return ReceivePaper(unit.id, form.programme.code, form.year, day)
