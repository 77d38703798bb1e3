"""One unit of the list of those to be called: whom, at which number, what came of it last."""

import datetime as dt

from conversations.moments import say_clock, short_day
from dialog.turn import Translate
from rules.numbers import say_number
from rules.office_requests import Called, Reminded, ToCall
from rules.person import Human
from rules.phones import is_mobile, say_phone

MOST = 3  # contacts of a unit that are named


def call_line(one: ToCall, number: int, *, now: dt.datetime, short: bool, _: Translate) -> str:
    """Return a unit under the number it has in the list; `short` says that not all have none."""
    parts = [f"{number}. {one.unit.name}", *_how_it_stands(one, _, short=short)]
    parts += [_contact(human, _) for human in one.contacts[:MOST]]
    if not one.contacts:
        parts.append(_("has no contact yet"))
    elif not (one.joined or one.papers or one.called):
        parts.append(_("nobody there is in the assistant – to be called"))
    if one.reminded:
        parts.append(say_reminded(one.reminded, _))
    if one.called:
        parts.append(_called(one.called, now, _))
    return " – ".join(parts)


def _how_it_stands(one: ToCall, _: Translate, *, short: bool) -> list[str]:
    if one.papers:
        return [_("sent the paper form, to be typed in")]
    if not short:
        return []
    return [
        _("nothing registered yet")
        if one.none
        else _("{count} still missing").format(count=say_number(one.missing))
    ]


def _contact(human: Human, _: Translate) -> str:
    name = _("c. {name}").format(name=human.name) if human.name else _("a contact without a name")
    if not human.phone:
        return _("{name} (no phone number)").format(name=name)
    phone = say_phone(human.phone)
    text = _("{name}, {phone}") if is_mobile(human.phone) else _("{name}, {phone} (landline)")
    return text.format(name=name, phone=phone)


def say_reminded(reminded: Reminded, _: Translate) -> str:
    """Return "đã nhắc 12/3, chưa trả lời"."""
    day = f"{reminded.day.day}/{reminded.day.month}"
    if reminded.unsaid:
        return _("could not be reminded {day}: too few messages – to be called").format(day=day)
    if reminded.answered:
        return _("reminded {day}, has answered").format(day=day)
    if reminded.unseen:
        return _("reminded {day}, page not opened since – to be called").format(day=day)
    return _("reminded {day}, no answer yet").format(day=day)


def _called(call: Called, now: dt.datetime, _: Translate) -> str:
    today = call.at.date() == now.date()
    when = say_clock(call.at, _) if today else short_day(call.at.date())
    text = _("c. {by} called {when}") if call.by else _("called {when}")
    said = text.format(by=call.by, when=when)
    return f"{said}, {call.words}" if call.words else said
