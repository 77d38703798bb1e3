"""What only the office reads of how its units stand: models launched, types to be covered."""

from conversations.launched import say_launched
from conversations.offices import offices
from conversations.situation import Form, Situation
from conversations.states import say_names
from conversations.units_below import below
from rules.person import Unit
from rules.progress import Progress


def say_to_office(s: Situation, form: Form) -> list[str]:
    """Return a paragraph for each duty of all units; nothing for who is not of the office."""
    mine = offices(s.person)
    launched = [line for office in mine for line in say_launched(s, form, office)]
    return launched + [line for office in mine for line in _coverage(s, form, office)]


def _coverage(s: Situation, form: Form, office: Unit) -> list[str]:
    table = below(s, form, office)
    names = {line.now.unit.id: line.now.unit.name for line in table.lines}
    return [_covered(s, form, kind, far, names) for kind, far in table.coverage if far.of]


def _covered(s: Situation, form: Form, unit_type: str, far: Progress, names: dict[str, str]) -> str:
    _ = s.translate
    label = dict(form.programme.unit_types)[unit_type]
    if not far.left:
        return _("{type}: every unit has a model in {year}.").format(type=label, year=form.year)
    text = _("{type}: {count} units have none in {year} yet: {names}.")
    left = say_names([names[unit] for unit in far.left], _)
    return text.format(type=label, count=len(far.left), year=form.year, names=left)
