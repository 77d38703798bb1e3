"""Whose registration it is: which programme and round, which unit, which person."""

from collections.abc import Sequence

from conversations.kinds import Chosen
from conversations.programme_names import programme_name
from conversations.situation import Form, Surroundings, form_of
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.person import Membership

BEHALF = "behalf"
A_NAME = "Vàng A Chư"


def ask_form(ask: Ask, _: Translate, here: Surroundings) -> Form:
    """Return the only programme there is, or ask which one."""
    if len(here.forms) == 1:
        return here.forms[0]
    choices = [Choice(f.programme.code, programme_name(f, here.forms)) for f in here.forms]
    text = _("Which programme is it for?")
    return form_of(here.forms, ask.choice("_programme", _("Programme"), text, choices))


def ask_round(ask: Ask, _: Translate, here: Surroundings, form: Form) -> bool:
    """Return whether a draft of an earlier round is to wait; one of this is not asked about."""
    begun = here.dialog.round
    if begun in {0, form.year}:
        return False
    text = _("This was begun for {begun}; that round is over. Register it for {year}?")
    yes = Choice(f"y{form.year}", _("For {year}").format(year=form.year), ("có", "đồng ý"))
    aside = Choice("aside", _("Put it aside"))
    text = text.format(begun=begun, year=form.year)
    return ask.choice("_round", "", text, (yes, aside), kind="maybe") == "aside"


def ask_for_whom(ask: Ask, _: Translate, hats: Sequence[Membership]) -> Membership:
    """Return the person's only unit, or ask for which of several, or for somebody without a phone.

    A draft begun for a unit that is no longer theirs is asked about even when one is left.
    """
    if len(hats) == 1 and ask.noted("_for") in {"", hats[0].unit.id}:
        return hats[0]
    choices = [Choice(hat.unit.id, _hat(hat)) for hat in hats]
    behalf = Choice(
        BEHALF,
        _("Register for a member who does not use a phone"),
        ("đăng ký thay", "đăng ký hộ", "ghi hộ", "thay người khác"),
    )
    code = ask.choice("_for", _("Unit"), _("You register for:"), (*choices, behalf))
    if code == BEHALF:
        code = ask.choice("_for/unit", _("Unit"), _("Of which unit are they?"), choices)
    return next(hat for hat in hats if hat.unit.id == code)


def ask_person(ask: Ask, _: Translate, chosen: Chosen, *, me: str = "") -> str:
    """Return the name of the individual it is about; "" for a collective registered by itself.

    `me` is the name offered, of whoever registers.
    """
    if chosen.behalf or ask.noted("_for") == BEHALF:
        text = _("Whom do you register for? Their full name, please.")
        label = _("Registered for")
        return ask.text("_person", label, text, least=2, most=100, example=A_NAME)
    if chosen.kind.subject == "collective":
        return ""
    offer = (Choice("me", me),) if me else ()
    text = _("Who is it about? Their full name, please.")
    label = _("Individual")
    return ask.text("_person", label, text, least=2, most=100, example=A_NAME, offer=offer)


def ask_agreement(ask: Ask, _: Translate, here: Surroundings, person: str) -> bool:
    """Return whether a named third person knows and agrees; nobody else is asked about."""
    if not person or person == here.person.name:
        return True
    text = _("Does {person} know, and agree to be registered and to have their name kept?")
    yes, no = _("Yes, they agree"), _("Not yet (keep it, send it after asking)")
    return ask.maybe("_person/agreed", "", text.format(person=person), yes=yes, no=no)


def _hat(hat: Membership) -> str:
    return f"{hat.unit.name} ({hat.position})" if hat.position else hat.unit.name
