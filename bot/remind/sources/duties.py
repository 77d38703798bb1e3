"""What the officers of a cell are reminded of by the guidance on its meetings."""

from collections.abc import Sequence

from bot.remind.source import Moment
from rules.occurrences import Due, Key
from rules.secretary_duties import RULE, Today, dues_of
from storage.cells import cells
from storage.database import Transaction
from storage.schedule_people import officers


class Duties:
    """The source of these reminders; units that plan no meetings here hear nothing."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is of a cell's duties."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what is due up to then."""
        today = _today(moment)
        found = await _dues(tx, moment)
        return [one for one in found if one.day and today.starts(one.day) <= ahead]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same occurrences as they stand now."""
        units = sorted({key.rule.removeprefix(RULE) for key in keys})
        wanted = set(keys)
        return [one for one in await _dues(tx, moment, units) if one.key in wanted]


async def _dues(tx: Transaction, moment: Moment, units: Sequence[str] = ()) -> list[Due]:
    today = _today(moment)
    found = await cells(tx, today=today.day, units=units)
    people = await officers(tx, [one.unit.id for one in found], today=today.day.isoformat())
    return [due for one in found for due in dues_of(one, people.get(one.unit.id, ()), today)]


def _today(moment: Moment) -> Today:
    return Today(moment.local.date(), moment.calendar, moment.shell.clock.zone)
