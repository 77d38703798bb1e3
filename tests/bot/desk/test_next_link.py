"""A link followed on a browser that knows a secret already: of its own session, or of another's."""

from collections.abc import Sequence
from typing import Any

from yarl import URL

from bot.desk.session import COOKIE, DOOR, new_secret
from tests.bot.desk.neighbours import MAI, let_mai_be_there
from tests.bot.desk.office import DeskSite, Staff, at, link
from tests.bot.ordering import found

OPEN = "SELECT person FROM desk_sessions WHERE ended_at = 0"


async def test_who_is_at_the_desk_already_follows_another_link(site: DeskSite, hanh: Staff) -> None:
    before = kept(site, hanh)
    await hanh.signs_in(site.world)

    assert hanh.status == 200
    assert kept(site, hanh) != before
    assert await sessions(site) == [("hanh",)]


async def test_looking_at_another_link_leaves_the_desk_open(site: DeskSite, hanh: Staff) -> None:
    await hanh.opens(await link(site.world))
    await hanh.opens("/ban")

    assert hanh.status == 200


async def test_another_s_link_on_the_same_browser_ends_the_session_before(
    site: DeskSite, hanh: Staff
) -> None:
    await let_mai_be_there(site.world)
    await hanh.signs_in(site.world, MAI)

    assert hanh.status == 200
    assert await sessions(site) == [("mai",)]


async def test_whoever_put_a_secret_into_a_browser_is_not_at_the_desk_by_it(
    site: DeskSite, visitor: Staff
) -> None:
    planted = new_secret()
    visitor.session.cookie_jar.update_cookies({COOKIE: planted}, URL(f"{site.url}/ban"))
    await visitor.signs_in(site.world)
    async with at(site) as stranger:
        for name in (COOKIE, DOOR):
            stranger.session.cookie_jar.update_cookies({name: planted}, URL(f"{site.url}/ban"))
        await stranger.opens("/ban")

    assert (visitor.status, stranger.status) == (200, 401)


async def test_where_the_answer_was_lost_pressing_again_opens_the_desk(
    site: DeskSite, visitor: Staff
) -> None:
    path = await link(site.world)
    await visitor.opens(path)
    token = visitor.token
    await visitor.sends(path)
    visitor.session.cookie_jar.clear(lambda one: one.key == COOKIE)
    await visitor.sends(path, token=token)

    assert visitor.status == 200
    assert await sessions(site) == [("hanh",)]


async def test_who_left_the_desk_does_not_get_back_by_the_same_link(
    site: DeskSite, visitor: Staff
) -> None:
    path = await link(site.world)
    await visitor.opens(path)
    await visitor.sends(path)
    await visitor.sends("/ban/ra")
    await visitor.opens(path)
    await visitor.sends(path)

    assert visitor.status == 410


def kept(site: DeskSite, staff: Staff) -> str:
    """Return the secret of the session a browser keeps."""
    cookies = staff.session.cookie_jar.filter_cookies(URL(f"{site.url}/ban"))
    return cookies[COOKIE].value


async def sessions(site: DeskSite) -> Sequence[Any]:
    """Return who is at the desk."""
    return await found(site.world.db, OPEN)
