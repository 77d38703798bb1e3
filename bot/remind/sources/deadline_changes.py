"""Deadlines that the office changed: everybody concerned is told once, only of the latest."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.clock import DAY_MS
from bot.remind.source import Moment
from rules.deadline_changes import DeadlineChange
from rules.deadline_told import holding, told
from rules.occurrences import Due, Key
from rules.programme import Programme
from rules.summary import Line
from storage import deadline_effects, deadline_history
from storage.database import Transaction
from storage.deadline_history import Kept
from storage.summary_now import TableAsked

_RULE, _OCCASION, _STEP = "deadline-change:", "1", "told"
WAIT_MS, USEFUL_MS = 120_000, 7 * DAY_MS  # whoever slipped has time to set it right


@dataclass(frozen=True, slots=True)
class _Round:
    """All changes of a round; `told` are the (change, person) told before."""

    programme: Programme
    year: int
    every: Sequence[Kept]
    told: Collection[tuple[str, str]]

    def recent(self, since: int) -> list[list[Kept]]:
        """Return the changes since a moment (UTC ms), those made together as one."""
        kept = [one for one in self.every if one.change.at >= since]
        return [list(group) for _, group in groupby(kept, key=lambda one: one.together)]

    def known(self, person: str, before: Kept, since: int) -> list[DeadlineChange]:
        """Return the earlier changes somebody knows of: told of them, or they are old."""
        earlier = [one for one in self.every if one.change.at < before.change.at]
        return [
            one.change
            for one in earlier
            if one.change.at < since or (one.together, person) in self.told
        ]


class DeadlineChanges:
    """What the office changed within a week."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is a change of deadlines."""
        return rule.startswith(_RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return who is to hear of what was changed, and has not; nothing changed, nothing read."""
        found: list[Due] = []
        async for round_ in _rounds(tx, moment):
            for group in round_.recent(moment.now - USEFUL_MS):
                if group[0].change.at + WAIT_MS <= ahead:
                    done = await deadline_history.settled(tx, _RULE + group[0].together)
                    found += await _dues(tx, moment, round_, group, but=done)
        return found

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return how it stands with these: a later change takes the place of an earlier one."""
        rules, found = {key.rule for key in keys}, list[Due]()
        async for round_ in _rounds(tx, moment):
            for group in round_.recent(moment.now - USEFUL_MS):
                if _RULE + group[0].together in rules:
                    found += await _dues(tx, moment, round_, group, but=())
        return [due for due in found if due.key in set(keys)]


async def _rounds(tx: Transaction, moment: Moment) -> AsyncIterator[_Round]:
    today = moment.local.date()
    forms = {form.programme.code: form for form in moment.shell.programmes.forms(today)}
    for code, year in await deadline_history.rounds_since(tx, moment.now - USEFUL_MS):
        if code in forms:
            every = await deadline_history.of_round(tx, code, year, today=today.isoformat())
            rules = sorted({_RULE + one.together for one in every})
            told_of = await deadline_history.told(tx, rules)
            known = {(rule.removeprefix(_RULE), person) for rule, person in told_of}
            yield _Round(forms[code].programme, year, every, known)


async def _dues(
    tx: Transaction, moment: Moment, round_: _Round, group: Sequence[Kept], *, but: Collection[str]
) -> list[Due]:
    units, today = group[0].change.units, moment.local.date().isoformat()
    contacts = await deadline_effects.contacts_of(tx, units, today=today)
    people = {person: theirs for person, theirs in contacts.items() if person not in but}
    if not people:
        return []
    asked = TableAsked(group[0].unit, round_.programme, round_.year, moment.local)
    lines = await deadline_effects.lines_of(tx, asked, units)
    return [
        due
        for person, theirs in people.items()
        if (due := _due(moment, round_, group, person, theirs, lines))
    ]


def _due(
    moment: Moment,
    round_: _Round,
    group: Sequence[Kept],
    person: str,
    units: Sequence[str],
    lines: Mapping[str, Line],
) -> Due | None:
    """Return what one contact is due to hear; None where nobody asks their units for anything."""
    first = group[0]
    mine = [unit for unit in units if unit in lines or not first.below]
    if not mine:
        return None
    owing = [unit for unit in mine if unit not in lines or lines[unit].state != "exempt"]
    changes = [one.change for one in group]
    here = holding(owing, changes, [one.change for one in round_.every])
    key = Key(_RULE + first.together, person, _OCCASION, _STEP)
    facts = told(
        round_.programme,
        changes,
        [lines[unit] for unit in here if unit in lines],
        unit=(here or mine)[0],
        known=round_.known(person, first, moment.now - USEFUL_MS),
        zone=moment.shell.clock.zone,
    )
    return Due(
        key,
        person,
        (here or mine)[0],
        f"deadline-change:{first.together}",
        until=first.change.at + USEFUL_MS,
        facts=facts,
        at=first.change.at + WAIT_MS,
        urgent=True,
        news=True,
        why="exempt" if not owing else "" if here and facts.ends else "withdrawn",
    )
