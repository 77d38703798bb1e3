"""Models launched from above, as a source: each contact of the units hears of it once."""

from collections.abc import Sequence

from bot.clock import DAY_MS
from bot.remind.source import Moment
from conversations.situation import Form
from rules.adopting import LaunchTold
from rules.occurrences import Due, Key
from rules.programme import Launched
from storage import launches, launches_due
from storage.database import Transaction
from storage.launch_reach import Below
from storage.launches import Launch

RULE = "launch:"
NEWS_MS = 180 * DAY_MS  # whoever becomes a contact so long after it is still told


class Launches:
    """Launches, told to those who were contacts then, and to those who have become some since."""

    def owns(self, rule: str) -> bool:
        """Return whether it is a launch."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return whom to tell; nothing is due later than now."""
        del ahead
        found = await launches.since(tx, moment.now - NEWS_MS)
        return [due for one in found for due in await _of(tx, one, moment, decided=False)]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return those of the keys who are still to be told as somebody of a unit."""
        known = [await launches.by_id(tx, id_) for id_ in sorted({_id_of(key) for key in keys})]
        dues = [due for one in known if one for due in await _of(tx, one, moment, decided=True)]
        return [due for due in dues if due.key in set(keys)]


def _id_of(key: Key) -> str:
    return key.rule.removeprefix(RULE)


async def _of(tx: Transaction, one: Launch, moment: Moment, *, decided: bool) -> list[Due]:
    """Return what is due of a launch; `decided` also what was decided before."""
    meant = _meant(one, moment)
    if meant is None:
        return []
    form, model = meant
    below = Below(one.unit, one.programme, form.year, moment.local.date().isoformat())
    people = await launches_due.to_tell(tx, one, below, model.units, decided=decided)
    told = LaunchTold(one.id, form.programme.office.board, form.programme.code, model)
    return [_due(one, person, unit, told) for person, unit in people.items()]


def _meant(one: Launch, moment: Moment) -> tuple[Form, Launched] | None:
    """Return the form and the model, None where the programme does not have it any more."""
    for form in moment.shell.programmes.forms(moment.local.date()):
        for model in form.programme.launched:
            if (form.programme.code, model.code) == (one.programme, one.model):
                return form, model
    return None


def _due(one: Launch, person: str, unit: str, told: LaunchTold) -> Due:
    rule = f"{RULE}{one.id}"
    return Due(
        key=Key(rule, person, "1", "send"),
        person=person,
        unit=unit,
        matter=rule,
        until=one.at + NEWS_MS,
        facts=told,
        at=one.at,
        urgent=True,
        joins=False,
        news=True,
    )
