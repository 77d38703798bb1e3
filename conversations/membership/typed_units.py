"""A unit that somebody typed and nobody knows: the office says which it is, or takes it in."""

from conversations.organising.pick_unit import pick_unit
from conversations.situation import Here, Surroundings
from conversations.subject import subject
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.member import AskedUnit
from rules.member_commands import AdmitUnit, IdentifyUnit
from rules.member_requests import AskedUnitOf
from rules.person import Unit
from rules.unit_commands import LeaveUnitAsIs

Ending = IdentifyUnit | AdmitUnit | LeaveUnitAsIs


def identify_unit(ask: Ask, _: Translate) -> Ending:
    """Ask which of the known units it is, and for a second yes."""
    asked = _asked(ask)
    if asked is None:
        return LeaveUnitAsIs(subject(ask))
    if asked.unit.name:
        text = _("Which unit is “{unit}”? Part of its name will do.").format(unit=asked.unit.name)
    else:
        text = _("To which unit does {people} belong? Part of its name will do.")
        text = text.format(people=_people(asked))
    known = pick_unit(ask, _, "known", text)
    if known is None:
        return LeaveUnitAsIs(subject(ask))
    if not asked.unit.name:
        text = _("{people} and {entries} registrations go to {unit}.")
    elif asked.entries:
        text = _("“{asked}” is {unit}: {people} and {entries} registrations go there.")
    else:
        text = _("“{asked}” is {unit}: {people} go there.")
    text += "\n\n" + _("Is that right?")
    text = text.format(
        asked=asked.unit.name, unit=known.name, people=_people(asked), entries=asked.entries
    )
    return _sure(ask, _, text, IdentifyUnit(asked.unit.id, known.id))


def admit_unit(ask: Ask, _: Translate) -> Ending:
    """Ask under which unit it stands and of which type it is, and for a second yes."""
    asked = _asked(ask)
    if asked is None:
        return LeaveUnitAsIs(subject(ask))
    text = _("Under which unit does “{unit}” stand? Part of its name will do.")
    above = pick_unit(ask, _, "above", text.format(unit=asked.unit.name))
    if above is None:
        return LeaveUnitAsIs(subject(ask))
    type_, label = _type(ask, _, above)
    text = _("New unit “{unit}”, {type}, under {above}.\n\nIs that right?")
    text = text.format(unit=asked.unit.name, type=label, above=above.name)
    return _sure(ask, _, text, AdmitUnit(asked.unit.id, above.id, type_))


def _asked(ask: Ask) -> AskedUnit | None:
    found: AskedUnit | None = ask.fact(AskedUnitOf(subject(ask)))
    return found


def _people(asked: AskedUnit) -> str:
    return ", ".join(name for name in asked.people if name) or "…"


def _type(ask: Ask, _: Translate, above: Unit) -> tuple[str, str]:
    """Return code and label of one of the types that may stand there."""
    here: Surroundings = ask.fact(Here())
    programme = here.forms[0].programme
    types = programme.unit_types
    fitting = [one for one in types if programme.may_stand_under(one[0], above.type)] or types
    if len(fitting) == 1:
        return fitting[0]
    choices = [Choice(code, label) for code, label in fitting]
    chosen = ask.choice("type", _("Type"), _("Of which type is it?"), choices)
    return chosen, dict(fitting)[chosen]


def _sure(ask: Ask, _: Translate, text: str, command: IdentifyUnit | AdmitUnit) -> Ending:
    yes, no = _("Yes, do it"), _("No, change nothing")
    if ask.maybe("sure", _("Is that right?"), text, yes=yes, no=no):
        return command
    return LeaveUnitAsIs(subject(ask))
