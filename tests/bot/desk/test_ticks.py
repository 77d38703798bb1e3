import asyncio
import re
from contextlib import AsyncExitStack
from itertools import count

import pytest
from yarl import URL

from storage import units
from storage.database import Row
from storage.units import NewUnit
from tests.bot.desk.office import DeskSite, Staff, at, desk_up
from tests.bot.ordering import HANH, LUA, found, registered
from tests.bot.scene import bubbles
from tests.hamlet import LONG_AGO, Hamlet

ORIGINALS = "SELECT unit, entry, original_day FROM papers WHERE state = 'here' ORDER BY id"


def ticks(page: str) -> dict[str, str]:
    """Return how each row is ticked, by the id of its tick."""
    return dict(re.findall('id="(t-[^"]*)" role="checkbox" aria-checked="([a-z]*)"', page))


async def originals(world: Hamlet) -> list[Row]:
    """Return the originals there are."""
    return await found(world.db, ORIGINALS)


async def test_a_tick_notes_the_paper_of_all_entries_of_a_unit_today(
    hanh: Staff, world: Hamlet
) -> None:
    entry = (await registered(world)).entry.id
    await hanh.opens("/ban")
    page = await hanh.sends("/ban/nhan-giay", nhan="nong-dan", ve="/ban")

    assert await originals(world) == [("nong-dan", entry, "2027-03-16")]
    assert hanh.said == "Hội Nông dân phường Thường Thạnh: đã ghi nhận bản giấy, 1 đăng ký."
    assert ticks(page)["t-nong-dan"] == "true"


async def test_a_tick_taken_away_strikes_the_paper(hanh: Staff, world: Hamlet) -> None:
    await registered(world)
    await hanh.opens("/ban")
    await hanh.sends("/ban/nhan-giay", nhan="nong-dan", ve="/ban")
    page = await hanh.sends("/ban/nhan-giay", bo="nong-dan", ve="/ban")

    assert await originals(world) == []
    assert "đã bỏ ghi bản giấy" in hanh.said
    assert ticks(page)["t-nong-dan"] == "false"


