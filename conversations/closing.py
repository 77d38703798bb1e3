"""What the end of registering means before and after it."""

import datetime as dt

from conversations.ends_of_stages import say_end
from conversations.moments import say_moment
from conversations.situation import Form
from dialog.turn import Translate
from rules.phones import say_phone
from rules.rounds import Deadline, deadline


def end_of_registering(form: Form, now: dt.datetime) -> Deadline:
    """Return the end of registering in the form's round, in the zone of `now`.

    Raises Refused where the document states none.
    """
    assert now.tzinfo  # noqa: S101 - the shell gives local time
    return deadline(form.programme, "register", form.year, now.tzinfo)


def is_late(form: Form, at: dt.datetime) -> bool:
    """Return whether the deadline of registering is past at a moment; never where there is none."""
    return form.programme.has_deadline and end_of_registering(form, at).is_past(at)


def is_over(form: Form, at: dt.datetime) -> bool:
    """Return whether the programme takes no more registrations in this round at a moment."""
    return form.programme.late == "refused" and is_late(form, at)


def say_until(form: Form, now: dt.datetime, _: Translate) -> str:
    """Return until when one can register, or what comes of it afterwards."""
    if not form.programme.has_deadline:
        return _no_deadline(form, _)
    end = end_of_registering(form, now)
    days = (end.last.date() - now.date()).days
    if end.is_past(now):
        text = _("The deadline for registering was {when}.").format(when=say_moment(end.last, _))
        return f"{text} {_late(form, _)}"
    if end.paused:
        text = _("Deadline for registering: {when}.")
    elif not days:
        text = _("Deadline for registering: {when} (today).")
    elif days == 1:
        text = _("Deadline for registering: {when} (tomorrow).")
    else:
        text = _("Deadline for registering: {when} ({days} days left).")
    return text.format(when=say_end(end, _), days=days)


def say_late(form: Form, _: Translate) -> str:
    """Return what comes of a registration after the deadline."""
    if form.programme.late == "refused":
        return _("After the deadline none is taken.")
    return _("After the deadline it is still taken, and says “sent after the deadline”.")


def _no_deadline(form: Form, _: Translate) -> str:
    office = form.programme.office
    text = _("The document states no deadline for registering; ask {board}, {phone}.")
    return text.format(board=office.board, phone=say_phone(office.phone))


def _late(form: Form, _: Translate) -> str:
    if form.programme.late == "taken":
        return _("You can still send one; it will say “sent after the deadline”.")
    office = form.programme.office
    text = _(
        "The programme takes no more registrations for this year. If there is a reason, call "
        "{board}, {phone}."
    )
    return text.format(board=office.board, phone=say_phone(office.phone))
