"""What offices announce, as a source of occurrences: each person once, and who did not read it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.clock import DAY_MS
from bot.remind.source import Moment
from conversations.situation import form_of
from rules.announcing import KEPT_MS
from rules.occurrences import Due, Key, Why
from storage.announcements_due import ToTell, to_tell, told_of
from storage.database import Transaction

RULE = "announcement:"


class Announcements:
    """Announcements of offices."""

    def owns(self, rule: str) -> bool:
        """Return whether it is an announcement."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return whom to tell; what lay here too long is returned a day longer, to be noted."""
        since = moment.now - KEPT_MS - DAY_MS
        found = await to_tell(tx, since=since, ahead=ahead, today=_today(moment))
        return [_due(one, moment) for one in found]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same people as they stand now."""
        return [_due(one, moment) for one in await told_of(tx, keys, today=_today(moment))]


def _today(moment: Moment) -> str:
    return moment.local.date().isoformat()


def _due(one: ToTell, moment: Moment) -> Due:
    at = one.again_at if one.again else one.send_at
    programme = form_of(moment.shell.programmes.forms(moment.local.date()), one.programme).programme
    local = moment.shell.clock.local
    facts = replace(
        one.said(programme.office.board),
        corrects=local(one.original_at) if one.original_at else None,
        at=local(one.send_at),
    )
    return Due(
        key=one.key,
        person=one.person,
        unit=one.unit,
        matter=one.key.rule,
        until=at + KEPT_MS,
        facts=facts,
        at=at,
        urgent=True,
        joins=False,
        news=not one.again,
        why=_why(one),
    )


def _why(one: ToTell) -> Why:
    if one.state == "stopped":
        return "withdrawn"
    if one.again and (one.read_at or not one.reached):
        return "met" if one.read_at else "away"
    return "" if one.here else "gone"
