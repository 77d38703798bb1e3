"""Reminders of what somebody has begun to register for a unit that is still short."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.remind.moments import day_begun
from bot.remind.source import Moment
from bot.remind.sources.drafted import Drafted, drafted
from bot.remind.sources.owing import Stands, rounds, table_of
from rules.matters import Matter
from rules.occurrences import Due, Key, Why
from rules.reminding import REGISTER, Draft, Unfinished, days_left, short_of, why_not
from rules.reminding_steps import Round, Step, changed_units, steps_by
from rules.utc_ms import day_begins, ms_of
from rules.when_to_go import A_DAY_MS
from storage import reminding
from storage.database import Transaction
from storage.reminding import Contact
from storage.said_sent import on_their_way

_RULE = "draft:"


class _Theirs(NamedTuple):
    """Somebody's draft for a unit."""

    person: str
    matter: Matter
    draft: Draft
    touched_at: int

    @property
    def unit(self) -> str:
        """The unit it is for."""
        return self.matter.unit


class Drafts:
    """Unfinished registrations: an author hears of theirs well before the end, and a day before."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is one of drafts."""
        return rule.startswith(_RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what is due by a moment (UTC ms); no step near, nothing is looked up."""
        found: list[Due] = []
        for round_ in _registering(moment):
            for step in _of_drafts(round_, day_begun(moment, ahead)):
                people = await _authors(tx, moment, round_, step)
                found += await _dues(tx, moment, round_, {step: people})
        return found

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return how it stands with what was decided; what is due by another end is left out."""
        found: list[Due] = []
        for round_ in _registering(moment):
            steps: dict[Step, list[str]] = {}
            for step in _of_drafts(round_, moment.local.date()):
                here = [key for key in keys if _is_of(key, round_, step)]
                steps[step] = [key.subject for key in here]
            found += await _dues(tx, moment, round_, steps)
        return found


def _registering(moment: Moment) -> Iterator[Round]:
    return (round_ for round_ in rounds(moment) if round_.stage.code == REGISTER)


def _of_drafts(round_: Round, by: dt.date) -> Iterator[Step]:
    """Yield the first and the last of the steps before the end."""
    told = {str(days) for days in (max(round_.stage.remind, default=0), _last(round_))}
    return (step for step in steps_by(round_, by) if step.step in told)


def _last(round_: Round) -> int:
    return min((days for days in round_.stage.remind if days), default=0)


def _is_of(key: Key, round_: Round, step: Step) -> bool:
    return key[::2] == (_rule(round_), step.occasion) and key.step == step.step


async def _authors(tx: Transaction, moment: Moment, round_: Round, step: Step) -> Collection[str]:
    wanted = reminding.Step(
        rule=_rule(round_),
        occasion=step.occasion,
        step=step.step,
        day=step.day.isoformat(),
        today=moment.local.date().isoformat(),
    )
    return await reminding.authors(
        tx,
        wanted,
        programme=round_.programme.code,
        year=round_.year,
        before=day_begins(step.day, round_.zone),
    )


async def _dues(
    tx: Transaction, moment: Moment, round_: Round, steps: Mapping[Step, Collection[str]]
) -> list[Due]:
    people = {person for some in steps.values() for person in some}
    drafts = await drafted(tx, moment, round_, people) if people else {}
    if not drafts:
        return []
    units, code = {unit for _, unit in drafts}, round_.programme.code
    today = moment.local.date().isoformat()
    contacts = {*await reminding.contacts_of(tx, units, today=today)}
    sent = await on_their_way(tx, programme=code, year=round_.year, units=units)
    table = await table_of(tx, moment, round_, units)
    return [
        _due(
            step,
            draft,
            stands,
            _why(round_, draft, stands, contacts, sent, moment),
            moment,
        )
        for step, some in steps.items()
        for draft in _latest(round_, step, drafts, some)
        if (stands := table.get(draft.unit))
    ]


def _latest(
    round_: Round, step: Step, drafts: Mapping[tuple[str, str], Drafted], people: Collection[str]
) -> Iterator[_Theirs]:
    """Yield of each person the draft touched last of those the step is for."""
    changed = changed_units(round_)
    latest: dict[str, _Theirs] = {}
    for (person, unit), one in drafts.items():
        for_it = unit in step.units if step.units is not None else unit not in changed
        before = latest.get(person)
        later = before is None or one.touched_at > before.touched_at
        if person in people and for_it and one.draft and later:
            matter = Matter(REGISTER, round_.programme.code, round_.year, unit)
            latest[person] = _Theirs(person, matter, one.draft, one.touched_at)
    yield from latest.values()


def _due(step: Step, draft: _Theirs, stands: Stands, why: Why, moment: Moment) -> Due:
    matter, day = draft.matter, moment.local.date()
    days = days_left(step.deadline, max(step.day, day))
    facts = Unfinished(matter, stands.line.now.unit, draft.draft, step.deadline, days)
    key = Key(f"{_RULE}{matter.programme}:{matter.stage}", draft.person, step.occasion, step.step)
    until = ms_of(step.until)
    return Due(key, draft.person, draft.unit, matter.name, until, facts, step.day, why=why)


def _why(
    round_: Round,
    draft: _Theirs,
    stands: Stands,
    contacts: Collection[Contact],
    sent: Collection[tuple[str, str]],
    moment: Moment,
) -> Why:
    """Return why they are not told of it; a contact of the unit is, where it is reminded."""
    if Contact(draft.unit, draft.person) in contacts:
        return "nearer"
    if draft.touched_at > moment.now - A_DAY_MS:
        return "answered"
    short = short_of(round_.programme, round_.stage, stands.line, stands.entries)
    on_paper = (draft.unit, REGISTER) in sent
    return why_not(round_.stage, stands.line, short, on_paper=on_paper)


def _rule(round_: Round) -> str:
    return f"{_RULE}{round_.programme.code}:{round_.stage.code}"
