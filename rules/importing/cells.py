"""Cells that several kinds of tables have: phones, days, texts that must be there."""

import datetime as dt
import re

from rules.dates import read_date
from rules.importing.lines import Line
from rules.phones import is_mobile, read_phone
from rules.refused import Refused

NAME, PERSON, TEXT = 500, 100, 10_000  # characters
_TITLE = re.compile(r"^(?:đ/c|đc|đồng chí|ông|bà|anh|chị)[.:]?\s+", re.IGNORECASE)
_SHORTEST, _LONGEST = 10, 11  # digits of a number with its 0
_EATEN = {9, 10}  # digits of numbers whose 0 a spreadsheet ate
_TIME = re.compile(r"[T |]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AaPp][Mm])?$")
_CLOCK_FIRST = re.compile(r"^[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?[ ,|-]+")
_YEARS = (dt.date(2000, 1, 1), dt.date(2001, 6, 15))
_FIRST_YEAR, _LAST_YEAR = 1945, 2199
_YEAR = re.compile(r"(?:năm\s*)?(20[0-9]{2})(?:\.0)?", re.IGNORECASE)


def needed(line: Line, key: str, *, most: int = NAME) -> str:
    """Return a text that must be there; what is wrong is noted."""
    said = line.said(key)
    if not said:
        line.wrong(key, "blank")
    return within(line, key, most=most)


def within(line: Line, key: str, *, most: int = NAME) -> str:
    """Return a text that may be missing; noted when it is longer than anything of its kind."""
    said = line.said(key)
    if len(said) > most:
        line.wrong(key, "too-long", length=len(said), most=most)
    return said


def person(line: Line, key: str) -> str:
    """Return a person's name that may be missing, "đồng chí" and the like left out."""
    return _TITLE.sub("", within(line, key, most=PERSON))


def phone(line: Line) -> str:
    """Return the phone as E.164, "" without one; a landline is noted, an unreadable one too."""
    said = line.said("phone")
    digits = re.sub("[^0-9]", "", said)
    if not digits and not said.strip("-–/.0 "):
        return ""
    eaten = len(digits) in _EATEN and digits[0] != "0" and set(said) <= set("0123456789. ")
    try:
        number = read_phone(f"0{digits}" if eaten else said)
    except Refused:
        line.wrong("phone", _why_no_phone(said, digits), digits=len(digits))
        return ""
    if not is_mobile(number):
        line.wrong("phone", "landline")
    return number


def _why_no_phone(said: str, digits: str) -> str:
    if len(digits) >= 2 * _SHORTEST - 2:
        return "several-phones"
    if re.search("[^0-9 .()+-]", said):
        return "not-a-phone"
    if len(digits) < _SHORTEST:
        return "phone-short"
    return "phone-long" if len(digits) > _LONGEST + 1 else "not-a-phone"


def year(line: Line, latest: int) -> int:
    """Return the year of a row, or of a title above the table; 0 and noted for one that is none."""
    said = line.said("year")
    found = _YEAR.fullmatch(said)
    meant = int(found[1]) if found else 0 if said else line.columns.year
    if not said and not meant:
        line.wrong("year", "blank")
    elif not 0 < meant <= latest:
        line.wrong("year", "year", latest=latest)
        return 0
    return meant


def day(line: Line, key: str, *, year: int = 0) -> str:
    """Return the day as ISO text, "" without one; one without a year is of `year`, if that is."""
    said = _CLOCK_FIRST.sub("", _TIME.sub("", line.said(key)))
    if not said:
        return ""
    try:
        days = {read_date(said, dt.date(year, 1, 1) if year else start) for start in _YEARS}
    except Refused as refused:
        line.wrong(key, refused.reason)
        return ""
    found = days.pop()
    if days:
        line.wrong(key, "day-without-year")
    elif not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        line.wrong(key, "not-a-date")
    return found.isoformat()
