"""The people of a virtual year: the bloc of Hưng Yên with contacts, members and their meetings."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.rehearsal.settling import Settling, settle
from rules.meeting_patterns import Pattern
from rules.programme import Programme
from storage import meeting_series, memberships, people
from storage.chats import Chat
from storage.database import Transaction
from storage.meeting_series import Series
from storage.memberships import Joining
from storage.people import ConsentAnswer, Newcomer
from tests.hamlet import LONG_AGO, ZONE, Hamlet, programme

THURSDAY_OF_THE_FIRST_WEEK = Pattern(nth=1, weekday=3)


@dataclass(frozen=True, slots=True)
class Everybody:
    """Who there is: contacts as (unit, person), who is invited to meetings by unit, the office."""

    contacts: Sequence[tuple[str, str]]
    invited: dict[str, list[str]]
    office: str


def bloc_programme() -> Programme:
    """Return the programme of Hưng Yên, with stages and quotas as its file says to write them."""
    stages = programme("can-tho-khoi").stages
    quotas = (("dang_bo", 2), ("chi_bo", 1))
    return replace(programme("hung-yen-khoi"), stages=stages, quotas=quotas)


async def settle_bloc(world: Hamlet, *, meeting: int, members: int) -> Everybody:
    """Let everybody be there; so many units meet each month, with so many members each."""
    today = world.clock.local(world.clock.ms).date()
    form = world.shell.programmes.forms(today)[0]
    async with world.db.writing() as tx:
        await settle(tx, Settling(form, world.shell.ids, world.clock.ms, ZONE), None)
        rows = await tx.rows("SELECT unit, person, role FROM memberships ORDER BY unit, person")
        contacts = [(unit, person) for unit, person, role in rows if role == "officer"]
        invited: dict[str, list[str]] = {unit: [] for unit, _ in contacts[: 2 * meeting]}
        for unit, person in contacts[: 2 * meeting]:
            invited[unit].append(person)
        for unit in invited:
            invited[unit] += await _members(tx, world, unit, members)
            await meeting_series.keep(tx, _series(world, unit, today))
    return Everybody(contacts, invited, next(p for _, p, role in rows if role == "office"))


async def _members(tx: Transaction, world: Hamlet, unit: str, many: int) -> list[str]:
    new, now = world.shell.ids.next, world.clock.ms
    made = [new() for _ in range(many)]
    await people.greet(
        tx, [Newcomer(Chat("web", "", each), new(), each) for each in made], at=now, language="vi"
    )
    agreed = [ConsentAnswer(new(), each, "given", "1", "", "web", now) for each in made]
    await people.consent(tx, agreed)
    await memberships.insert(
        tx, [Joining(new(), each, unit, LONG_AGO, confirmed=True) for each in made]
    )
    return made


def _series(world: Hamlet, unit: str, today: dt.date) -> Series:
    pattern, evening = THURSDAY_OF_THE_FIRST_WEEK, dt.time(19)
    key, zone, now = world.shell.ids.next(), ZONE.key, world.clock.ms
    return Series(key, unit, "regular", pattern, evening, zone, "Hội trường", today, "", now)
