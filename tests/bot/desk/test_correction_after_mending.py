"""A correction asked for of an entry that was mended since."""

import re

from rules.entry import Entry
from rules.office_commands import AcceptEntry, AskForCorrection, MendEntry
from tests.bot.desk.neighbours import stands
from tests.bot.desk.office import Staff
from tests.bot.ordering import HANH, LUA, give, registered
from tests.hamlet import Hamlet


async def asked_for(world: Hamlet) -> Entry:
    """Return an entry the office took in, as it was then; Lúa asks for another address of it."""
    sent: Entry = (await registered(world, LUA)).entry
    await give(world, HANH, AcceptEntry(sent.id, sent.version))
    await give(world, LUA, AskForCorrection(sent.id, sent.version + 1, {"address": "ấp 5"}))
    return sent


async def mended(world: Hamlet, entry: Entry) -> None:
    """Mend the name of an entry that was taken in."""
    await give(world, HANH, MendEntry(entry.id, entry.version + 1, {"name": entry.name.upper()}))


def grant_form(page: str) -> dict[str, str]:
    """Return the fields of the form with which a correction is granted."""
    form = re.findall(r'action="[^"]*/dong-y[^"]*">(.*?)</form>', page, re.DOTALL)[0]
    return dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form))


async def test_a_correction_is_granted_of_the_entry_as_it_was_looked_at(
    hanh: Staff, world: Hamlet
) -> None:
    entry = await asked_for(world)
    await mended(world, entry)
    await hanh.opens(f"/ban/dang-ky/{entry.id}")
    await hanh.sends(f"/ban/dang-ky/{entry.id}/dong-y", **grant_form(hanh.page))

    assert (await stands(world, entry.id))[2] == "ấp 5"


async def test_what_was_mended_since_one_looked_is_looked_at_before_it_is_granted(
    hanh: Staff, world: Hamlet
) -> None:
    entry = await asked_for(world)
    await hanh.opens(f"/ban/dang-ky/{entry.id}")
    looked_at = grant_form(hanh.page)
    await mended(world, entry)
    await hanh.sends(f"/ban/dang-ky/{entry.id}/dong-y", **looked_at)
    late = hanh.status, (await stands(world, entry.id))[2]
    await hanh.sends(f"/ban/dang-ky/{entry.id}/dong-y", **grant_form(hanh.page))

    assert late == (409, "ấp 3")
    assert (await stands(world, entry.id))[2] == "ấp 5"
