"""Offices are told once that the bot was away: from when to when, and what came of what was due."""

from collections.abc import Sequence

from bot.clock import DAY_MS
from bot.remind.moments import reminding_at
from bot.remind.source import Moment
from rules.gaps import Away, Gap
from rules.occurrences import Due, Key
from rules.utc_ms import ms_of
from rules.when_to_go import When
from storage import gaps, occurrences
from storage.database import Transaction

RULE = "gap:"
AFTER_MS = 60_000  # what was missed is caught up by then, and can be counted
OF_USE_MS = 3 * DAY_MS


class Gaps:
    """The source of what is said of gaps."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is of a gap."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what is due of gaps that nobody was told of."""
        found = [
            gap
            for gap in await gaps.gaps(tx)
            if gap.end + AFTER_MS <= ahead and moment.now < gap.end + OF_USE_MS
        ]
        if not found:
            return ()
        staff = await gaps.staff(tx, today=moment.local.date().isoformat())
        keys = {_key(gap, person): (gap, person) for gap in found for person in staff}
        done = await occurrences.decided(tx, list(keys))
        return [await _due(tx, *keys[key], moment) for key in keys if key not in done]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same as it stands now."""
        kept = {f"{RULE}{gap.start}": gap for gap in await gaps.gaps(tx)}
        staff = await gaps.staff(tx, today=moment.local.date().isoformat())
        return [
            await _due(tx, kept[key.rule], key.subject, moment)
            for key in keys
            if key.rule in kept and key.subject in staff
        ]


def _key(gap: Gap, person: str) -> Key:
    return Key(f"{RULE}{gap.start}", person, "1", "told")


async def _due(tx: Transaction, gap: Gap, person: str, moment: Moment) -> Due:
    today, local = moment.local.date().isoformat(), moment.shell.clock.local
    caught_up, too_late = await gaps.missed(tx, person, gap, today=today)
    facts = Away(gap.start, local(gap.start), local(gap.end), caught_up, too_late)
    awake = When(moment.local, reminding_at(moment), moment.calendar).after_quiet(facts.end)
    return Due(
        _key(gap, person),
        person,
        "",
        "gap",
        until=gap.end + OF_USE_MS,
        facts=facts,
        at=ms_of(awake) + AFTER_MS,
        urgent=True,
        news=True,
    )
