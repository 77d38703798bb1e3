"""Offices are told once that the bot was away: from when to when, and what came of what was due."""

from bot.clock import DAY_MS
from bot.remind.moments import reminding_at
from bot.remind.source import Moment
from bot.remind.sources.to_offices import ToOffices
from rules.gaps import Away, Gap
from rules.occurrences import Due, Key
from rules.utc_ms import ms_of
from rules.when_to_go import When
from storage import gaps
from storage.database import Transaction

AFTER_MS = 60_000  # what was missed is caught up by then, and can be counted
OF_USE_MS = 3 * DAY_MS


def _span(gap: Gap) -> tuple[int, int]:
    return gap.end + AFTER_MS, gap.end + OF_USE_MS


async def _told(tx: Transaction, gap: Gap, key: Key, moment: Moment) -> Due:
    today, local = moment.local.date().isoformat(), moment.shell.clock.local
    caught_up, too_late = await gaps.missed(tx, key.subject, gap, today=today)
    facts = Away(gap.start, local(gap.start), local(gap.end), caught_up, too_late)
    awake = When(moment.local, reminding_at(moment), moment.calendar).after_quiet(facts.end)
    return Due(
        key,
        key.subject,
        "",
        "gap",
        until=gap.end + OF_USE_MS,
        facts=facts,
        at=ms_of(awake) + AFTER_MS,
        urgent=True,
        news=True,
    )


GAPS = ToOffices("gap:", gaps.gaps, lambda gap: str(gap.start), _span, _told)
