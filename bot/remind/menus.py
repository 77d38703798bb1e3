"""What a lone digit means to somebody who was told something by itself."""

from collections.abc import Mapping

from bot.clock import DAY_MS
from bot.remind.source import Moment
from conversations.offer import numbered
from conversations.say import Say
from storage import dialogs, people
from storage.database import Transaction

_JUST_NOW_MS = 120_000


async def number_answers(tx: Transaction, told: Mapping[str, Say], moment: Moment) -> None:
    """Let a digit mean what was told last; but not where a question waits for its answer.

    Whoever has just been shown another list is likely to answer that.
    """
    offered = {person: numbered(say.rows) for person, say in told.items()}
    asked = sorted(person for person, data in offered.items() if data)
    if not asked:
        return
    kept = await dialogs.of_people(tx, asked)
    shown = await people.menus(tx, asked)
    menus = {
        person: {"at": moment.now, "data": offered[person], "misses": 0}
        for person in asked
        if not any(_is_asking(one, moment) for one in kept.get(person, ()))
        and int(shown[person].get("at", 0)) < moment.now - _JUST_NOW_MS
    }
    if menus:
        await people.keep_menus(tx, menus)


def _is_asking(dialog: dialogs.StoredDialog, moment: Moment) -> bool:
    return not dialog.state.get("aside") and dialog.touched_at > moment.now - DAY_MS
