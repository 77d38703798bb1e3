"""The ledger as the demo's page shows it."""

from collections.abc import Sequence
from typing import Any

from bot.clock import Clock
from conversations.decisions import say_rule, say_why
from conversations.moments import say_moment
from conversations.situation import Translate
from rules.programme import Programme
from storage.database import Database
from storage.decisions import Decision, latest_decisions

MOST = 60


async def decided(
    database: Database, clock: Clock, programme: Programme, words: Translate
) -> Sequence[dict[str, Any]]:
    """Return the cells of each line, newest first, and whether it was sent."""
    async with database.reading() as tx:
        found = await latest_decisions(tx, most=MOST)
    return [_line(each, clock, programme, words) for each in found]


def _line(decision: Decision, clock: Clock, programme: Programme, _: Translate) -> dict[str, Any]:
    cells = (
        say_moment(clock.local(decision.at), _),
        decision.name,
        decision.unit,
        say_rule(decision.rule, decision.step, (programme,), _),
        say_why(decision.reason, _),
    )
    return {"cells": cells, "sent": not decision.reason}
