"""What is said after officers said how it stands with a duty of their unit."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.reminding.duties import residence_ways
from conversations.say import Say
from conversations.situation import Situation
from rules.duty_commands import DutySaid
from rules.secretary_duties import RESIDENCE_AGAIN, RESIDENCE_MONTH, ResidenceAsked


def _said(s: Situation, r: DutySaid) -> Outcome:
    return Outcome((_residence(s, r) if r.duty == "residence" else _notebook(s, r),))


def _residence(s: Situation, r: DutySaid) -> Say:
    _ = s.translate
    here, missing = residence_ways(ResidenceAsked(r.unit, int(r.occasion)), _)
    if r.yes:
        text = _("Noted: {unit} has all opinions of where its members live, {year}. Thank you.")
        return Say(text.format(unit=r.unit.name, year=r.occasion), rows(missing))
    text = _(
        "Noted: opinions of where its members live are still missing at {unit}, {year}. "
        "When all are here, press the button below."
    )
    if (s.now.month, s.now.day) < (RESIDENCE_MONTH, RESIDENCE_AGAIN):
        text += " " + _("The assistant reminds you on {day} December.").format(day=RESIDENCE_AGAIN)
    return Say(text.format(unit=r.unit.name, year=r.occasion), rows(here))


def _notebook(s: Situation, r: DutySaid) -> Say:
    _ = s.translate
    page = act(_("Page for notes to print"), "notebook-page", r.unit.id)
    if r.yes:
        text = _(
            "Noted: the members of {unit} write in a notebook. Before each regular meeting the "
            "assistant reminds them to bring it, and no more of the electronic handbook."
        )
        other = act(_("We use the electronic handbook now"), "handbook", r.unit.id)
        return Say(text.format(unit=r.unit.name), rows(page, other))
    text = _("Noted: {unit} uses the electronic members' handbook.")
    by_hand = _("{unit} writes in a notebook")
    other = act(by_hand.format(unit=r.unit.name), "notebook", r.unit.id)
    return Say(text.format(unit=r.unit.name), rows(other))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {DutySaid: _said}
