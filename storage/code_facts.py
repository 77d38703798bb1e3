"""Answers what the office asks about the codes of its units."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules import code_requests
from rules.code_requests import CodePlan, MadeCode, State
from storage import invitations, invited
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.invitations import Made

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _plans(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _plan(tx, person, request, around) for person, request in asked]


async def _plan(
    tx: Transaction, person: str, wanted: code_requests.CodesFor, around: Circumstances
) -> CodePlan:
    if wanted.members:
        hosts = await invited.hosts_of(tx, person, wanted.unit, today=around.today)
        units = [host.unit for host in hosts]
        return CodePlan(len(units), await invitations.live_of_members(tx, units, now=around.now))
    guests = await invited.guests_of(tx, person, wanted.unit, today=around.today)
    people = [guest.person for guest in guests]
    ending = await invitations.live_of_people(tx, people, now=around.now)
    without = await invited.without_contact_of(tx, person, wanted.unit, today=around.today)
    return CodePlan(len(people), ending, without)


async def _made(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    answers = []
    for person, request in asked:
        found = await invited.made_by(tx, person, request.unit, today=around.today)
        answers.append(tuple(_told(code, around) for code in found))
    return answers


def _told(code: Made, around: Circumstances) -> MadeCode:
    last = dt.datetime.fromtimestamp((code.expires_at - 1) / 1000, around.zone).date()
    state = _state(code, around.now)
    return MadeCode(
        code.unit_name, code.name, code.role, last.isoformat(), state, left=code.uses_left
    )


def _state(code: Made, now: int) -> State:
    if code.ended_at:
        return "ended"
    if not code.uses_left:
        return "used"
    return "unused" if now < code.expires_at else "expired"


ANSWERED: Mapping[type, Answered] = {
    code_requests.CodesFor: _plans,
    code_requests.CodesMade: _made,
}
