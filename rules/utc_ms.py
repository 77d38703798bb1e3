"""Moments as they are kept: milliseconds of UTC."""

import datetime as dt


def ms_of(at: dt.datetime) -> int:
    """Return an aware moment in UTC milliseconds."""
    return round(at.timestamp() * 1000)


def day_begins(day: dt.date, zone: dt.tzinfo) -> int:
    """Return the moment a local day begins, in UTC milliseconds."""
    return ms_of(dt.datetime.combine(day, dt.time(), zone))
