"""How a deadline was and how it is, in words."""

import datetime as dt
from collections.abc import Sequence

from conversations.moments import say_last_moment
from dialog.turn import Translate
from rules.country_calendar import CountryCalendar
from rules.deadline_moves import EndMoved


def say_ends(
    ends: Sequence[EndMoved], _: Translate, *, calendar: CountryCalendar | None = None
) -> str:
    """Return the old and the new end of each stage; `calendar` says which ends are days off."""
    return "\n".join(_say_end(end, _, calendar, several=len(ends) > 1) for end in ends)


def _say_end(
    end: EndMoved, _: Translate, calendar: CountryCalendar | None, *, several: bool
) -> str:
    head = [f"• {end.label}"] if several else []
    return "\n".join((*head, _was(end, _), say_now(end, _, calendar)))


def _was(end: EndMoved, _: Translate) -> str:
    if end.before is None:
        return _("Old deadline: it was paused.")
    return _("Old deadline: {when}.").format(when=say_last_moment(end.before, _))


def say_now(end: EndMoved, _: Translate, calendar: CountryCalendar | None = None) -> str:
    """Return the new end; `calendar` says whether it is a day off."""
    if end.now is None:
        return _("NOW PAUSED: the new deadline will be told; what is sent meanwhile is on time.")
    when = say_last_moment(end.now, _)
    if off := day_off(end.now.date(), _, calendar):
        when = f"{when} ({off})"
    return _("NEW DEADLINE: {when}.").format(when=when)


def day_off(day: dt.date, _: Translate, calendar: CountryCalendar | None) -> str:
    """Return that a day is off, and which one it is; "" for one that is worked."""
    if calendar is None or calendar.works(day):
        return ""
    if name := calendar.holiday(day):
        return _("a day off: {name}").format(name=name)
    return _("a day off")


def say_basis(reason: str, basis: str, _: Translate) -> str:
    """Return why a deadline is another and by which document; "" where neither is given."""
    parts = []
    if reason:
        parts.append(_("Reason: {reason}.").format(reason=reason.rstrip(". ")))
    if basis:
        parts.append(_("By {basis}.").format(basis=basis.rstrip(". ")))
    return " ".join(parts)
