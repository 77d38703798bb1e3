import asyncio
import re

from storage import desk
from tests.bot.desk.office import DeskSite, Staff
from tests.bot.ordering import registered
from tests.hamlet import Hamlet

SOON = 20.0


async def heard(staff: Staff, path: str) -> str:
    """Listen until something is said that is no beat; return the event's name."""
    async with asyncio.timeout(SOON), staff.session.get(path) as answer:
        async for line in answer.content:
            if (found := re.match(rb"event: (\w+)", line)) and found[1] != b"beat":
                return found[1].decode()
    return ""


def events_of(page: str) -> str:
    """Return where a page listens."""
    found = re.search('data-live="([^"]*)"', page)
    assert found
    return found[1]


async def test_a_page_hears_of_what_another_process_wrote(hanh: Staff, world: Hamlet) -> None:
    path = events_of(await hanh.opens("/ban"))
    listening = asyncio.create_task(heard(hanh, path))
    await registered(world)

    assert await listening == "changed"


async def test_a_page_hears_of_what_was_written_before_it_listened(
    hanh: Staff, world: Hamlet
) -> None:
    path = events_of(await hanh.opens("/ban"))
    await registered(world)

    assert await heard(hanh, path) == "changed"


async def test_who_is_at_the_desk_no_longer_hears_nothing_more(hanh: Staff, world: Hamlet) -> None:
    path = events_of(await hanh.opens("/ban"))
    listening = asyncio.create_task(heard(hanh, path))
    async with world.db.writing() as tx:
        await desk.lock(tx, "hanh", now=1)

    assert await listening in {"bye", ""}


async def test_the_streams_end_when_the_server_stops(site: DeskSite, hanh: Staff) -> None:
    path = events_of(await hanh.opens("/ban"))
    async with asyncio.timeout(SOON), hanh.session.get(path) as answer:
        begun = await answer.content.readline()
        stopping = asyncio.create_task(site.down())
        rest = await answer.content.read()
        await stopping

    assert begun.startswith(b"retry:")
    assert rest.endswith(b"event: bye\ndata:\n\n")
