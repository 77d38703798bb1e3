"""What is said after a unit was changed, or was not."""

from collections.abc import Callable, Mapping
from typing import Any

from conversations.offer import act, rows
from conversations.organising.card import unit_card
from conversations.organising.changes import say_change
from conversations.organising.naming import names_in
from conversations.organising.refusals import unit_refusals
from conversations.outcome import Outcome
from conversations.refusals import details_of
from conversations.say import Say
from conversations.show import none_such
from conversations.situation import Situation
from rules import unit_results
from rules.unit_commands import SplitUnit


def _changed(s: Situation, r: unit_results.UnitChanged) -> Outcome:
    _ = s.translate
    names = {**dict(s.forms[0].programme.unit_types), **names_in(r)}
    lines = [_("Done. {change}").format(change=say_change(r.command, names, _))]
    if r.told:
        lines.append(_("Contacts told: {count}.").format(count=r.told))
    if isinstance(r.command, SplitUnit):
        text = _("The {count} new units have no contact yet.")
        lines.append(text.format(count=len(r.command.names)))
    if r.card is None:
        return Outcome((Say("\n".join(lines)),))
    see = act(_("See the unit"), "organisation", r.card.unit.id, r.card.version)
    return Outcome((Say("\n".join(lines), rows(see)),))


def _refused(s: Situation, r: unit_results.UnitRefused) -> Outcome:
    _ = s.translate
    why = unit_refusals(_)[r.why.reason].format(**details_of(r.why))
    lead = _("Nothing was changed. {why}").format(why=why)
    return Outcome((unit_card(s, r.card, lead=lead),) if r.card else (Say(lead),))


def _as_is(s: Situation, r: unit_results.UnitAsIs) -> Outcome:
    _ = s.translate
    if r.card is None:
        return Outcome((none_such(s),))
    lead = "" if r.looked else _("Nothing was changed.")
    return Outcome((unit_card(s, r.card, lead=lead),))


WORDS: Mapping[type, Callable[[Situation, Any], Outcome]] = {
    unit_results.UnitChanged: _changed,
    unit_results.UnitRefused: _refused,
    unit_results.UnitAsIs: _as_is,
}
