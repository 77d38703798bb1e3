"""Paper that contacts say is on its way, as the office has it before them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from conversations.dialogs import begin
from conversations.drive import present
from conversations.moments import say_moment, short_day
from conversations.offer import act
from conversations.outcome import Outcome
from conversations.say import Option
from conversations.situation import Situation
from dialog.state import State
from dialog.turn import Translate
from rules.phones import say_phone
from rules.reminding import REGISTER
from rules.reminding_commands import SettleSent
from rules.reminding_requests import Sent
from rules.reminding_results import SentSettled
from rules.unit_requests import CardOf


def sent_line(sent: Sent, _: Translate) -> str:
    """Return one as an item of what waits."""
    text = _("Comrade {name}{phone} says the paper of {unit} was sent, {day}")
    phone = f", {say_phone(sent.phone)}," if sent.phone else ""
    day = short_day(sent.at.date())
    return text.format(name=sent.name, phone=phone, unit=sent.unit.name, day=day)


def sent_ways(sent: Sent, _: Translate) -> tuple[Option, ...]:
    """Return the two things the office can say to it; of a form it says on which day it came."""
    label = _("Paper found: {unit}").format(unit=sent.unit.name)
    here = act(label, "sent-here", sent.id)
    if sent.stage == REGISTER:
        here = act(label, "sent-received", sent.unit.id)
    missing = act(_("Paper not found: {unit}").format(unit=sent.unit.name), "sent-missing", sent.id)
    return (here, missing)


def say_settled(r: SentSettled, _: Translate) -> str:
    """Return what came of it; who comes second reads who was first."""
    if r.unit is None:
        return _("That is settled already.")
    if r.found:
        text = _("Noted: the paper of {unit} is here; its contacts are told.")
    else:
        text = _(
            "Noted: the paper of {unit} was not found; its contacts are told, reminders go on."
        )
    if not r.again or r.at is None:
        return text.format(unit=r.unit.name)
    what = _("the paper of {unit} is here") if r.found else _("the paper of {unit} is not found")
    text = (
        _("Comrade {name} noted at {moment}: {what}.") if r.by else _("Noted at {moment}: {what}.")
    )
    return text.format(name=r.by, moment=say_moment(r.at, _), what=what.format(unit=r.unit.name))


def _received(s: Situation, subject: str) -> Outcome:
    """Ask on which day the paper of a unit came in."""
    card = s.facts_of(CardOf(subject))
    opened = begin(s, "paper-in")
    if card is None:
        return present(s, opened)
    answers = {"unit": card.unit.name, "unit/which": card.unit.id}
    return present(s, replace(opened, state=State(answers=answers)))


ACTS: Mapping[str, Callable[[Situation, str], Outcome]] = {
    "sent-received": _received,
    "sent-here": lambda _s, subject: Outcome(command=SettleSent(subject, found=True)),
    "sent-missing": lambda _s, subject: Outcome(command=SettleSent(subject, found=False)),
}
