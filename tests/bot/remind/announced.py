"""Announcements as tests make them: given, planned, sent by hand."""

from __future__ import annotations

from typing import Any

from bot.carry_out.order import answers
from bot.remind.sources.announcements import Announcements
from bot.remind.sources.launches import Launches
from rules.announcement_commands import Announce
from rules.announcement_requests import Announcement, AnnouncementOf
from rules.announcing import EVERYBODY, WAIT_MS, Audience
from storage.contacts import Contact, add_contacts
from storage.database import Database
from storage.memberships import Joining, join
from storage.units import NewUnit, add_units
from tests.bot.ordering import HANH, everybody_is_here, give
from tests.bot.remind.planning import planner
from tests.bot.scene import reach, web
from tests.hamlet import LONG_AGO, Hamlet, hamlet, settle_in

WORDS = "Về việc lùi hạn.\n\nHẠN MỚI: hết 17 giờ 00, thứ Sáu 26/3/2027."
MORNING = "2027-03-16 09:00"


async def village(db: Database) -> Hamlet:
    """Return the hamlet in the morning, everybody with a chat."""
    world = hamlet(db, moment=MORNING)
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(world)
    return world


async def announced(world: Hamlet, audience: Audience = EVERYBODY, **more: str) -> str:
    """Have Hạnh announce something; return its id."""
    given = {"words": WORDS, "dialog": "d-announce"} | more
    command = Announce("khoi", "can-tho-khoi", given["words"], given["dialog"], audience)
    result = await give(world, HANH, command)
    key: str = result.id
    return key


async def plan(world: Hamlet) -> None:
    """Let whatever is due go now."""
    await planner(world, Announcements(), Launches()).plan(world.clock.ms)


async def goes(world: Hamlet) -> None:
    """Let the two minutes pass, and plan."""
    world.clock.ms += WAIT_MS
    await plan(world)


async def ask(world: Hamlet, person: str, request: Any) -> Any:
    """Return what a request of somebody is answered with."""
    async with world.db.reading() as tx:
        return (await answers(tx, [(person, request)], world.shell))[0]


async def how_far(world: Hamlet, key: str) -> Announcement:
    """Return how far an announcement is, as the office sees it."""
    found: Announcement = await ask(world, "hanh", AnnouncementOf(key))
    return found


async def units_with_contacts(world: Hamlet, count: int, *, there: int) -> None:
    """Let there be so many more units with a contact each, of whom some have a chat."""
    numbers = range(1, count + 1)
    async with world.db.writing() as tx:
        await add_units(
            tx,
            [
                NewUnit(f"u{n:02}", f"Chi bộ số {n}", LONG_AGO, 1, "chi_bo", parent="khoi")
                for n in numbers
            ],
        )
        await add_contacts(tx, [Contact(f"p{n:02}", f"Đầu Mối {n}", "", 1) for n in numbers])
        places = [
            Joining(f"m{n:02}", f"p{n:02}", f"u{n:02}", LONG_AGO, "", "officer", True)
            for n in numbers
        ]
        await join(tx, places)
    for n in range(1, there + 1):
        await reach(world, f"p{n:02}", web(f"w-p{n:02}"))
