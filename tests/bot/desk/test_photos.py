from rules.commands import AttachPhotos
from rules.paper_commands import SendForm
from tests.bot.desk.office import DeskSite, Staff, at
from tests.bot.desk.pictured import photo_of
from tests.bot.ordering import LUA, give, registered


async def attached(site: DeskSite) -> str:
    """Return a photo of an entry."""
    entry = (await registered(site.world, LUA)).entry
    photo = await photo_of(site, "lua")
    await give(site.world, LUA, AttachPhotos(entry.id, (photo,)))
    return photo


async def test_a_photo_is_shown_to_the_office_and_kept_nowhere(hanh: Staff, site: DeskSite) -> None:
    photo = await attached(site)
    async with hanh.session.get(f"/ban/anh/{photo}") as answer:
        data, headers = await answer.read(), answer.headers

    assert data.startswith(b"\xff\xd8")
    assert headers["Content-Type"] == "image/jpeg"
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_the_photo_of_a_form_is_shown_too(hanh: Staff, site: DeskSite) -> None:
    photo = await photo_of(site, "lua")
    await give(site.world, LUA, SendForm("nong-dan", "can-tho-khoi", 2027, (photo,)))
    async with hanh.session.get(f"/ban/anh/{photo}") as answer:
        assert answer.status == 200


async def test_a_photo_that_belongs_to_nothing_is_nobodys(hanh: Staff, site: DeskSite) -> None:
    photo = await photo_of(site, "lua")
    await hanh.opens(f"/ban/anh/{photo}")

    assert hanh.status == 404


async def test_another_office_sees_no_photo(mai: Staff, site: DeskSite) -> None:
    photo = await attached(site)
    await mai.opens(f"/ban/anh/{photo}")

    assert mai.status == 404


async def test_nobody_sees_a_photo_who_is_not_at_the_desk(site: DeskSite) -> None:
    photo = await attached(site)
    async with at(site) as stranger:
        await stranger.opens(f"/ban/anh/{photo}")

        assert stranger.status == 401


async def test_a_photo_that_is_lost_is_not_there(hanh: Staff, site: DeskSite) -> None:
    photo = await attached(site)
    await site.pictures.remove((await site.pictures.older_than(2**40))[0])
    await hanh.opens(f"/ban/anh/{photo}")

    assert hanh.status == 404
