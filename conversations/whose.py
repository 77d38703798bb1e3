"""Whose registration it is: which programme and round, which unit, which person."""

from __future__ import annotations

from conversations.kinds import Chosen
from conversations.situation import Form, Surroundings, Translate
from dialog.ask import Ask
from dialog.questions import Choice
from rules.person import Membership

BEHALF = "behalf"


def ask_form(ask: Ask, _: Translate, here: Surroundings) -> Form:
    """Return the only programme there is, or ask which one."""
    if len(here.forms) == 1:
        return here.forms[0]
    choices = [Choice(form.programme.code, form.programme.title) for form in here.forms]
    return here.form(
        ask.choice("programme", _("Programme"), _("Which programme is it for?"), choices)
    )


def ask_round(ask: Ask, _: Translate, here: Surroundings, form: Form) -> None:
    """Ask where a draft of an earlier round belongs now; a draft of this round is not asked."""
    begun = here.dialog.round
    if begun in {0, form.year}:
        return
    ask.choice(
        "round",
        _("Year"),
        _("This was begun for {begun}; that round is over. Register it for {year}?").format(
            begun=begun, year=form.year
        ),
        (Choice(f"y{form.year}", _("For {year}").format(year=form.year)),),
    )


def ask_for_whom(ask: Ask, _: Translate, here: Surroundings) -> Membership:
    """Return the person's only unit, or ask for which of several, or for somebody without a phone."""
    hats = here.person.memberships
    if len(hats) == 1:
        return hats[0]
    choices = [Choice(hat.unit.id, _hat(hat)) for hat in hats]
    code = ask.choice("for", _("Unit"), _("You register for:"), [*choices, behalf(_)])
    if code == BEHALF:
        code = ask.choice("for-unit", _("Unit"), _("Of which unit are they?"), choices)
    return next(hat for hat in hats if hat.unit.id == code)


def behalf(_: Translate) -> Choice:
    """Return the choice of registering for somebody else."""
    return Choice(
        BEHALF,
        _("Register for a member who does not use a phone"),
        ("dang ky thay", "dang ky ho", "ghi ho", "thay nguoi khac"),
    )


def ask_person(ask: Ask, _: Translate, here: Surroundings, chosen: Chosen) -> str:
    """Return the name of the individual it is about; "" for a collective registered by itself."""
    if chosen.behalf or ask.noted("for") == BEHALF:
        return ask.text(
            "person",
            _("Registered for"),
            _("Whom do you register for? Their full name, please."),
            least=2,
            most=100,
            example="Vàng A Chư",
        )
    if chosen.kind.subject == "collective":
        return ""
    return ask.text(
        "person",
        _("Individual"),
        _("Who is it about? Their full name, please."),
        least=2,
        most=100,
        example="Vàng A Chư",
        offer=(Choice("me", here.person.name, ("toi",)),) if here.person.name else (),
    )


def ask_agreement(ask: Ask, _: Translate, here: Surroundings, person: str) -> None:
    """Ask whether a named third person knows and agrees; "not yet" puts the draft aside."""
    if not person or person == here.person.name:
        return
    ask.choice(
        "agreed",
        "",
        _("Does {person} know, and agree to be registered and to have their name kept?").format(
            person=person
        ),
        (
            Choice("yes", _("Yes"), ("roi", "dong y")),
            Choice("aside", _("Not yet (keep it, send it after asking)"), ("chua",)),
        ),
    )


def _hat(hat: Membership) -> str:
    return f"{hat.unit.name} ({hat.position})" if hat.position else hat.unit.name
