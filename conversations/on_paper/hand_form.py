"""Photos of a form that was filled in by hand: the office types it in."""

from collections.abc import Sequence

from conversations.closing import is_over, say_until
from conversations.photos import MOST
from conversations.redirect import PutAside, WhoFirst
from conversations.situation import Here, Surroundings
from conversations.whose import ask_form
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.paper_commands import SendForm
from rules.person import Membership, Unit


def hand_form(ask: Ask, _: Translate) -> SendForm | PutAside | WhoFirst:
    """Take photos one by one until they are all, and the unit where there are several."""
    here: Surroundings = ask.fact(Here())
    if not here.person.memberships:
        return WhoFirst()
    form = ask_form(ask, _, here)
    at = here.came or ask.now
    of_hats = [form.of(hat.unit.id) for hat in here.person.memberships]
    if all(is_over(one, at) for one in of_hats):
        return PutAside(why=say_until(of_hats[0], ask.now, _))
    text = _(
        "Take a photo of the form, the whole page, so that every word can be read, "
        "and send it here, one or several."
    )
    refs = ask.photos("photos", _("Photos of the form"), text, most=MOST, done=_("Send the form"))
    if not refs:
        return PutAside(why=_("There was no photo, so nothing was sent."))
    unit = _ask_unit(ask, _, here.person.memberships)
    if is_over(form.of(unit.id), at):
        return PutAside(why=say_until(form.of(unit.id), ask.now, _))
    return SendForm(unit.id, form.programme.code, form.year, tuple(refs))


def _ask_unit(ask: Ask, _: Translate, hats: Sequence[Membership]) -> Unit:
    if len(hats) == 1:
        return hats[0].unit
    choices = [Choice(hat.unit.id, hat.unit.name) for hat in hats]
    code = ask.choice("unit", _("Unit"), _("Of which unit is this form?"), choices)
    return next(hat.unit for hat in hats if hat.unit.id == code)
