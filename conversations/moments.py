"""Days and times in words: day first, always with the weekday."""

import datetime as dt

from dialog.turn import Translate


def say_day(day: dt.date, _: Translate) -> str:
    """Return "thứ Ba 16/3/2027"."""
    return _("{weekday} {day}").format(weekday=say_weekday(day, _), day=short_day(day))


def say_weekday(day: dt.date, _: Translate) -> str:
    """Return "thứ Ba"."""
    names = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )  # fmt: skip
    return names[day.weekday()]


def say_iso(day: str, _: Translate) -> str:
    """Return "thứ Ba 16/3/2027", of the ISO text of a day."""
    return say_day(dt.date.fromisoformat(day), _)


def short_day(day: dt.date | str) -> str:
    """Return "16/3/2027", of a day or its ISO text."""
    day = dt.date.fromisoformat(day) if isinstance(day, str) else day
    return f"{day.day}/{day.month}/{day.year}"


def say_clock(at: dt.datetime | dt.time, _: Translate) -> str:
    """Return "19 giờ 42 phút", or "17 giờ 00" on the hour."""
    if at.minute == 0:
        return _("{hour} o'clock").format(hour=at.hour)
    return _("{hour}:{minute:02d}").format(hour=at.hour, minute=at.minute)


def say_moment(at: dt.datetime, _: Translate) -> str:
    """Return "19 giờ 42 phút, thứ Ba 16/3/2027"."""
    return _("{clock}, {day}").format(clock=say_clock(at, _), day=say_day(at.date(), _))


def say_last_moment(last: dt.datetime, _: Translate) -> str:
    """Return "hết 17 giờ 00, thứ Sáu 19/3/2027"."""
    return _("until the end of {moment}").format(moment=say_moment(last, _))
