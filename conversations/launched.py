"""Models launched from above: which a unit can still take up, and which are not open yet."""

from collections.abc import Sequence

from conversations.situation import Form, Situation
from conversations.states import say_names
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.adopting import SOURCE
from rules.adoption_requests import Adopting, AdoptionOf
from rules.entry import Entry
from rules.numbers import say_percent
from rules.person import Unit
from rules.programme import Kind, Launched, Programme
from rules.summary import Adoption


def to_take_up(form: Form, unit: Unit, entries: Sequence[Entry]) -> list[Launched]:
    """Return the open models the unit is to carry out and has not registered in this round."""
    here = (form.programme.code, form.year)
    standing = [e for e in entries if (e.programme, e.round) == here and e.state != "withdrawn"]
    taken = {entry.source for entry in standing}
    open_ = form.programme.launched_for(unit.type)
    return [model for model in open_ if SOURCE + model.code not in taken]


def offered_kinds(programme: Programme, left: Sequence[Launched]) -> tuple[Kind, ...]:
    """Return the kinds to choose from; none to take up what is not there to be taken up."""
    if left or not programme.launched:
        return programme.kinds
    return tuple(kind for kind in programme.kinds if kind.origin != "adopt")


def ask_launched(ask: Ask, _: Translate, left: Sequence[Launched]) -> Launched | None:
    """Return the only model left to take up, or ask which; None where the document names none."""
    if len(left) <= 1:
        return left[0] if left else None
    choices = [Choice(model.code, model.name) for model in left]
    text = _("Which of the models launched from above is it?")
    code = ask.choice("_launched", _("Launched model"), text, choices)
    return next(model for model in left if model.code == code)


def given_by_launched(programme: Programme, model: Launched) -> dict[str, str]:
    """Return what a launched model says already, by box key."""
    known = {"name": model.name, "field": model.field, "content": model.content}
    return {box.key: known.get(box.type, "") for box in programme.boxes}


def say_left(form: Form, unit: Unit, entries: Sequence[Entry], _: Translate) -> list[str]:
    """Return a line for each launched model the unit has not taken up."""
    text = _("• To be taken up: “{name}”")
    return [text.format(name=model.name) for model in to_take_up(form, unit, entries)]


def say_launched(s: Situation, form: Form, office: Unit) -> list[str]:
    """Return how far an office's units are with each launched model, and which are not open yet."""
    if not form.programme.launched:
        return []
    now: Adopting = s.facts_of(AdoptionOf(office.id, form.programme.code, form.year))
    closed = [_closed(s, model) for model in form.programme.launched if not model.open]
    return [*(_taken_up(s, model) for model in now.models), *closed]


def _taken_up(s: Situation, model: Adoption) -> str:
    _, far = s.translate, model.adopted
    text = _("“{name}”: {done} of {of} units have taken it up ({rate}).")
    line = text.format(name=model.name, done=far.done, of=far.of, rate=say_percent(far.rate))
    if not far.left or not far.done:
        return line
    return f"{line}\n" + _("Not yet: {names}.").format(names=say_names(far.left, _))


def _closed(s: Situation, model: Launched) -> str:
    _ = s.translate
    text = _("Not open yet: “{name}” ({when})")
    return text.format(name=model.name, when=model.opens_when)
