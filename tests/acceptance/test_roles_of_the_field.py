"""What the documents of the field demand of who confirms and who receives."""

import datetime as dt
from dataclasses import replace

import pytest

from bot.carry_out.order import answers
from rules.commands import ConfirmEntry
from rules.confirmation import Confirmation, ConfirmationOf
from rules.requests import EntriesOf, EntryOf
from storage import entries, units
from storage.database import Database
from storage.units import NewUnit
from tests.bot.ordering import BINH, LUA, everybody_is_here, give, registered
from tests.hamlet import LONG_AGO, ZONE, Hamlet, hamlet, settle_in
from tests.registered import registered_in

UNITS = 84


@pytest.fixture
async def here(db: Database) -> Hamlet:
    """Give the hamlet with everybody in it."""
    async with db.writing() as tx:
        await settle_in(tx)
    world = hamlet(db)
    await everybody_is_here(world)
    return world


async def test_row_2_15_who_confirmed_is_kept_with_name_position_and_date(here: Hamlet) -> None:
    entry = (await registered(here, BINH)).entry
    await give(here, LUA, ConfirmEntry(entry.id, entry.version))
    async with here.db.writing() as tx:  # what they were then stays said, whatever they are now
        await tx.run("UPDATE memberships SET to_day = '2027-04-01' WHERE person = 'lua'")
        (found,) = await answers(tx, [("w-binh", ConfirmationOf(entry.id))], here.shell)

    at = dt.datetime.fromtimestamp(here.clock.ms / 1000, ZONE)
    assert found == Confirmation("lua", "Lê Thị Lúa", "Chủ tịch", at)


async def test_an_officer_who_sends_confirms_by_it(here: Hamlet) -> None:
    entry = (await registered(here, LUA)).entry
    async with here.db.reading() as tx:
        (found,) = await answers(tx, [("lua", ConfirmationOf(entry.id))], here.shell)

    assert (found.name, found.position) == ("Lê Thị Lúa", "Chủ tịch")


async def test_nobody_outside_the_unit_learns_who_confirmed(here: Hamlet) -> None:
    entry = (await registered(here, LUA)).entry
    async with here.db.reading() as tx:
        assert await answers(tx, [("pao", ConfirmationOf(entry.id))], here.shell) == [None]


async def test_row_2_22_the_receiving_desk_sees_what_every_unit_sent(here: Hamlet) -> None:
    keys = [f"tccsd-{n}" for n in range(UNITS)]
    async with here.db.writing() as tx:
        rows = [NewUnit(key, f"Chi bộ {key}", LONG_AGO, 1, parent="khoi") for key in keys]
        await units.add_units(tx, rows)
        made = [
            replace(registered_in(key, 2027, first=n)[0], unit=key)
            for n, key in enumerate(keys, start=1)
        ]
        await entries.add(tx, made)
        desk = await answers(tx, [("hanh", EntriesOf(key)) for key in keys], here.shell)
        others = await answers(tx, [("pao", EntryOf(one.id)) for one in made], here.shell)

    assert [len(found) for found in desk] == [1] * UNITS
    assert others == [None] * UNITS
