"""What only the office reads of how its units stand: models launched, types to be covered."""

from conversations.launched import say_launched
from conversations.situation import Form, Situation
from conversations.states import say_names
from rules.person import Unit
from rules.unit_requests import UncoveredBelow


def say_to_office(s: Situation, form: Form) -> list[str]:
    """Return a paragraph for each duty of all units; nothing for who is not of the office."""
    hats = s.person.memberships
    offices = [hat.unit for hat in hats if hat.confirmed and hat.role in {"office", "admin"}]
    if not offices:
        return []
    covered = [_covered(s, form, at, kind) for at in offices for kind in form.programme.covered]
    return [*say_launched(s, form), *covered]


def _covered(s: Situation, form: Form, office: Unit, unit_type: str) -> str:
    _ = s.translate
    label = dict(form.programme.unit_types)[unit_type]
    without: tuple[Unit, ...] = s.facts_of(UncoveredBelow(office.id, unit_type, form.year))
    if not without:
        return _("{type}: every unit has a model in {year}.").format(type=label, year=form.year)
    text = _("{type}: {count} units have none in {year} yet: {names}.")
    names = say_names([unit.name for unit in without], _)
    return text.format(type=label, count=len(without), year=form.year, names=names)
