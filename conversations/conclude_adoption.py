"""What is said after a model was launched, read of or planned, and a target marked."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import show
from conversations.launch_notices import carry_out
from conversations.moments import say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Situation, form_of
from rules import adoption_results as results


def _opened(s: Situation, r: results.LaunchOpened) -> Outcome:
    _ = s.translate
    see = rows(act(_("How far the units are"), "launched"))
    if r.again and r.at:
        text = _("Comrade {by} launched “{name}”, {moment}. What you did changes nothing.")
        text = text.format(by=r.by, name=r.name, moment=say_moment(r.at, _))
    else:
        text = _("“{name}” is launched: {told} contacts of {units} units are told.")
        text = text.format(name=r.name, told=r.told, units=r.units)
    return Outcome((Say(text, see),))


def _read(s: Situation, r: results.LaunchRead) -> Outcome:
    _ = s.translate
    programme = form_of(s.forms, r.programme).programme
    text = _("Thank you. {board} knows that you have read of “{name}”.")
    text = text.format(board=programme.office.board, name=r.name)
    return Outcome((Say(text, rows(carry_out(r.programme, r.model, _))),))


def _planned(s: Situation, r: results.PlanKept) -> Outcome:
    _ = s.translate
    text = _("Noted, the plan of {unit} for “{name}”: {words}.")
    text = text.format(unit=r.unit.name, name=r.name, words=r.words.rstrip(". "))
    return Outcome((show.main_list(s, text),))


def _marked(s: Situation, r: results.TargetMarked) -> Outcome:
    _ = s.translate
    text = _("Noted as met: {label}.") if r.met else _("Noted as not met: {label}.")
    see = rows(act(_("See the targets"), "targets"))
    return Outcome((Say(text.format(label=r.label.rstrip(". ")), see),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.LaunchOpened: _opened,
    results.LaunchRead: _read,
    results.PlanKept: _planned,
    results.TargetMarked: _marked,
}
