"""Whether this machine's clock agrees with another's."""

from contextlib import suppress
from email.utils import parsedate_to_datetime

from bot.doctor.finding import Finding

_MOST_S = 60


def compared(theirs: int, ours: int, *, whose: str) -> Finding:
    """Return how far the clocks (UTC milliseconds) are apart."""
    seconds = round((ours - theirs) / 1000)
    if abs(seconds) <= _MOST_S:
        return Finding("right", f"The clock agrees with {whose}.")
    way = "ahead of" if seconds > 0 else "behind"
    told = f"The clock is {abs(seconds)} s {way} {whose}, so deadlines would be wrong"
    return Finding("wrong", f"{told}; run: timedatectl set-ntp true")


def told_time(date: str) -> int:
    """Return the time of a Date header in UTC milliseconds, 0 for one that tells none."""
    with suppress(ValueError):
        return int(parsedate_to_datetime(date).timestamp() * 1000)
    return 0
