"""What stands at the head of every document of the Party."""

import datetime as dt

from conversations.situation import Translate

ALWAYS_TWO_DIGITS = 2  # the months before March are written with a zero


def party_name(_: Translate) -> str:
    """Return the name at the right."""
    return _("COMMUNIST PARTY OF VIETNAM")


def dated(place: str, day: dt.date | None, _: Translate) -> str:
    """Return "Yên Bái, ngày 05 tháng 02 năm 2027", with room to write what is not known."""
    where = place or "…………"
    if day is None:
        return _("{place}, …… day …… month …… year").format(place=where)
    month = f"{day.month:02}" if day.month <= ALWAYS_TWO_DIGITS else str(day.month)
    text = _("{place}, {day:02} day {month} month {year}")
    return text.format(place=where, day=day.day, month=month, year=day.year)
