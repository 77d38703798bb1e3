"""What waits for the office, as lists on a page: each with what it is and since when."""

from collections.abc import Mapping
from typing import Any

from conversations.desk.badges import state_badge
from conversations.moments import say_moment
from conversations.reminding.sent import sent_line
from conversations.reminding.unanswered import unanswered_line
from conversations.unit_named import unit_named
from dialog.turn import Translate
from rules.entry import Entry
from rules.office_requests import Correction, Form, HelpAsked, Waiting
from rules.phones import say_phone
from rules.reminding import REGISTER
from rules.reminding_requests import Sent


def waiting_count(waiting: Waiting) -> int:
    """Return how much waits in all."""
    kinds = (waiting.entries, waiting.corrections, waiting.forms, waiting.help, waiting.sent)
    return sum(len(one) for one in kinds) + len(waiting.unanswered)


def waiting_page(waiting: Waiting, _: Translate) -> dict[str, Any]:
    """Return the lists of the page; its title says how much there is."""
    count = waiting_count(waiting)
    title = _("Waiting for the office: {count}") if count else _("Nothing waits for the office")
    return {
        "title": title.format(count=count),
        "entries": [_entry(entry, _) for entry in waiting.entries],
        "corrections": [_correction(one, _) for one in waiting.corrections],
        "forms": [_form(form, _) for form in waiting.forms],
        "help": [_help(one, _) for one in waiting.help],
        "sent": [_sent(one, _) for one in waiting.sent],
        "unanswered": [unanswered_line(one, _) for one in waiting.unanswered],
    }


def waiting_words(_: Translate) -> Mapping[str, str]:
    """Return the page's own words by key."""
    return {
        "entries": _("Registrations to be taken in"),
        "corrections": _("Corrections asked for"),
        "forms": _("Forms on paper to be typed in"),
        "help": _("People who wait for help"),
        "unanswered": _("People the assistant could not answer"),
        "number": _("Number"),
        "name": _("Name of the model or example"),
        "unit": _("Unit"),
        "received": _("Received"),
        "state": _("State"),
        "do": _("What to do"),
        "accept": _("Take it in"),
        "accept_this": _("Take in number {number}"),
        "type_in": _("Type it in"),
        "helped": _("Has been helped"),
        "sent": _("Paper that is said to be on its way"),
        "found": _("Paper found"),
        "not_found": _("Paper not found"),
        "nothing": _("Well done: nothing waits. What comes in next appears here by itself."),
        "keys": _("Keys: ↑ ↓ one row, Enter opens it, T takes it in."),
    }


def _entry(entry: Entry, _: Translate) -> dict[str, Any]:
    return {
        "id": entry.id,
        "version": entry.version,
        "number": entry.number,
        "name": entry.name,
        "unit": unit_named(entry.unit, _),
        "unit_id": entry.unit.id,
        "received": say_moment(entry.received, _),
        "badge": state_badge(entry.state, _),
        "unclear": _("sender not known to the unit yet") if entry.unclear else "",
    }


def _correction(one: Correction, _: Translate) -> dict[str, Any]:
    text = _("Number {number}: “{name}” – comrade {by}, {moment}")
    return {
        "id": one.entry.id,
        "unit": unit_named(one.entry.unit, _),
        "words": text.format(
            number=one.entry.number, name=one.entry.name, by=one.by, moment=say_moment(one.at, _)
        ),
    }


def _form(form: Form, _: Translate) -> dict[str, Any]:
    return {
        "id": form.id,
        "unit": unit_named(form.unit, _),
        "unit_id": form.unit.id,
        "words": form_words(form, _),
        "photos": form.photos,
    }


def form_words(form: Form, _: Translate) -> str:
    """Return since when a form is here, and whether its signed original is, too."""
    text = _("Photo of a form, {moment}") if form.photos else _("Form on paper, {moment}")
    said = text.format(moment=say_moment(form.at, _))
    if form.by and form.photos:
        said += " – " + _("sent by comrade {name}").format(name=form.by)
    if form.original and form.photos:
        said += " – " + _("the signed original is here, too")
    return said


def _help(one: HelpAsked, _: Translate) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name or _("somebody without a name"),
        "unit": one.unit,
        "phone": one.phone,
        "phone_said": say_phone(one.phone) if one.phone else "",
        "when": say_moment(one.at, _),
        "words": one.words,
    }


def _sent(one: Sent, _: Translate) -> dict[str, Any]:
    return {
        "id": one.id,
        "unit_id": one.unit.id,
        "words": sent_line(one, _),
        "by_receiving": one.stage == REGISTER,
    }
