"""The moment planned for, as one transaction sees it."""

import datetime as dt

from bot.as_of_now import as_of_now
from bot.remind.source import Moment
from bot.shell import Shell
from rules.programme import Reminding
from storage.database import Transaction


async def moment_at(tx: Transaction, shell: Shell, now: int) -> Moment:
    """Return a moment (UTC milliseconds) with what the office says of days by then."""
    local, shell = shell.clock.local(now), await as_of_now(tx, shell)
    calendar = shell.programmes.forms(local.date())[0].programme.calendar
    return Moment(now, local, calendar, shell)


def reminding_at(moment: Moment) -> Reminding:
    """Return the hours at which people may be told something."""
    return moment.shell.programmes.forms(moment.local.date())[0].programme.reminding


def day_begun(moment: Moment, ahead: int) -> dt.date:
    """Return the last local day on which anybody may have been told anything by then (UTC ms).

    Nobody is reminded in the night, so until the morning nothing of the new day is looked up.
    """
    by = dt.datetime.fromtimestamp(ahead / 1000, moment.local.tzinfo)
    reminding = reminding_at(moment)
    night = reminding.is_quiet(dt.time()) and by.time() < reminding.quiet_to
    return by.date() - dt.timedelta(days=night)
