"""A meeting in words: what it is called, when and where it is, how a series goes."""

import datetime as dt

from conversations.moments import say_clock, say_day
from dialog.turn import Translate
from rules.fold import fold
from rules.meeting import Kind, Meeting, When
from rules.meeting_patterns import LAST, Pattern
from rules.meeting_words import said_of
from rules.person import Unit

_END_OF_MONTH = 31


def kind_label(kind: Kind, _: Translate) -> str:
    """Return a kind of meeting as it is chosen: "Thường kỳ"."""
    words: dict[Kind, str] = {
        "regular": _("Regular meeting"),
        "thematic": _("Thematic meeting"),
        "committee": _("Meeting of the committee"),
        "other": _("Another meeting"),
    }
    return words[kind]


def title(meeting: Meeting, _: Translate) -> str:
    """Return "sinh hoạt chi bộ thường kỳ tháng 11"; the month is that of its series."""
    month = int(meeting.month[5:]) if meeting.month else meeting.when.day.month
    return kind_title(meeting.kind, meeting.unit, _).format(month=month)


def kind_title(kind: Kind, unit: Unit, _: Translate) -> str:
    """Return what a meeting of a kind is called in a unit, with room for its month."""
    if is_cell(unit):
        words: dict[Kind, str] = {
            "regular": _("the cell's regular meeting of month {month}"),
            "thematic": _("the cell's thematic meeting"),
            "committee": _("the meeting of the cell's committee"),
            "other": _("the meeting"),
        }
        return words[kind]
    words = {
        "regular": _("the regular meeting of month {month}"),
        "thematic": _("the thematic meeting"),
        "committee": _("the committee's meeting"),
        "other": _("the meeting"),
    }
    return words[kind]


def is_cell(unit: Unit) -> bool:
    """Return whether a unit is a party cell."""
    return fold(unit.name).startswith("chi bo")


def is_of_the_party(unit: Unit) -> bool:
    """Return whether a unit is one of the Party's, which has a secretary."""
    return fold(unit.name).startswith(("chi bo", "dang bo", "dang uy"))


def where(meeting: Meeting, _: Translate) -> str:
    """Return "Chi bộ bản Suối Đá – 19 giờ 00, thứ Ba 3/11/2026, tại nhà văn hóa bản."."""
    text = _("{unit} – {when}, at {place}.")
    return text.format(unit=meeting.unit.name, when=say_when(meeting.when, _), place=meeting.place)


def say_when(when: When, _: Translate) -> str:
    """Return "19 giờ 00, thứ Ba 3/11/2026"."""
    return _("{clock}, {day}").format(clock=say_clock(when.time, _), day=say_day(when.day, _))


def say_kept_when(kept: str, _: Translate) -> str:
    """Return the same of an answer as it is kept: a day or days, perhaps with a time."""
    said = said_of(kept)
    day = say_pattern(said.day, _) if isinstance(said.day, Pattern) else say_day(said.day, _)
    if said.time is None:
        return day
    return _("{clock}, {day}").format(clock=say_clock(said.time, _), day=day)


def brief_day(day: dt.date) -> str:
    """Return "3/11", for a button."""
    return f"{day.day}/{day.month}"


def say_pattern(pattern: Pattern, _: Translate) -> str:
    """Return "thứ Năm tuần đầu hằng tháng", "ngày 5 tháng đầu quý"."""
    day = _day_of(pattern, _)
    if pattern.quarter:
        months = {
            1: _("{day} of the first month of each quarter"),
            2: _("{day} of the second month of each quarter"),
            3: _("{day} of the last month of each quarter"),
        }
        text = months[pattern.quarter].format(day=day)
    else:
        text = _("{day} of each month").format(day=day)
    if pattern.later:
        text += _(", on a day off the working day after it")
    return text


def _day_of(pattern: Pattern, _: Translate) -> str:
    if pattern.day == _END_OF_MONTH:
        return _("the last day")
    if pattern.day:
        return _("day {day}").format(day=pattern.day)
    weekdays = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )  # fmt: skip
    nth = {
        1: _("the first {weekday}"),
        2: _("the second {weekday}"),
        3: _("the third {weekday}"),
        4: _("the fourth {weekday}"),
        LAST: _("the last {weekday}"),
    }
    return nth[pattern.nth].format(weekday=weekdays[pattern.weekday])
