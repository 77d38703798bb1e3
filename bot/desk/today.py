"""The local day at the desk."""

import datetime as dt

from bot.desk.frame import Frame


def today_at(frame: Frame) -> dt.date:
    """Return the local day."""
    return dt.date.fromisoformat(frame.tools.today())
