"""Reminders by hand: the office asks all its units that are short, once for each time it does."""

from collections.abc import Sequence

from bot.clock import DAY_MS
from bot.remind.source import Moment
from bot.remind.sources.owing import NO_END, Asked, owings
from rules.occurrences import Due, Key
from rules.reminding import REGISTER
from rules.reminding_steps import Round
from storage import nudges, reminding
from storage.database import Transaction
from storage.nudges import Nudge
from storage.reminding import Contact

_RULE, _OCCASION, _STEP = "nudge:", "1", "now"


class Nudges:
    """What offices have sent out by hand within a day."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is a reminder by hand."""
        return rule.startswith(_RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what has not been decided of them yet; nothing is ever due later."""
        del ahead
        today, found = moment.local.date().isoformat(), list[Due]()
        for nudge, by in await nudges.nudges_since(tx, moment.now - DAY_MS):
            key = _key(nudge, "")
            contacts = await reminding.undecided_below(tx, key, nudge.unit, today=today)
            asked = [_asked(nudge, one, by) for one in contacts]
            found += await _dues(tx, moment, nudge, asked)
        return found

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return how it stands with what was decided, of those who still are contacts."""
        today, found = moment.local.date().isoformat(), list[Due]()
        for nudge, by in await nudges.nudges_since(tx, moment.now - DAY_MS):
            mine = {key.subject for key in keys if key.rule == _key(nudge, "").rule}
            if mine:
                units = {subject.partition("/")[0] for subject in mine}
                contacts = await reminding.contacts_of(tx, units, today=today)
                asked = [_asked(nudge, one, by) for one in contacts if "/".join(one) in mine]
                found += await _dues(tx, moment, nudge, asked)
        return found


async def _dues(tx: Transaction, moment: Moment, nudge: Nudge, asked: Sequence[Asked]) -> list[Due]:
    forms = moment.shell.programmes.forms(moment.local.date())
    programme = next((f.programme for f in forms if f.programme.code == nudge.programme), None)
    if programme is None:
        return []
    stage = programme.stage(REGISTER) if programme.has_deadline else NO_END
    round_ = Round(programme, stage, nudge.round, moment.shell.clock.zone, moment.calendar)
    return await owings(tx, moment, round_, asked)


def _asked(nudge: Nudge, one: Contact, by: str) -> Asked:
    until = nudge.at + DAY_MS
    key = _key(nudge, "/".join(one))
    return Asked(key, one.unit, one.person, until, at=nudge.at, by=by)


def _key(nudge: Nudge, subject: str) -> Key:
    return Key(f"{_RULE}{nudge.id}", subject, _OCCASION, _STEP)
