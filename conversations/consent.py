"""The first thing anybody is asked: whether their name and unit may be kept, and what for."""

from conversations.situation import Form, Here, Surroundings
from dialog.ask import Ask
from dialog.turn import Translate
from rules.commands import GiveConsent, RefuseConsent
from rules.requests import CodeMeaning, Meaning

VERSION = "2026-11"  # raise it with every change of what people agree to


def consent(ask: Ask, _: Translate) -> GiveConsent | RefuseConsent:
    """Say who is speaking and what would be kept, and take a yes or a no."""
    here: Surroundings = ask.fact(Here())
    code = ask.noted("code")
    meaning: Meaning = ask.fact(CodeMeaning(code)) if code else Meaning()
    wording = _wording(here, _)
    text = f"{_greeting(here.forms[0], meaning, _)}\n\n{wording}"
    yes, no = _("I agree"), _("I do not agree (register on paper as before)")
    if ask.maybe("agree", _("Consent"), text, yes=yes, no=no):
        return GiveConsent(VERSION, wording, code)
    return RefuseConsent(VERSION, wording)


def _greeting(form: Form, meaning: Meaning, _: Translate) -> str:
    hello = _("Hello. This is the automatic assistant “Dân vận khéo” of {board}.")
    hello = hello.format(board=form.programme.office.board)
    if meaning.membership:
        office = meaning.membership.role in {"office", "admin"}
        whose = (
            _("This code is for the office: {unit}.")
            if office
            else _("This code is for the contact of {unit}.")
        )
        return hello + " " + whose.format(unit=meaning.membership.unit.name)
    if meaning.kind == "return":
        return hello + " " + _("This code brings you back to your own drafts.")
    return hello


def _wording(here: Surroundings, _: Translate) -> str:
    committee = here.forms[0].programme.office.committee
    kept = _(
        "The assistant keeps your name, unit, position and phone number, "
        "only for registering models and for reminders; {committee} is responsible for them."
    ).format(committee=committee)
    if here.door.abroad:
        way = _("Messages go through Telegram, whose servers are abroad.")
    else:
        way = _("Messages are kept on the server of {committee}.").format(committee=committee)
    rights = _("See, correct, erase or withdraw your consent at any time: say DỮ LIỆU.")
    return f"{kept} {way} {rights}"
