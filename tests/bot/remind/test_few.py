from collections.abc import Sequence

from bot.remind.moments import moment_at
from bot.remind.source import Moment
from bot.remind.sources.few import Few
from rules.occurrences import Due
from storage.database import Transaction, open_database
from tests.bot.remind.planning import errand
from tests.hamlet import hamlet

NOW, LATER = 1_000, 2_000
BEES, FISH = errand("bees", at=NOW), errand("fish", at=LATER)


async def both(_tx: Transaction, _moment: Moment) -> Sequence[Due]:
    return [BEES, FISH]


async def test_of_what_is_owed_only_what_is_asked_for_is_given(sqlite_tables_url: str) -> None:
    db, few = await open_database(sqlite_tables_url), Few("errand:", both)
    async with db.reading() as tx:
        moment = await moment_at(tx, hamlet(db).shell, NOW)
        due = await few.due(tx, moment, ahead=NOW)
        again = await few.again(tx, [FISH.key], moment)
    await db.close()

    assert (due, again) == ([BEES], [FISH])
    assert few.owns(BEES.key.rule)
    assert not few.owns("bot:zalo")
