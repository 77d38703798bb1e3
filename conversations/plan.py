"""The plan of a unit for a model launched from above: asked with it, or told later."""

from collections.abc import Sequence

from conversations.situation import Form, Here, Situation, Surroundings
from conversations.whose import ask_form
from dialog.ask import Ask
from dialog.questions import SKIP, Choice
from dialog.turn import Translate
from rules.adoption_commands import KeepPlan
from rules.adoption_requests import PlansOf
from rules.fold import fold
from rules.person import Membership, Person
from rules.programme import Launched, Programme
from rules.readers import plain_text
from rules.roles import holds

_MOST = 300
_NONE = {"chua", "chua co", "khong", "khong co", "chua co ke hoach"}
_EXAMPLE = "Kế hoạch số 12-KH/CB ngày 5/4/2024"


def plan(ask: Ask, _: Translate) -> KeepPlan:
    """Ask for which unit and model there is a plan, and how it is cited."""
    here: Surroundings = ask.fact(Here())
    form = ask_form(ask, _, here)
    year, code = form.year, form.programme.code
    hats = planning(here.person, form.programme)
    if not hats:  # they were asked for one a while ago; there is nothing to be planned by now
        return KeepPlan("", code, year, "", "")
    hat = _ask_unit(ask, _, hats)
    models = form.programme.launched_for(hat.unit.type)
    model = _ask_model(ask, _, models, ask.fact(PlansOf(hat.unit.id, code, year)))
    text = _("The plan to carry out “{name}”: its number and day.").format(name=model.name)
    words = ask.text("words", _("Plan"), text, least=3, most=_MOST, example=_EXAMPLE)
    return KeepPlan(hat.unit.id, code, year, model.code, words)


def planning(person: Person, programme: Programme) -> list[Membership]:
    """Return the places in which somebody can tell of plans: an officer's, where one is asked."""
    return [
        hat
        for hat in person.memberships
        if hat.confirmed and holds(hat.role, "officer") and programme.launched_for(hat.unit.type)
    ]


def may_plan(s: Situation) -> bool:
    """Return whether there is anything somebody could tell a plan for."""
    return any(planning(s.person, form.programme) for form in s.forms)


def ask_plan(ask: Ask, _: Translate, form: Form, hat: Membership, model: Launched | None) -> str:
    """Ask for the plan beside a registration; "" where there is none, or one is known already.

    Only who belongs to the unit for certain is asked.
    """
    if model is None or not hat.confirmed:
        return ""
    if model.code in ask.fact(PlansOf(hat.unit.id, form.programme.code, form.year)):
        return ""
    text = _("The plan to carry out “{name}” (number, day)? Without one yet, choose “None yet”.")
    text = text.format(name=model.name)
    label, none = _("Plan"), _("None yet")
    return ask.words("_plan", label, text, _read, skip=none, example=_EXAMPLE)


def _read(said: str) -> str:
    if fold(said).strip(" .") in _NONE:
        return SKIP
    return plain_text(3, _MOST)(said)


def _ask_unit(ask: Ask, _: Translate, hats: Sequence[Membership]) -> Membership:
    if len(hats) == 1:
        return hats[0]
    choices = [Choice(hat.unit.id, hat.unit.name) for hat in hats]
    code = ask.choice("unit", _("Unit"), _("Of which unit is the plan?"), choices)
    return next(hat for hat in hats if hat.unit.id == code)


def _ask_model(
    ask: Ask, _: Translate, models: Sequence[Launched], planned: Sequence[str]
) -> Launched:
    """Return the only model, or ask which; those without a plan come first."""
    if len(models) == 1:
        return models[0]
    there = _("{name} (has a plan)")
    ordered = sorted(models, key=lambda model: model.code in planned)
    choices = [
        Choice(m.code, there.format(name=m.name) if m.code in planned else m.name) for m in ordered
    ]
    code = ask.choice("model", _("Launched model"), _("For which model is the plan?"), choices)
    return next(model for model in models if model.code == code)
