"""The month's schedules of committees: who is to register, to agree, and the month's notice."""

from collections.abc import Sequence

from bot.clock import DAY_MS
from bot.remind.source import Moment
from rules.months import after, month_of
from rules.occurrences import Due, Key
from rules.schedule_dues import RULE, Around, dues_of
from rules.scheduling_days import scheduling_of
from rules.utc_ms import day_begins
from storage.database import Transaction
from storage.occurrences import decided
from storage.schedule_people import officers
from storage.schedules import MonthAsked, agreed_on, schedules

REMEMBERED = 10 * DAY_MS  # what is longer of no use is not even noted as missed


class Schedules:
    """The source of all that is said of schedules by itself."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is of a committee's schedule."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what is due up to then, of this month's schedules and the next month's."""
        this = month_of(moment.local.date())
        found = [
            one
            for month in (this, after(this))
            for one in await _dues(tx, moment, month)
            if _begins(one, moment) <= ahead and moment.now < one.until + REMEMBERED
        ]
        done = await decided(tx, [one.key for one in found])
        return [one for one in found if one.key not in done]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same occurrences as they stand now."""
        units = sorted({key.rule.removeprefix(RULE) for key in keys})
        wanted = set(keys)
        return [
            one
            for month in sorted({key.occasion for key in keys})
            for one in await _dues(tx, moment, month, units)
            if one.key in wanted
        ]


async def _dues(
    tx: Transaction, moment: Moment, month: str, units: Sequence[str] = ()
) -> list[Due]:
    today, zone = moment.local.date(), moment.shell.clock.zone
    forms = moment.shell.programmes.forms(today)
    scheduling = scheduling_of(form.programme for form in forms)
    if not units and not scheduling.register_before:
        units = await agreed_on(tx, month)  # nobody else is told anything
        if not units:
            return []
    asked = MonthAsked(month, today.isoformat(), zone, moment.calendar, scheduling.units)
    found = await schedules(tx, asked, units)
    told = {one.unit.id for one in found} | {line.unit.id for one in found for line in one.lines}
    people = await officers(tx, sorted(told), today=today.isoformat())
    around = Around(people, scheduling, moment.calendar, zone)
    return [due for one in found for due in dues_of(one, around)]


def _begins(due: Due, moment: Moment) -> int:
    if due.day is None:
        return due.at
    return day_begins(due.day, moment.shell.clock.zone)
