"""Campaigns of the programmes: every contact is told that one begins, and that it ends soon."""

from collections.abc import Sequence

from bot.remind.source import Moment
from rules.campaigning import RULE, dues_of, rule_of
from rules.occurrences import Due, Key
from rules.utc_ms import day_begins
from storage import reminding
from storage.database import Transaction


class Campaigns:
    """The source of these reminders."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is of a campaign."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what is due up to then; where no campaign goes on nobody is looked up."""
        zone = moment.shell.clock.zone
        return [
            one
            for one in await _dues(tx, moment)
            if one.day and day_begins(one.day, zone) <= ahead and moment.now < one.until
        ]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same occurrences as they stand now."""
        wanted = set(keys)
        return [one for one in await _dues(tx, moment) if one.key in wanted]


async def _dues(tx: Transaction, moment: Moment) -> list[Due]:
    today = moment.local.date()
    going_on = {
        rule_of(form.programme.code, one): (form.programme.code, one)
        for form in moment.shell.programmes.forms(today)
        for one in form.programme.campaigns
        if one.first <= today <= one.last
    }
    if not going_on:
        return []
    contacts = await reminding.contacts(tx, today=today.isoformat())
    first = {one.person: one.unit for one in reversed(contacts)}
    return [
        due
        for programme, campaign in going_on.values()
        for person, unit in first.items()
        for due in dues_of(programme, campaign, person, unit, moment.shell.clock.zone)
    ]
