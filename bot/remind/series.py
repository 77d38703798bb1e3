"""The meetings of series, made some weeks before they are: once for each month."""

import datetime as dt

from bot.remind.source import Moment
from rules.meeting import Meeting, When
from rules.meeting_patterns import days_between
from rules.person import Unit
from storage import meeting_series, meetings, members
from storage.database import Database, Transaction
from storage.meeting_series import Series

DAYS_AHEAD = 20


class ComingMeetings:
    """What keeps the next meeting of each series there."""

    async def keep(self, db: Database, moment: Moment) -> None:
        """Make the meetings that are near enough and not there yet."""
        async with db.reading() as tx:
            wanted = await _missing(tx, moment)
        if not wanted:
            return
        async with db.writing() as tx:
            for series in await _missing(tx, moment):
                await make_near(tx, series, moment)


async def make_near(tx: Transaction, series: Series, moment: Moment) -> None:
    """Make the meetings of a series that are near; those that are there stay as they are."""
    unit = await members.named_today(tx, series.unit, today=moment.local.date().isoformat())
    if unit:
        for month, day in _near(series, moment):
            meeting = _meeting(series, unit, month, When(day, series.time), moment)
            dialog = f"{series.id}/{month}"
            await meetings.keep(tx, meeting, dialog=dialog, at=moment.now)


def _meeting(series: Series, unit: Unit, month: str, when: When, moment: Moment) -> Meeting:
    return Meeting(
        moment.shell.ids.next(),
        unit,
        series.kind,
        when,
        series.zone,
        series.place,
        when.starts_at(series.zone),
        series=series.id,
        month=month,
        by_person=series.by_person,
        said_at=moment.now,
    )


def _near(series: Series, moment: Moment) -> list[tuple[str, dt.date]]:
    """Return the days of a series that are near, each with the month it is for."""
    today = moment.local.date()
    since = max(today, series.from_day)
    until = today + dt.timedelta(days=DAYS_AHEAD)
    near = days_between(series.pattern, since, until, moment.calendar)
    return [
        (month, day)
        for month, day in near
        if When(day, series.time).starts_at(series.zone) > moment.now
    ]


async def _missing(tx: Transaction, moment: Moment) -> list[Series]:
    """Return the series a near meeting of which is not there."""
    going_on = await meeting_series.going_on(tx)
    there = await meetings.months_of(tx, [series.id for series in going_on])
    return [
        series
        for series in going_on
        if any((series.id, month) not in there for month, _ in _near(series, moment))
    ]
