"""Reminders of the end of a stage, to the contacts of units that are short by then."""

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.clock import DAY_MS
from bot.remind.moments import day_begun
from bot.remind.source import Moment
from bot.remind.sources.owing import Asked, endless, owings, rounds, withdrawn
from rules.matters import Matter, read_matter
from rules.occurrences import Due, Key
from rules.reminding_days import EARLY
from rules.reminding_steps import (
    Round,
    changed_units,
    occasion_of,
    steps_by,
    steps_of,
    useful_until,
)
from rules.rounds import deadline
from rules.utc_ms import ms_of
from storage import reminding
from storage.database import Transaction
from storage.reminding import Contact, SnoozedMatter

_RULE, _AGAIN = "deadline:", "again-"


class Deadlines:
    """The ends of all stages of all programmes, in this round and what is left of the last."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is one of a stage's end."""
        return rule.startswith(_RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what is due by a moment (UTC ms); no step near, nothing is looked up."""
        snoozed = await reminding.snoozed(tx, after=moment.now - DAY_MS, ahead=ahead)
        matters = [(one, read_matter(one.matter)) for one in snoozed]
        found: list[Due] = []
        for round_ in rounds(moment):
            again = [(one, matter) for one, matter in matters if matter and _is_of(matter, round_)]
            asked = [
                *await _steps(tx, moment, round_, ahead=ahead),
                *await _snoozed(tx, moment, round_, again),
            ]
            found += await owings(tx, moment, round_, asked)
        for round_ in endless(moment):
            mine = [(one, matter) for one, matter in matters if matter and _is_of(matter, round_)]
            found += await owings(tx, moment, round_, await _snoozed(tx, moment, round_, mine))
        return found

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return how it stands with what was decided; what is due by another end is withdrawn."""
        found: list[Due] = []
        for round_ in (*rounds(moment), *endless(moment)):
            mine = [key for key in keys if key.rule == _rule(round_) and _year(key) == round_.year]
            if mine:
                found += await _again(tx, moment, round_, mine)
        return found


async def _steps(tx: Transaction, moment: Moment, round_: Round, *, ahead: int) -> list[Asked]:
    asked: list[Asked] = []
    for step in steps_by(round_, day_begun(moment, ahead)):
        wanted = reminding.Step(
            rule=_rule(round_),
            occasion=step.occasion,
            step=step.step,
            day=step.day.isoformat(),
            today=moment.local.date().isoformat(),
            early=step.early,
            units=step.units,
            others=changed_units(round_) if step.units is None else (),
        )
        asked += [
            _asked(one, round_, (step.occasion, step.step), until=step.until, day=step.day)
            for one in await reminding.undecided(tx, wanted)
        ]
    return asked


def _asked(
    one: Contact, round_: Round, which: tuple[str, str], *, until: dt.datetime, day: dt.date
) -> Asked:
    key = Key(_rule(round_), f"{one.unit}/{one.person}", *which)
    return Asked(key, one.unit, one.person, ms_of(until), day)


async def _snoozed(
    tx: Transaction,
    moment: Moment,
    round_: Round,
    again: Sequence[tuple[SnoozedMatter, Matter]],
) -> list[Asked]:
    """Return what people put off until now; who is no contact of the unit is left out."""
    if not again:
        return []
    today = moment.local.date()
    units = {matter.unit for _, matter in again}
    contacts = set(await reminding.contacts_of(tx, units, today=today.isoformat()))
    asked = []
    for one, matter in again:
        if Contact(matter.unit, one.person) in contacts:
            occasion = occasion_of(round_, matter.unit, "", today)
            subject = f"{matter.unit}/{one.person}"
            key = Key(_rule(round_), subject, occasion, f"{_AGAIN}{one.times}")
            until = one.until + DAY_MS
            asked.append(Asked(key, matter.unit, one.person, until, at=one.until))
    return asked


async def _again(tx: Transaction, moment: Moment, round_: Round, keys: Sequence[Key]) -> list[Due]:
    today = moment.local.date().isoformat()
    units = {_unit(key) for key in keys}
    contacts = set(await reminding.contacts_of(tx, units, today=today))
    here = [key for key in keys if Contact(_unit(key), _person(key)) in contacts]
    put_off = await _put_off(tx, round_, here)
    asked, moved = [], []
    for key in here:
        one = put_off.get(key) if key.step.startswith(_AGAIN) else _by_day(round_, key)
        if one:
            asked.append(one)
        else:
            matter = Matter(*_stage(round_), _unit(key))
            moved.append(withdrawn(key, _unit(key), _person(key), matter, moment))
    return [*moved, *await owings(tx, moment, round_, asked)]


async def _put_off(tx: Transaction, round_: Round, keys: Iterable[Key]) -> dict[Key, Asked]:
    """Return what was put off, as it was said last."""
    asked = {key: Matter(*_stage(round_), _unit(key)) for key in keys}
    people = sorted({_person(key) for key in asked if key.step.startswith(_AGAIN)})
    until = await reminding.put_off(tx, people) if people else {}
    return {
        key: Asked(key, matter.unit, _person(key), at + DAY_MS, at=at)
        for key, matter in asked.items()
        if (at := until.get((_person(key), matter.name, key.step.removeprefix(_AGAIN)), 0))
    }


def _by_day(round_: Round, key: Key) -> Asked | None:
    """Return the step as it is now; None where it is on another day by now."""
    unit = _unit(key)
    days = steps_of(round_, unit, early=key.step == str(EARLY))
    day = dict(days).get(key.step)
    if day is None or occasion_of(round_, unit, key.step, day) != key.occasion:
        return None
    end = deadline(round_.programme.of(unit), round_.stage.code, round_.year, round_.zone)
    until = useful_until(days, day, end.last)
    return Asked(key, unit, _person(key), ms_of(until), day)


def _is_of(matter: Matter, round_: Round) -> bool:
    return matter[:3] == _stage(round_)


def _stage(round_: Round) -> tuple[str, str, int]:
    return round_.stage.code, round_.programme.code, round_.year


def _rule(round_: Round) -> str:
    return f"{_RULE}{round_.programme.code}:{round_.stage.code}"


def _year(key: Key) -> int:
    return int(key.occasion.partition(".")[0])


def _unit(key: Key) -> str:
    return key.subject.partition("/")[0]


def _person(key: Key) -> str:
    return key.subject.partition("/")[2]
