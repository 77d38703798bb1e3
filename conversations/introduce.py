"""For whoever came without a code: name and unit, in one bubble."""

from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import Introduce
from rules.name_and_unit import split_name_and_unit
from rules.readers import plain_text
from rules.requests import UnitsLike

EXAMPLE = "Nguyễn Văn Bình, Sở Giao thông vận tải"


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
        text = _("Which unit do you belong to now?")
        return name, ask.text("unit/now", _("Unit"), text, least=2, most=200, example=EXAMPLE)
    text = _("Please say your full name and your unit.")
    said = ask.words("who", _("Name and unit"), text, _name_and_unit, example=EXAMPLE)
    return split_name_and_unit(said)


def _name_and_unit(said: str) -> str:
    split_name_and_unit(said)
    return plain_text(5, 300)(said)
