"""The first thing anybody is asked: whether their name and unit may be kept, and what for."""

from conversations.situation import Form, Here, Surroundings
from conversations.wrong_code import wrong_code
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import GiveConsent, RefuseConsent
from rules.person import Membership, Role
from rules.requests import CodeMeaning, HumanFor, Meaning

VERSION = "2026-11"  # raise it with every change of what people agree to


def consent(ask: Ask, _: Translate) -> GiveConsent | RefuseConsent:
    """Say who is speaking and what would be kept, and take a yes or a no."""
    here: Surroundings = ask.fact(Here())
    code = ask.noted("code")
    meaning: Meaning = ask.fact(CodeMeaning(code)) if code else Meaning()
    wording = _wording(here, _)
    greeting = _greeting(here.forms[0], meaning, _)
    if code and not meaning.kind:
        greeting += "\n\n" + wrong_code(ask.fact(HumanFor()), _, wait=meaning.wait)
    text = f"{greeting}\n\n{wording}"
    if not here.door.buttons:
        text += "\n\n" + _("Say 1 or 2:")
    yes, no = _("I agree"), _("I do not agree (register on paper as before)")
    if ask.maybe("agree", _("Consent"), text, yes=yes, no=no):
        return GiveConsent(VERSION, wording, code)
    return RefuseConsent(VERSION, wording)


def _greeting(form: Form, meaning: Meaning, _: Translate) -> str:
    hello = _("Hello. This is the automatic assistant “Dân vận khéo” of {board}.")
    hello = hello.format(board=form.programme.office.board)
    if meaning.membership:
        return f"{hello} {_whose(meaning.membership, meaning.name, _)}"
    if meaning.kind == "return":
        return hello + " " + _("This code brings you back to your own drafts.")
    return hello


def _whose(place: Membership, name: str, _: Translate) -> str:
    """Return whom a code is for: by its role; one made for somebody by name is a contact's."""
    texts: dict[Role, str] = {
        "member": _("This code is for the members of {unit}."),
        "officer": _("This code is for the contact of {unit}."),
        "office": _("This code is for the office: {unit}."),
        "admin": _("This code is for the administrator of the assistant at {unit}."),
    }
    role = "officer" if name and place.role == "member" else place.role
    return texts[role].format(unit=place.unit.name)


def _wording(here: Surroundings, _: Translate) -> str:
    committee = here.forms[0].programme.office.committee
    kept = _(
        "The assistant keeps your name, unit, position and phone number, "
        "only for registering models and for reminders; {committee} is responsible for them."
    ).format(committee=committee)
    if here.door.channel == "zalo":
        way = _("Messages go through Zalo.")
    elif here.door.abroad:
        way = _("Messages go through Telegram, whose servers are abroad.")
    else:
        way = _("Messages are kept on the server of {committee}.").format(committee=committee)
    rights = _("See, correct, erase or withdraw your consent at any time: say DỮ LIỆU.")
    return f"{kept} {way} {rights}"
