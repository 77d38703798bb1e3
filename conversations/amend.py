"""Correcting what is kept about oneself: name, phone, the words for a position."""

from conversations.situation import Here, Surroundings
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.own_name import own_name
from rules.rights import CorrectMyData

A_NAME = "Nguyễn Văn Bình"
EXAMPLE = "Phó Bí thư chi bộ"


def amend(ask: Ask, _: Translate) -> CorrectMyData:
    """Ask what is wrong, then what is right."""
    here: Surroundings = ask.fact(Here())
    places = {hat.unit.id: hat for hat in here.person.memberships}
    text = _("What is to be corrected?")
    what = ask.choice("what", _("To be corrected"), text, _parts(_, here))
    if what == "name":
        text = _("Please say your full name.")
        name = ask.words("name", _("Your name"), text, own_name, example=A_NAME)
        return CorrectMyData("name", name)
    if what == "phone":
        text = _("Please say your phone number.")
        return CorrectMyData("phone", ask.phone("phone", _("Phone"), text))
    hat = places[what]
    text = _("What is your position at {unit}?").format(unit=hat.unit.name)
    words = ask.text("position", _("Position held"), text, least=2, most=200, example=EXAMPLE)
    return CorrectMyData("position", words, hat.id)


def _parts(_: Translate, here: Surroundings) -> list[Choice]:
    places = [
        Choice(hat.unit.id, _("Position at {unit}").format(unit=hat.unit.name))
        for hat in here.person.memberships
    ]
    return [Choice("name", _("Name")), Choice("phone", _("Phone")), *places]
