from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.clock import DAY_MS
from bot.desk.frame import Frame
from bot.desk.session import IDLE_MS, TWELVE_HOURS_MS, token_of
from bot.pictures import PictureKeeper
from bot.retention import Retention
from rules.office_commands import LockDesk, OpenDesk
from rules.results import TooLate
from storage import desk, people
from storage.desk import DeskKey
from storage.erasing import Erasure, erase
from storage.merging import merge
from storage.people import ConsentAnswer
from tests.bot.desk.office import DeskSite, Staff, at, link
from tests.bot.ordering import HANH, LUA, give
from tests.bot.scene import bubbles, count
from tests.hamlet import Hamlet
from tests.serving import serving

MINUTE = 60_000


async def test_a_link_from_the_chat_opens_the_desk(site: DeskSite, visitor: Staff) -> None:
    await visitor.signs_in(site.world)

    assert visitor.status == 200
    assert visitor.where == f"{site.url}/ban"
    assert "Chi bộ bản Suối Đá" in visitor.page


async def test_whoever_is_at_no_desk_reads_how_to_get_in(visitor: Staff) -> None:
    await visitor.opens("/ban")

    assert visitor.status == 401
    assert "nhắn “bàn làm việc”" in visitor.page


async def test_looking_at_a_link_does_not_use_it_up(site: DeskSite, visitor: Staff) -> None:
    path = await link(site.world)
    for _ in range(3):
        async with at(site) as preview:
            await preview.opens(path)
    await visitor.opens(path)
    await visitor.sends(path)

    assert visitor.status == 200


async def test_a_link_opens_the_desk_on_one_browser_only(site: DeskSite) -> None:
    path = await link(site.world)
    async with at(site) as first, at(site) as second:
        for one in (first, second):
            await one.opens(path)
            await one.sends(path)

        assert (first.status, second.status) == (200, 410)


async def test_the_button_pressed_twice_opens_once(site: DeskSite, visitor: Staff) -> None:
    path = await link(site.world)
    await visitor.opens(path)
    token = visitor.token
    await visitor.sends(path, token=token)
    await visitor.sends(path, token=token)

    assert visitor.status == 200
    assert len(await bubbles(site.world.db, HANH)) == 1


async def test_a_link_older_than_ten_minutes_opens_nothing(site: DeskSite, visitor: Staff) -> None:
    path = await link(site.world)
    site.world.clock.ms += 10 * MINUTE
    await visitor.opens(path)
    await visitor.sends(path)

    assert visitor.status == 410


async def test_only_the_newest_link_opens_the_desk(site: DeskSite, visitor: Staff) -> None:
    old = await link(site.world)
    await link(site.world)
    await visitor.opens(old)
    await visitor.sends(old)

    assert visitor.status == 410


@pytest.mark.usefixtures("hanh")
async def test_the_chat_says_that_the_desk_was_opened(site: DeskSite) -> None:
    (said,) = await bubbles(site.world.db, HANH)

    assert "19 giờ 42 phút" in said
    assert "KHÓA" in said


@pytest.mark.usefixtures("hanh")
async def test_the_key_is_kept_nowhere(site: DeskSite) -> None:
    path = await link(site.world)
    async with site.world.db.reading() as tx:
        kept = await tx.rows("SELECT hash FROM desk_keys UNION SELECT hash FROM desk_sessions")

    assert path.rsplit("/", 1)[1] not in {key for (key,) in kept}


@pytest.mark.parametrize(("idle", "status"), [(IDLE_MS - MINUTE, 200), (IDLE_MS, 401)])
async def test_an_hour_without_work_closes_the_desk(
    site: DeskSite, hanh: Staff, idle: int, status: int
) -> None:
    site.world.clock.ms += idle
    await hanh.opens("/ban")

    assert hanh.status == status


