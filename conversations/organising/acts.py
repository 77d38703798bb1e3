"""What can be asked for about units: cards, what is below them, changes."""

from collections.abc import Callable, Mapping
from functools import partial

from conversations.dialogs import begin
from conversations.drive import present
from conversations.offer import act, rows
from conversations.organising.card import unit_card
from conversations.organising.refusals import unit_refusals
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.show import main_list, none_such
from conversations.situation import Situation
from rules.person import Unit
from rules.roles import holds
from rules.unit_card import UnitCard
from rules.unit_requests import CardOf, UnitsBelow, UnitsOfMine

LISTED = 7
SCRIPTS = (
    "rename", "retype", "move", "merge", "split", "end", "add-unit", "in-charge", "headcount",
    "exempt",
)  # fmt: skip


def _organisation(s: Situation, subject: str) -> Outcome:
    """Return the card of a unit, by default of the person's own; of several ask which."""
    _ = s.translate
    if subject:
        return _named(s, subject)
    own = {hat.unit.id: hat.unit for hat in s.person.memberships if hat.confirmed}
    if not own:
        text = _("You belong to no unit that is confirmed yet; then there is nothing to see here.")
        return Outcome((main_list(s, text),))
    if len(own) == 1:
        return _organisation(s, next(iter(own)))
    return Outcome((_list(s, _("Which of your units?"), tuple(own.values())),))


def _named(s: Situation, subject: str) -> Outcome:
    """Return the card of a unit by its id or what it is called; of several ask which."""
    card: UnitCard | None = s.facts_of(CardOf(subject))
    found = () if card else s.facts_of(UnitsOfMine(subject))
    if len(found) > 1:
        _ = s.translate
        return Outcome((_list(s, _("Which of your units?"), found),))
    meant = found[0].id if found else subject
    return _with_card(s, meant, lambda card: Outcome((unit_card(s, card),)))


def _below(s: Situation, subject: str) -> Outcome:
    """Return the units directly below one."""
    _ = s.translate
    below: tuple[Unit, ...] = s.facts_of(UnitsBelow(subject))
    if not below:
        return _organisation(s, subject)
    text = _("Units directly below: {count}").format(count=len(below))
    if len(below) > LISTED:
        text += ". " + _("The first {count} are here; find the others by their names.").format(
            count=LISTED
        )
    return Outcome((_list(s, text, below[:LISTED]),))


def _list(s: Situation, text: str, units: tuple[Unit, ...]) -> Say:
    _ = s.translate
    ways = (act(unit.name, "organisation", unit.id) for unit in units)
    return Say(text, rows(*ways, act(_("Find another unit"), "find-unit")))


def _changes(s: Situation, subject: str) -> Outcome:
    """Return what may become of a unit."""
    _ = s.translate

    def offered(card: UnitCard) -> Outcome:
        if card.ended or not holds(card.role, "office"):
            return Outcome((unit_card(s, card),))
        labels = {
            "rename": _("Another name"),
            "retype": _("Another type"),
            "move": _("Under another unit"),
            "merge": _("Merge with others"),
            "split": _("Split it"),
            "end": _("End it"),
        }
        ways = (act(label, name, subject, card.version) for name, label in labels.items())
        back = act(_("Leave it as it is"), "organisation", subject)
        text = _("What is to change about “{unit}”?").format(unit=card.unit.name)
        return Outcome((Say(text, rows(*ways, back)),))

    return _with_card(s, subject, offered)


def _begin(script: str, s: Situation, subject: str) -> Outcome:
    """Begin a change of a unit that its reader may change, else show how it stands."""

    def begun(card: UnitCard) -> Outcome:
        if card.ended or not holds(card.role, "office"):
            return Outcome((unit_card(s, card),))
        if script == "split" and card.below:  # nobody guesses which of them goes where
            why = unit_refusals(s.translate)["units-below"]
            lead = why.format(unit=card.unit.name, count=card.below)
            return Outcome((unit_card(s, card, lead=lead),))
        return present(s, begin(s, script, subject=subject))

    return _with_card(s, subject, begun)


def _find(s: Situation, _subject: str) -> Outcome:
    return present(s, begin(s, "find-unit"))


def _with_card(s: Situation, subject: str, then: Callable[[UnitCard], Outcome]) -> Outcome:
    card: UnitCard | None = s.facts_of(CardOf(subject)) if subject else None
    return then(card) if card else Outcome((none_such(s),))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "organisation": _organisation,
    "units-below": _below,
    "unit-changes": _changes,
    "find-unit": _find,
    **{script: partial(_begin, script) for script in SCRIPTS},
}
