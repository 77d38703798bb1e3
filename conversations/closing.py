"""What the end of registering means before and after it."""

import datetime as dt

from conversations.moments import say_last_moment, say_moment
from conversations.situation import Form
from dialog.turn import Translate
from rules.phones import say_phone
from rules.rounds import deadline


def last_moment(form: Form, now: dt.datetime) -> dt.datetime:
    """Return the last moment of registering in the form's round, in the zone of `now`.

    Raises Refused where the document states none.
    """
    assert now.tzinfo  # noqa: S101 - the shell gives local time
    return deadline(form.programme, "register", form.year, now.tzinfo).last


def is_late(form: Form, now: dt.datetime) -> bool:
    """Return whether the deadline of registering is past; never where there is none."""
    return form.programme.has_deadline and now > last_moment(form, now)


def is_over(form: Form, now: dt.datetime) -> bool:
    """Return whether the programme takes no more registrations in this round."""
    return form.programme.late == "refused" and is_late(form, now)


def say_until(form: Form, now: dt.datetime, _: Translate) -> str:
    """Return until when one can register, or what comes of it afterwards."""
    if not form.programme.has_deadline:
        return _no_deadline(form, _)
    last = last_moment(form, now)
    days = (last.date() - now.date()).days
    if now > last:
        text = _("The deadline for registering was {when}.").format(when=say_moment(last, _))
        return f"{text} {_late(form, _)}"
    if not days:
        text = _("Deadline for registering: {when} (today).")
    elif days == 1:
        text = _("Deadline for registering: {when} (tomorrow).")
    else:
        text = _("Deadline for registering: {when} ({days} days left).")
    return text.format(when=say_last_moment(last, _), days=days)


def _no_deadline(form: Form, _: Translate) -> str:
    office = form.programme.office
    text = _("The document states no deadline for registering; ask {board}, {phone}.")
    return text.format(board=office.board, phone=say_phone(office.phone))


def _late(form: Form, _: Translate) -> str:
    if form.programme.late == "refused":
        return _("The programme takes no more registrations for this year.")
    return _("You can still send one; it will say “sent after the deadline”.")
