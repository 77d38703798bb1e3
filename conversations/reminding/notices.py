"""Bubbles about reminders for somebody else than the one who wrote."""

from conversations.help_notices import done
from conversations.humans import call_name
from conversations.offer import act, rows
from conversations.reminding.choices import subject_of
from conversations.say import Say
from dialog.turn import Translate
from rules.matters import Matter
from rules.office_requests import HelpAsked
from rules.person import Human, Unit
from rules.reminding import REGISTER


def late_because(unit: Unit, words: str, _: Translate) -> str:
    """Return the reason as it waits for the office."""
    return _("Why {unit} is late: {words}").format(unit=unit.name, words=words)


def reason_told(asked: HelpAsked, _: Translate) -> Say:
    """Return what the staff member in charge is told at once."""
    text = _("Comrade {name} says why {unit} has not registered:\n“{words}”")
    text = text.format(name=asked.name, unit=asked.unit, words=asked.words)
    return Say(text, rows(done(asked, _)), once=True)


def not_found(matter: Matter, unit: Unit, human: Human, _: Translate) -> Say:
    """Return what a unit's contacts are told when the office has not found their paper."""
    text = _(
        "The office has not found the paper of {unit} yet. Please look whether it was sent, "
        "or register here. For help, call {human}."
    )
    subject = subject_of(matter.name)
    ways = [act(_("The paper was sent"), "say-sent", subject)]
    if matter.stage == REGISTER:
        ways.insert(0, act(_("Register now"), "register-for", subject))
    text = text.format(unit=unit.name, human=call_name(human, _))
    return Say(text, rows(*ways), once=True)


def found(unit: Unit, _: Translate) -> Say:
    """Return what a unit's contacts are told when the office has found their paper."""
    text = _("The office has the paper of {unit}. Nothing more has to be sent now.")
    return Say(text.format(unit=unit.name), once=True)
