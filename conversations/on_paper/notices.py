"""Bubbles about papers for somebody else than the one who wrote."""

from conversations.moments import say_iso, say_moment, short_day
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.paper_results import PaperReceived, TypedIn
from rules.person import Unit


def received(done: PaperReceived, board: str, _: Translate) -> Say:
    """Return what a unit's contacts are told when its signed originals came in."""
    day = say_iso(done.noted[0].day, _)
    if done.waiting:
        text = _("{board} has received the paper form of {unit}, {day}, and will type it in.")
    else:
        text = _("{board} has received the signed paper of {unit}, {day}: {numbers}.")
    numbers = say_numbers([one.number for one in done.noted], _)
    text = text.format(board=board, unit=done.unit.name, day=day, numbers=numbers)
    return Say(text, once=True)


def say_numbers(numbers: list[int], _: Translate) -> str:
    """Return "số 17, số 18"."""
    return ", ".join(_("number {number}").format(number=number) for number in numbers)


def struck(unit: Unit, board: str, _: Translate) -> Say:
    """Return what a unit's contacts are told when their paper had been noted by mistake."""
    text = _("{board} had noted a paper of {unit} by mistake; that note is gone.")
    return Say(text.format(board=board, unit=unit.name), once=True)


def form_came(paper: str, sender: str, unit: Unit, _: Translate) -> Say:
    """Return what the office is told when photos of a form came in."""
    text = _("Comrade {name} sent photos of a form written by hand, of {unit}. Please type it in.")
    ways = (act(_("Type this form in"), "type-in", paper), act(_("Open the desk"), "desk"))
    return Say(text.format(name=sender, unit=unit.name), rows(*ways), once=True)


def form_was_sent(sender: str, unit: Unit, board: str, _: Translate) -> Say:
    """Return what a unit's contacts are told when somebody sent a form for it."""
    text = _("Comrade {name} sent {board} photos of a form written by hand, of {unit}.")
    return Say(text.format(name=sender, board=board, unit=unit.name), once=True)


def typed_in(done: TypedIn, board: str, _: Translate) -> Say:
    """Return what who sent a form on paper is told once it is in the register."""
    entry = done.entry
    timing = _("on time") if done.on_time else _("sent after the deadline")
    text = _(
        "{board} has typed in the form of {unit} received on {day}: registration number {number} "
        "“{name}”. It counts as received {moment}, {timing}."
    )
    text = text.format(
        board=board,
        unit=entry.unit.name,
        day=short_day(entry.paper_day),
        number=entry.number,
        name=entry.name,
        moment=say_moment(entry.received, _),
        timing=timing,
    )
    see = act(_("See number {number}").format(number=entry.number), "show", entry.id, entry.version)
    return Say(text, rows(see), once=True)
