"""When somebody may be reminded, and when "remind me again" is."""

import datetime as dt
from typing import Literal

from rules.programme import Reminding

_EVENING = dt.time(18)
_AN_HOUR = dt.timedelta(hours=1)


def later_is(now: dt.datetime, reminding: Reminding) -> Literal["tonight", "morning"]:
    """Return what "remind me again" means at a local time."""
    evening = dt.datetime.combine(now.date(), max(reminding.hours), now.tzinfo)
    return "tonight" if now.time() < _EVENING and now + _AN_HOUR <= evening else "morning"


def again_at(now: dt.datetime, reminding: Reminding) -> dt.datetime:
    """Return when that is, aware and local: the last hour of today, or tomorrow's first."""
    if later_is(now, reminding) == "tonight":
        return dt.datetime.combine(now.date(), max(reminding.hours), now.tzinfo)
    tomorrow = now.date() + dt.timedelta(days=1)
    return dt.datetime.combine(tomorrow, min(reminding.hours), now.tzinfo)
