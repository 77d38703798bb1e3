"""The end of a stage in words: the last moment, how the document writes it, how it was changed."""

from conversations.moments import say_last_moment
from dialog.turn import Translate
from rules.rounds import Deadline


def say_end(end: Deadline, _: Translate) -> str:
    """Return "hết 17 giờ 00, thứ Sáu 19/3/2027", or that it is paused."""
    if end.paused:
        return _("paused for now, the office will tell the new deadline")
    return say_last_moment(end.last, _)


def say_end_briefly(end: Deadline, _: Translate) -> str:
    """Return the same as the office reads it: a paused one is "tạm dừng"."""
    return _("paused") if end.paused else say_last_moment(end.last, _)


def say_written(end: Deadline, _: Translate) -> str:
    """Return "(văn bản ghi “trước ngày 20/3”)" where it ends on another day, else ""."""
    if end.change or (end.inclusive and end.last.date() == end.written):
        return ""
    day = f"{end.written.day}/{end.written.month}"
    if not end.inclusive:
        return _("(the document says “before {day}”)").format(day=day)
    return _("(the document says {day}, which is a day off)").format(day=day)


def say_change(end: Deadline, _: Translate, *, cites: bool = False) -> str:
    """Return what it was before the office changed it, "" if it did not; `cites` the document."""
    if end.change is None or end.was is None:
        return ""
    was = say_last_moment(end.was, _)
    if end.change.basis and cites:
        return _("(before: {was}; by {basis})").format(was=was, basis=end.change.basis)
    return _("(before: {was})").format(was=was)


def say_deadline(end: Deadline, _: Translate, *, cites: bool = False) -> str:
    """Return the end with how the document writes it, or what it was before."""
    parts = (say_end(end, _), say_written(end, _), say_change(end, _, cites=cites))
    return " ".join(part for part in parts if part)
