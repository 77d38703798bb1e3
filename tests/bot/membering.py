"""Who holds which place, and what people are told of it."""

from collections.abc import Sequence
from typing import Any

from bot.carry_out.order import Told
from rules.person import Role
from storage import contacts, memberships
from storage.contacts import Contact
from storage.database import Database
from storage.memberships import Joining
from tests.bot.ordering import found
from tests.bot.scene import web
from tests.hamlet import LONG_AGO, Hamlet

CHU = web("w-chu")
TODAY = "2027-03-16"


async def officer(world: Hamlet, key: str, unit: str = "nong-dan", role: Role = "officer") -> None:
    """Let a unit have one more officer."""
    async with world.db.writing() as tx:
        await contacts.add_contacts(tx, [Contact(key, f"Đồng chí {key}", "", 1)])
        await memberships.join(tx, [Joining(f"m-{key}", key, unit, LONG_AGO, "", role, True)])


async def held(db: Database, person: str) -> list[Any]:
    """Return the places a person has."""
    sql = """SELECT unit, role, state FROM memberships
             WHERE person = :person AND to_day = '' ORDER BY id"""
    return await found(db, sql, person=person)


def texts(told: Sequence[Told]) -> dict[str, str]:
    """Return what each person is told."""
    return {one.person: one.say.text for one in told}
