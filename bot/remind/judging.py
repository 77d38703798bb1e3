"""What of all that is due may go now, and what holds the rest."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.remind.moments import reminding_at
from bot.remind.source import Moment, Source
from rules.nearest import Planned, nearest
from rules.occurrences import Due, Key
from rules.when_to_go import Habits, When
from storage.database import Transaction
from storage.reminder_choices import habits


async def judged(tx: Transaction, dues: Sequence[Due], moment: Moment) -> list[Planned]:
    """Return when each may go, or why it does not."""
    chosen = await habits(tx, sorted({due.person for due in dues})) if dues else {}
    return judge(dues, chosen, moment)


def judge(dues: Iterable[Due], chosen: Mapping[str, Habits], moment: Moment) -> list[Planned]:
    """Return the same by what people chose; of steps that may go now the nearest goes alone."""
    when = When(moment.local, reminding_at(moment), moment.calendar)
    planned = [Planned(due, when.going(due, chosen[due.person])) for due in dues]
    ready = [one for one in planned if one.going.at <= moment.now]
    return [*nearest(ready), *(one for one in planned if one.going.at > moment.now)]


async def again(
    tx: Transaction, keys: Collection[Key], moment: Moment, sources: Sequence[Source]
) -> dict[Key, Due]:
    """Return what is due under these keys as it stands now, without what is gone."""
    found: dict[Key, Due] = {}
    for source in sources:
        asked = sorted(key for key in keys if source.owns(key.rule))
        if asked:
            found |= {due.key: due for due in await source.again(tx, asked, moment)}
    return found
