"""The words every page of the desk has."""

import datetime as dt
from collections.abc import Mapping, Sequence

from conversations.moments import say_moment
from conversations.situation import Translate


def frame_words(_: Translate) -> Mapping[str, str]:
    """Return the words of the head, by key."""
    return {
        "name": _("Desk"),
        "skip": _("Skip to what the page is about"),
        "nav": _("Pages of the desk"),
        "leave": _("Leave the desk"),
        "all_keys": _("Keys"),
        "no_keys": _("Do nothing at a single letter or sign"),
        "close": _("Close"),
        "key_filter": _("go to the filter"),
        "key_rows": _("one row up, down"),
        "key_open": _("open the row"),
        "key_accept": _("take the entry in"),
        "key_next": _("the next one that waits, the one before"),
        "key_send": _("send the form"),
        "key_help": _("these keys"),
        "key_escape": _("back to the table"),
        "sending": _("Being done…"),
    }


def say_other_round(year: int, present: int, _: Translate) -> tuple[str, str] | None:
    """Return that a round before the present one is seen, and the way to the present one."""
    if year == present:
        return None
    seen = _("What is seen and noted here is of {year}.").format(year=year)
    return seen, _("Go to {year}").format(year=present)


def say_printed(office: str, year: int, at: dt.datetime, _: Translate) -> str:
    """Return what stands on paper above a page: whose it is, of which year, as of when."""
    text = _("{office} – {year} – as of {moment}")
    return text.format(office=office, year=year, moment=say_moment(at, _))


def nav(_: Translate) -> Sequence[tuple[str, str]]:
    """Return the places of the head: path and label."""
    return (
        ("/ban", _("Table")),
        ("/ban/dang-ky", _("Entries")),
        ("/ban/viec-cho", _("Waiting")),
        ("/ban/nhap", _("Type in a form")),
        ("/ban/ban-giay", _("Paper")),
        ("/ban/can-goi", _("To call")),
        ("/ban/thong-bao", _("Announcements")),
        ("/ban/han", _("Ends of stages")),
        ("/ban/lich", _("Calendar")),
    )
