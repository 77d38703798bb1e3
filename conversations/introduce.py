"""For whoever came without a code: name and unit, in one bubble."""

from __future__ import annotations

from conversations.situation import Here, Surroundings, Translate
from dialog.ask import Ask
from rules.commands import Introduce
from rules.requests import UnitsLike
from rules.unit_search import split_name_and_unit


def introduce(ask: Ask, _: Translate) -> Introduce:
    """Ask who is there, and find the unit as it was typed; a unit joined by code is not asked."""
    here: Surroundings = ask.fact(Here())
    if here.person.memberships:
        unit = here.person.memberships[0].unit
        name = ask.text("name", _("Your name"), _("Please say your full name."), least=2, most=100)
        return Introduce(name, unit.id, unit.name)
    said = ask.text(
        "who",
        _("Name and unit"),
        _("Please say your full name and your unit."),
        most=300,
        example="Nguyễn Văn Bình, Sở Giao thông vận tải",
        also=split_name_and_unit,
    )
    name, words = split_name_and_unit(said)
    typed = ask.noted("unit~") or words
    found = ask.fact(UnitsLike(typed))
    if len(found) == 1:
        return Introduce(name, found[0].id, found[0].name)
    picked = ask.pick(
        "unit",
        _("Unit"),
        _("Which unit is it? Not in the list: type its name again, or press the last line."),
        UnitsLike(typed),
        other=_("“{unit}” is not in the list").format(unit=typed),
    )
    return Introduce(name, picked, next((u.name for u in found if u.id == picked), typed))
