"""What the office reads before an announcement goes: how it looks, who gets it, what to look at."""

import datetime as dt

from conversations.announcing.cost import say_cost
from conversations.channel_names import say_channel
from conversations.moments import say_moment, say_weekday, short_day
from conversations.situation import Form
from conversations.states import say_names
from dialog.turn import Translate
from rules.announced_dates import DateSaid, dates_in
from rules.announcement_requests import WouldReach
from rules.announcing import WAIT_MS
from rules.citizens import names_citizens
from rules.country_calendar import CountryCalendar
from rules.when_to_go import When


def say_preview(looks: str, reach: WouldReach, form: Form, now: dt.datetime, _: Translate) -> str:
    """Return the announcement as it will look, and below it what to know of it."""
    costs = say_cost(looks, reach, _)
    parts = [looks, "—" * 10, say_reach(reach, _), *costs, *warnings(looks, now, _)]
    return "\n".join((*parts, say_goes(form, now, _)))


def say_reach(reach: WouldReach, _: Translate) -> str:
    """Return how many it reaches by which channel, and who has to be called."""
    if not reach.contacts:
        return _("Nobody is there to be told: these units have no contact yet.")
    text = _("This goes to {count} contacts")
    parts = [_by_channels(reach, _)] if reach.reached else []
    left = reach.contacts - reach.reached
    if left:
        parts.append(_("{count} have to be called").format(count=left))
    line = f"{text.format(count=reach.contacts)} ({', '.join(parts)})."
    if reach.named:
        units = _("Units: {names}.").format(names=say_names(reach.named, _))
        line = f"{units}\n{line}"
    if reach.without:
        names = say_names(reach.without, _)
        nobody = _("Nobody of {count} units is with the assistant: {names}.")
        line += "\n" + nobody.format(count=len(reach.without), names=names)
    return line


def _by_channels(reach: WouldReach, _: Translate) -> str:
    by = _("{count} by {channel}")
    return ", ".join(by.format(count=n, channel=say_channel(code, _)) for code, n in reach.channels)


def warnings(text: str, now: dt.datetime, _: Translate) -> list[str]:
    """Return a line for each date of the text, and one where citizens seem to be named."""
    lines = [_say_date(one, _) for one in dates_in(text, now.date())]
    if names_citizens(text):
        lines.append(
            _("Please look again: citizens seem to be named. Better give only numbers of them.")
        )
    return lines


def _say_date(one: DateSaid, _: Translate) -> str:
    if one.day is None:
        return _("⚠ “{words}”: there is no such day.").format(words=one.words)
    whole = short_day(one.day)
    known = {"words": one.words, "day": whole, "weekday": say_weekday(one.day, _)}
    if one.right is False:
        return _("⚠ “{words}” is WRONG: {day} is a {weekday}.").format(**known)
    if one.right:
        text = _("{words}: right.")
    else:
        text = (
            _("{words} is a {weekday}.") if one.words == whole else _("“{words}”: {weekday} {day}.")
        )
    said = text.format(**known)
    return f"• {said.rstrip('.')}{_(' (over already)')}." if one.past else f"• {said}"


def say_goes(form: Form, now: dt.datetime, _: Translate) -> str:
    """Return when it goes: two minutes after the yes, or when the quiet hours are over."""
    at = now + dt.timedelta(milliseconds=WAIT_MS)
    goes = When(at, form.programme.reminding, CountryCalendar()).after_quiet(at)
    if goes > at:
        text = _("It goes at {moment}, not in the night; say DỪNG to stop it.")
        return text.format(moment=say_moment(goes, _))
    return _("It goes 2 minutes after you agree; say DỪNG to stop it.")
