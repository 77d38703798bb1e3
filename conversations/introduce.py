"""For whoever came without a code: name and unit, in one bubble."""

from conversations.intents import intent
from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import Introduce
from rules.name_alone import name_alone
from rules.name_and_unit import split_name_and_unit
from rules.readers import plain_text
from rules.requests import UnitsLike

EXAMPLE = "Nguyễn Văn Bình, Sở Giao thông vận tải"
A_UNIT = "Sở Giao thông vận tải"


def introduce(ask: Ask, _: Translate) -> Introduce:
    """Ask who is there, and find the unit as it was typed; a unit joined by code is not asked."""
    here: Surroundings = ask.fact(Here())
    if hat := here.person.home():
        unit = hat.unit
        name = ask.text("name", _("Your name"), _("Please say your full name."), least=2, most=100)
        return Introduce(name, unit.id, unit.name)
    name, words = _who(ask, _, here.person.name)
    typed = ask.noted("unit~") or words
    found = ask.fact(UnitsLike(typed))
    if len(found) == 1:
        return Introduce(name, found[0].id, found[0].name)
    text = _("Which unit is it? Not in the list: type its name again, or choose the last line.")
    other = _("“{unit}” is not in the list").format(unit=typed)
    picked = ask.pick("unit", _("Unit"), text, UnitsLike(typed), other=other)
    return Introduce(name, picked, next((u.name for u in found if u.id == picked), typed))


def _who(ask: Ask, _: Translate, name: str) -> tuple[str, str]:
    """Ask for what is not known: name and unit in one bubble, or only the unit."""
    if name:
        return name, _unit(ask, _, _("Which unit do you belong to now?"))
    text = _("Please say your full name and your unit.")
    said = ask.words("who", _("Name and unit"), text, _name_and_unit, example=EXAMPLE)
    if alone := name_alone(said):
        thanks = _("Thank you, comrade {name}.").format(name=alone)
        text = _("Which unit do you belong to now?")
        return alone, _unit(ask, _, f"{thanks}\n\n{text}")
    return split_name_and_unit(said)


def _unit(ask: Ask, _: Translate, text: str) -> str:
    read = plain_text(2, 200)
    return ask.words("unit/now", _("Unit"), text, read, kind="find", example=A_UNIT)


def _name_and_unit(said: str) -> str:
    if intent(said)[0] or not name_alone(said):
        split_name_and_unit(said)
    return plain_text(5, 300)(said)