async def test_a_tick_taken_away_strikes_all_papers_it_noted_and_tells_of_them_once(
    hanh: Staff, world: Hamlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    for dialog in ("d1", "d2"):
        await registered(world, dialog=dialog)
    moments = count(world.clock.ms)
    monkeypatch.setattr(world.clock, "now_ms", lambda: next(moments))
    await hanh.opens("/ban")
    await hanh.sends("/ban/nhan-giay", nhan="nong-dan", ve="/ban")
    told = len(await bubbles(world.db, LUA))
    page = await hanh.sends("/ban/nhan-giay", bo="nong-dan", ve="/ban")

    assert await originals(world) == []
    assert ticks(page)["t-nong-dan"] == "false"
    assert len(await bubbles(world.db, LUA)) == told + 1


async def test_a_paper_of_a_unit_without_entries_waits_to_be_typed_in(
    hanh: Staff, world: Hamlet
) -> None:
    await hanh.opens("/ban")
    page = await hanh.sends("/ban/nhan-giay", nhan="suoi-da", ve="/ban")

    assert await originals(world) == [("suoi-da", "", "2027-03-16")]
    assert "chờ nhập" in hanh.said
    assert ticks(page)["t-suoi-da"] == "true"


async def test_one_entry_is_ticked_in_the_register(hanh: Staff, world: Hamlet) -> None:
    first, second = [(await registered(world, dialog=d)).entry.id for d in ("d1", "d2")]
    await hanh.opens("/ban/dang-ky")
    page = await hanh.sends("/ban/nhan-giay", **{"nhan-so": first, "ve": "/ban/dang-ky"})

    assert ticks(page) == {f"t-{first}": "true", f"t-{second}": "false"}
    assert ticks(await hanh.opens("/ban"))["t-nong-dan"] == "mixed"


async def test_an_entrys_tick_is_taken_away(hanh: Staff, world: Hamlet) -> None:
    entry = (await registered(world)).entry.id
    await hanh.opens("/ban/dang-ky")
    page = await hanh.sends("/ban/nhan-giay", **{"nhan-so": entry, "ve": "/ban/dang-ky"})
    ((paper,),) = await found(world.db, "SELECT id FROM papers")
    assert f'name="bo-so" value="{paper}"' in page
    await hanh.sends("/ban/nhan-giay", **{"bo-so": paper, "ve": "/ban/dang-ky"})

    assert await originals(world) == []


async def test_the_same_form_twice_notes_one_paper_and_tells_who_was_first(
    hanh: Staff, world: Hamlet
) -> None:
    await registered(world)
    await hanh.opens("/ban")
    for _ in range(2):
        await hanh.sends("/ban/nhan-giay", nhan="nong-dan", ve="/ban")

    assert len(await originals(world)) == 1
    assert "Trần Thị Hạnh đã ghi nhận bản giấy lúc 19 giờ 42 phút" in hanh.said


async def test_two_staff_who_tick_at_once_note_one_paper(site: DeskSite, world: Hamlet) -> None:
    await registered(world)
    async with AsyncExitStack() as closing:
        both = [await closing.enter_async_context(at(site)) for _ in range(2)]
        for one in both:
            await one.signs_in(world)
        forms = [one.sends("/ban/nhan-giay", nhan="nong-dan", ve="/ban") for one in both]
        await asyncio.gather(*forms)

    assert len(await originals(world)) == 1


async def test_two_processes_serve_one_session(hanh: Staff, world: Hamlet) -> None:
    await registered(world)
    async with desk_up(world) as other, at(other) as same:
        cookies = hanh.session.cookie_jar.filter_cookies(URL(f"{other.url}/ban"))
        same.session.cookie_jar.update_cookies(cookies, URL(f"{other.url}/ban"))
        await same.opens(f"{other.url}/ban")
        await same.sends(f"{other.url}/ban/nhan-giay", nhan="nong-dan", ve="/ban")

    assert "đã ghi nhận" in same.said
    assert ticks(await hanh.opens("/ban"))["t-nong-dan"] == "true"


async def test_the_units_officers_hear_of_it_once(hanh: Staff, world: Hamlet) -> None:
    await registered(world)
    before = len(await bubbles(world.db, LUA))
    await hanh.opens("/ban")
    for _ in range(2):
        await hanh.sends("/ban/nhan-giay", nhan="nong-dan", ve="/ban")

    assert len(await bubbles(world.db, LUA)) == before + 1
    assert len(await bubbles(world.db, HANH)) == 1  # that the desk was opened


@pytest.mark.parametrize("unit", ["khac", "nothing", ""])
async def test_what_is_not_of_this_office_cannot_be_ticked(
    hanh: Staff, world: Hamlet, unit: str
) -> None:
    async with world.db.writing() as tx:
        await units.add_units(tx, [NewUnit("khac", "Ban khác", LONG_AGO, 1, "chi_bo")])
    await hanh.opens("/ban")
    await hanh.sends("/ban/nhan-giay", nhan=unit, bo=unit, ve="/ban")

    assert await originals(world) == []
    assert "Không có gì thay đổi" in hanh.said


async def test_a_form_without_the_token_or_from_elsewhere_does_nothing(
    hanh: Staff, world: Hamlet
) -> None:
    await hanh.opens("/ban")
    here = "/ban/nhan-giay"
    statuses = [
        await hanh.sends_as(here, {}, token="", nhan="suoi-da"),
        await hanh.sends_as(here, {}, token="0" * 32, nhan="suoi-da"),
        await hanh.sends_as(here, {"Origin": "https://elsewhere.example"}, nhan="suoi-da"),
        await hanh.sends_as(here, {"Origin": "null"}, nhan="suoi-da"),
    ]

    assert statuses == [403] * 4
    assert await originals(world) == []


async def test_a_token_of_somebody_elses_page_does_nothing(
    site: DeskSite, hanh: Staff, world: Hamlet
) -> None:
    await hanh.opens("/ban")
    async with at(site) as other:
        await other.signs_in(world)
        status = await other.sends_as("/ban/nhan-giay", {}, token=hanh.token, nhan="suoi-da")

    assert status == 403


@pytest.mark.parametrize("where", ["https://elsewhere.example/", "//elsewhere.example", "/x", ""])
async def test_a_form_leads_to_pages_of_the_desk_only(hanh: Staff, where: str) -> None:
    await hanh.opens("/ban")
    await hanh.sends("/ban/nhan-giay", nhan="suoi-da", ve=where)

    assert hanh.where.split("#")[0].endswith("/ban")


async def test_what_came_of_a_form_is_said_once(hanh: Staff) -> None:
    await hanh.opens("/ban")
    await hanh.sends("/ban/nhan-giay", nhan="suoi-da", ve="/ban")
    first = hanh.said
    await hanh.opens("/ban")

    assert (bool(first), hanh.said) == (True, "")


async def test_nobody_can_put_words_on_the_page(hanh: Staff) -> None:
    forged = {"kheo-desk-said": "0" * 32 + ".aGVsbG8="}
    hanh.session.cookie_jar.update_cookies(forged)
    await hanh.opens("/ban")

    assert hanh.said == ""
