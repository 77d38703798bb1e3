"""What is said after deadlines or the calendar were changed, or more time was asked for."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations import show
from conversations.deadline_refusals import deadline_refusals
from conversations.deadline_words import say_ends
from conversations.moments import say_day, say_moment
from conversations.offer import act, rows
from conversations.outcome import Outcome
from conversations.refusals import details_of
from conversations.say import Say
from conversations.situation import Situation, Translate
from rules import deadline_results as results


def say_changed(r: results.DeadlinesChanged, _: Translate) -> str:
    """Return what was changed for whom, and who is told."""
    text = _("The deadline is changed for {unit} and all units below it.")
    if not r.below:
        text = _("The deadline is changed for {unit} alone.")
    told = _("{contacts} contacts are told after two minutes, outside the quiet hours.")
    parts = [text.format(unit=r.unit.name), say_ends(r.ends, _), told.format(contacts=r.contacts)]
    if r.late:
        late = _("{count} registrations sent late are on time now.")
        parts.append(late.format(count=r.late))
    return "\n".join(parts)


def say_else(r: results.DeadlinesElse, _: Translate) -> str:
    """Return that somebody was first."""
    text = _("Comrade {by} changed a deadline, {moment}. Nothing of yours was done; look again.")
    if r.own:
        text = _("You changed a deadline yourself, {moment}. Nothing more was done.")
    return text.format(by=r.by or _("of the office"), moment=say_moment(r.at, _))


def say_stays(r: results.DeadlinesStay, _: Translate) -> str:
    """Return that nothing was changed, and why it could not be."""
    if r.why is None:
        return _("Nothing was changed.")
    text = deadline_refusals(_).get(r.why.reason, _("This cannot be done; nothing changed."))
    return text.format(**details_of(r.why))


def say_said(r: results.DaySaid, _: Translate) -> str:
    """Return what a day is now, and which deadlines moved by it."""
    text = _("{day} is a day off now.") if r.off else _("{day} is a working day now.")
    parts = [text.format(day=say_day(r.day, _))]
    if r.moved:
        parts.append(say_ends(r.moved, _))
    return "\n".join(parts)


def _changed(s: Situation, r: results.DeadlinesChanged) -> Outcome:
    _ = s.translate
    ways = rows(act(_("Deadlines"), "deadlines"), act(_("What was changed"), "deadline-history"))
    return Outcome((Say(say_changed(r, _), ways),))


def _else(s: Situation, r: results.DeadlinesElse) -> Outcome:
    _ = s.translate
    again = act(_("Change a deadline"), "change-deadline")
    ways = rows(act(_("What was changed"), "deadline-history"), again)
    return Outcome((Say(say_else(r, _), ways),))


def _stays(s: Situation, r: results.DeadlinesStay) -> Outcome:
    return Outcome((show.main_list(s, say_stays(r, s.translate)),))


def _asked(s: Situation, r: results.ExtensionAsked) -> Outcome:
    _ = s.translate
    text = _("Your wish of more time for {unit} went to {human}; the deadline holds until then.")
    if not r.told:
        text = _("Your wish of more time for {unit} is noted. Please call {human}, too.")
    text = text.format(unit=r.unit.name, human=show.say_human(s, r.human))
    return Outcome((Say(text, rows(act(_("Deadlines"), "deadlines"))),))


def _said(s: Situation, r: results.DaySaid) -> Outcome:
    _ = s.translate
    return Outcome((Say(say_said(r, _), rows(act(_("Days off"), "days-off"))),))


SENTENCES: Mapping[type, Callable[[Any, Translate], str]] = {
    results.DeadlinesChanged: say_changed,
    results.DeadlinesElse: say_else,
    results.DeadlinesStay: say_stays,
    results.DaySaid: say_said,
}
WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    results.DeadlinesChanged: _changed,
    results.DeadlinesElse: _else,
    results.DeadlinesStay: _stays,
    results.ExtensionAsked: _asked,
    results.DaySaid: _said,
}