async def test_work_keeps_the_desk_open_but_no_longer_than_twelve_hours(
    site: DeskSite, hanh: Staff
) -> None:
    seen = []
    for _ in range(TWELVE_HOURS_MS // (IDLE_MS - MINUTE) + 1):
        site.world.clock.ms += IDLE_MS - MINUTE
        await hanh.opens("/ban")
        seen.append(hanh.status)

    assert seen == [200] * (len(seen) - 1) + [401]


async def test_what_the_page_fetches_by_itself_is_no_work(site: DeskSite, hanh: Staff) -> None:
    for _ in range(2):
        site.world.clock.ms += IDLE_MS // 2
        await hanh.opens("/ban", **{"X-Kheo-Live": "1"})

    assert hanh.status == 401


async def test_who_leaves_the_desk_is_not_at_it(hanh: Staff) -> None:
    await hanh.sends("/ban/ra")
    await hanh.opens("/ban")

    assert hanh.status == 401


async def test_locked_in_the_chat_the_desk_is_closed_everywhere(
    site: DeskSite, hanh: Staff
) -> None:
    result = await give(site.world, HANH, LockDesk())
    await hanh.opens("/ban")

    assert (result.sessions, hanh.status) == (1, 401)


ENDS = {
    "role": "UPDATE memberships SET to_day = '2027-03-16' WHERE id = 'm-hanh'",
    "weaker": "UPDATE memberships SET role = 'officer' WHERE id = 'm-hanh'",
    "erased": "UPDATE people SET erased_at = 1 WHERE id = 'hanh'",
    "address": "DELETE FROM addresses WHERE person = 'hanh'",
}


@pytest.mark.parametrize("what", sorted(ENDS))
async def test_who_is_of_the_office_no_longer_is_out_at_the_next_page(
    site: DeskSite, hanh: Staff, what: str
) -> None:
    async with site.world.db.writing() as tx:
        await tx.run(ENDS[what])
    await hanh.opens("/ban")

    assert hanh.status == 401
    assert "Chi bộ bản Suối Đá" not in hanh.page


async def test_who_agrees_no_longer_is_out(site: DeskSite, hanh: Staff) -> None:
    async with site.world.db.writing() as tx:
        answer = ConsentAnswer("c2", "hanh", "withdrawn", "1", "", "web", 2)
        await people.consent(tx, [answer])
    await hanh.opens("/ban")

    assert hanh.status == 401


async def test_who_turned_out_to_be_somebody_else_is_out(site: DeskSite, hanh: Staff) -> None:
    async with site.world.db.writing() as tx:
        await merge(tx, kept="lua", gone="hanh")
    await hanh.opens("/ban")

    assert hanh.status == 401


async def test_an_officer_without_an_office_gets_no_link(world: Hamlet) -> None:
    assert isinstance(await give(world, LUA, OpenDesk()), TooLate)


async def test_a_key_somebody_guesses_opens_nothing_and_soon_they_have_to_wait(
    site: DeskSite, visitor: Staff
) -> None:
    await visitor.opens(await link(site.world))
    token = visitor.token
    statuses = set()
    for n in range(60):
        await visitor.sends(f"/ban/vao/{n:043}", token=token)
        statuses.add(visitor.status)

    assert statuses == {410, 429}


async def test_a_form_of_another_site_signs_nobody_in(site: DeskSite, visitor: Staff) -> None:
    path = await link(site.world)
    await visitor.opens(path)

    assert await visitor.sends_as(path, {"Origin": "https://elsewhere.example"}) == 403
    assert await visitor.sends_as(path, {}, token="0" * 32) == 403


async def test_a_browser_that_keeps_nothing_signs_in_with_no_token(
    site: DeskSite, visitor: Staff
) -> None:
    path = await link(site.world)

    assert await visitor.sends_as(path, {}, token=token_of("")) == 403
    assert await count(site.world.db, "desk_sessions") == 0


async def test_cookies_are_not_for_scripts_nor_for_other_sites(
    site: DeskSite, visitor: Staff
) -> None:
    path = await link(site.world)
    async with visitor.session.get(path) as answer:
        (cookie,) = answer.headers.getall("Set-Cookie")

    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/ban" in cookie


async def test_old_keys_go_when_somebody_locks_the_desk(world: Hamlet) -> None:
    await link(world)
    async with world.db.writing() as tx:
        await desk.lock(tx, "hanh", now=1)
        left = await tx.rows("SELECT hash FROM desk_keys")

    assert left == []


async def test_old_sessions_and_links_go(world: Hamlet, tmp_path: Path) -> None:
    retention = Retention(world.db, world.clock, world.shell.programmes, PictureKeeper(tmp_path))
    await link(world)
    await begun(world)
    world.clock.ms += 6 * DAY_MS
    await retention.run()
    kept = await left(world)
    world.clock.ms += 2 * DAY_MS
    await retention.run()

    assert (kept, await left(world)) == ((1, 1), (0, 0))


async def test_of_who_is_forgotten_no_session_and_no_link_is_left(world: Hamlet) -> None:
    await link(world)
    await begun(world)
    async with world.db.writing() as tx:
        await erase(tx, Erasure("hanh", at=1, today="2027-03-16", instead="(đã xóa)"))

    assert await left(world) == (0, 0)


async def begun(world: Hamlet) -> None:
    """Let Hạnh have been at the desk."""
    async with world.db.writing() as tx:
        await desk.begin_session(tx, "s", DeskKey("k", "hanh", "a-w-hanh"), now=world.clock.ms)


async def left(world: Hamlet) -> tuple[int, int]:
    """Return how many links and sessions are kept."""
    return await count(world.db, "desk_keys"), await count(world.db, "desk_sessions")


async def test_a_page_that_forgets_to_ask_who_is_there_is_closed_by_its_declaration(
    site: DeskSite,
) -> None:
    async def everything(_request: web.Request) -> web.StreamResponse:
        return web.Response(text="everything")

    async with (
        serving([web.get("/ban", Frame(site.tools()).open(everything))]) as url,
        aiohttp.request("GET", f"{url}/ban") as answer,
    ):
        words = await answer.text()

    assert answer.status == 401
    assert "everything" not in words
