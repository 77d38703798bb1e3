import re
from html import unescape

import pytest

from bot.desk.register import MOST
from conversations.summary.text import say_table
from rules.office_commands import TakeSummary
from storage import memberships, units
from storage.database import Database
from storage.memberships import Joining
from storage.units import NewUnit
from tests.bot.desk.office import DeskSite, Staff, at, desk_up
from tests.bot.desk.province import settle_many
from tests.bot.ordering import HANH, everybody_is_here, give, registered
from tests.bot.scene import reach, web
from tests.hamlet import LONG_AGO, Hamlet, hamlet, programme, settle_in


def names(page: str) -> list[str]:
    """Return what the rows of a table are called, from the top."""
    return [unescape(name) for name in re.findall('<th scope="row"><a [^>]*>([^<]*)<', page)]


async def test_the_table_shows_every_unit_that_owes_something(hanh: Staff) -> None:
    page = await hanh.opens("/ban")

    assert names(page) == ["Chi bộ bản Suối Đá", "Hội Nông dân phường Thường Thạnh"]


async def test_the_figures_are_those_of_the_chat(hanh: Staff, world: Hamlet) -> None:
    await registered(world)
    page = await hanh.opens("/ban")
    figures = re.findall("<dt>([^<]*)</dt><dd><b>([^<]*)</b>", page)

    assert figures == [
        ("Đơn vị", "2"), ("Đủ chỉ tiêu", "0"), ("Có nhưng thiếu", "1"), ("Chưa có", "1"),
        ("Đã đăng ký", "1"), ("Đã công nhận", "0"),
    ]  # fmt: skip
    assert "tính đến 19 giờ 42 phút, thứ Ba 16/3/2027" in page
    taken = await give(world, HANH, TakeSummary("khoi", "can-tho-khoi", 2027))
    form = world.shell.programmes.forms(taken.summary.at.date())[0]
    assert say_table(taken.summary, form, world.shell.language("vi")) in unescape(page)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("trang-thai=none", ["Chi bộ bản Suối Đá"]),
        ("trang-thai=short", ["Hội Nông dân phường Thường Thạnh"]),
        ("trang-thai=met", []),
        ("loai=chi_bo", ["Chi bộ bản Suối Đá"]),
        ("loc=suoi+da", ["Chi bộ bản Suối Đá"]),
        ("loc=NÔNG+thường", ["Hội Nông dân phường Thường Thạnh"]),
        ("loc=khong+co", []),
        ("trang-thai=nonsense", ["Chi bộ bản Suối Đá", "Hội Nông dân phường Thường Thạnh"]),
        ("xep=don-vi&giam=1", ["Hội Nông dân phường Thường Thạnh", "Chi bộ bản Suối Đá"]),
        ("xep=da-co", ["Chi bộ bản Suối Đá", "Hội Nông dân phường Thường Thạnh"]),
        ("xep=thieu&giam=1", ["Chi bộ bản Suối Đá", "Hội Nông dân phường Thường Thạnh"]),
    ],
)
async def test_the_address_says_what_is_shown_and_how_it_is_sorted(
    hanh: Staff, world: Hamlet, query: str, found: list[str]
) -> None:
    await registered(world)

    assert names(await hanh.opens(f"/ban?{query}")) == found


@pytest.mark.parametrize(
    "column",
    [
        *("stt", "don-vi", "loai", "phu-trach", "chi-tieu", "da-co", "thieu", "tiep-nhan"),
        *("giay", "cho-nhap", "goi", "trang-thai"),
    ],
)
async def test_every_column_of_the_units_can_be_sorted_by(
    hanh: Staff, world: Hamlet, column: str
) -> None:
    async with world.db.writing() as tx:
        await settle_many(tx, 6)
    up = names(await hanh.opens(f"/ban?xep={column}"))
    await hanh.opens(f"/ban?xep={column}&giam=1")

    assert len(up) == 8
    assert 'aria-sort="descending"' in hanh.page


async def test_the_register_shows_every_entry_and_finds_it(hanh: Staff, world: Hamlet) -> None:
    await registered(world, dialog="d1")
    await registered(world, dialog="d2")

    assert names(await hanh.opens("/ban/dang-ky")) == [
        "Nuôi lươn không bùn d1", "Nuôi lươn không bùn d2",
    ]  # fmt: skip
    assert names(await hanh.opens("/ban/dang-ky?loc=luon+d2")) == ["Nuôi lươn không bùn d2"]
    assert names(await hanh.opens("/ban/dang-ky?trang-thai=accepted")) == []


@pytest.mark.parametrize(
    "column", ["so", "ten", "don-vi", "linh-vuc", "loai", "nhan", "giay", "trang-thai"]
)
async def test_every_column_of_the_register_can_be_sorted_by(
    hanh: Staff, world: Hamlet, column: str
) -> None:
    async with world.db.writing() as tx:
        await settle_many(tx, 8)
    up = names(await hanh.opens(f"/ban/dang-ky?xep={column}"))
    down = names(await hanh.opens(f"/ban/dang-ky?xep={column}&giam=1"))

    assert len(up) == 12
    assert sorted(up) == sorted(down)


async def test_what_was_taken_back_is_shown_only_where_it_is_asked_for(
    hanh: Staff, world: Hamlet
) -> None:
    await registered(world)
    async with world.db.writing() as tx:
        await tx.run("UPDATE entries SET state = 'withdrawn'")

    assert names(await hanh.opens("/ban/dang-ky")) == []
    assert len(names(await hanh.opens("/ban/dang-ky?trang-thai=withdrawn"))) == 1


async def test_names_with_signs_of_html_are_words(hanh: Staff, world: Hamlet) -> None:
    wild = """<script>alert("1")</script> 'Ong' & "Mật" {{ 7*7 }}"""
    async with world.db.writing() as tx:
        new = NewUnit("wild", wild, LONG_AGO, 1, "chi_bo", parent="khoi")
        await units.add_units(tx, [new])
        await tx.run("UPDATE people SET name = :name WHERE id = 'hanh'", {"name": wild})
    page = await hanh.opens("/ban?loc=" + "%22%3E%3Cscript%3E")

    assert "<script>alert" not in page
    assert '"><script>' not in page
    assert wild in names(await hanh.opens("/ban"))


async def test_an_office_that_is_not_theirs_is_not_there(hanh: Staff) -> None:
    statuses = []
    for query in ("ban=khac", "ban=suoi-da", "ban=nothing", "ct=nothing"):
        await hanh.opens(f"/ban?{query}")
        statuses.append(hanh.status)

    assert statuses == [404] * 4


async def test_the_other_office_sees_nothing_of_this_one(site: DeskSite, world: Hamlet) -> None:
    chat = web("w-other")
    await registered(world)
    async with world.db.writing() as tx:
        await units.add_units(tx, [NewUnit("khac", "Ban khác", LONG_AGO, 1, "dang_bo")])
        await tx.run(
            """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                                   demo, created_at)
               VALUES ('other', 'Cầm', 'cam', '', '', 'vi', '', '{}', 0, 1)"""
        )
        await tx.run(
            """INSERT INTO memberships (id, person, unit, position, role, state, from_day, to_day)
               VALUES ('m-other', 'other', 'khac', '', 'office', 'confirmed', :day, '')""",
            {"day": LONG_AGO},
        )
    await reach(world, "other", chat)
    async with at(site) as other:
        await other.signs_in(world, chat)
        pages = [await other.opens(path) for path in ("/ban", "/ban/dang-ky")]

    assert [names(page) for page in pages] == [[], []]
    assert "Thường Thạnh" not in "".join(pages)


async def test_a_thousand_units_are_one_light_page(hanh: Staff, world: Hamlet) -> None:
    async with world.db.writing() as tx:
        await settle_many(tx, 1000, each=6)
    page = await hanh.opens("/ban")

    assert len(names(page)) == 1002
    assert len(page.encode()) < 1_000_000


async def test_the_register_is_paged_where_it_is_long(hanh: Staff, world: Hamlet) -> None:
    async with world.db.writing() as tx:
        await settle_many(tx, 700)
    page = await hanh.opens("/ban/dang-ky?trang=2&loc=ong")

    assert len(names(page)) == 700 // 4 * 6 - MOST
    assert len(page.encode()) < 1_000_000
    assert 'href="/ban/dang-ky?loc=ong&amp;trang=1"' in page


async def test_who_serves_two_offices_chooses_one(hanh: Staff, world: Hamlet) -> None:
    async with world.db.writing() as tx:
        other = NewUnit("khac", "Ban khác", LONG_AGO, 1, "dang_bo")
        below = NewUnit("duoi", "Chi bộ dưới", LONG_AGO, 1, "chi_bo", parent="khac")
        await units.add_units(tx, [other, below])
        place = Joining("m-2", "hanh", "khac", "2024-01-01", "", "office", confirmed=True)
        await memberships.join(tx, [place])
    first = await hanh.opens("/ban")
    second = await hanh.opens("/ban?ban=khac")

    assert '<option value="khac">Ban khác</option>' in first
    assert "Chi bộ dưới" not in names(first)
    assert names(second) == ["Chi bộ dưới"]
    assert 'href="/ban/dang-ky?ban=khac"' in second


async def test_where_no_number_is_asked_a_unit_has_some_or_nothing(db: Database) -> None:
    world = hamlet(db, programme(quotas=False))
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(world)
    await registered(world)
    async with desk_up(world) as site, at(site) as staff:
        await staff.signs_in(world)
    figures = re.findall("<dt>([^<]*)</dt><dd><b>([^<]*)</b>", staff.page)
    states = re.findall('data-state="([a-z]*)">([^<]*)<', staff.page)

    assert figures[:3] == [("Đơn vị", "3"), ("Đã có", "1"), ("Chưa có", "2")]
    assert set(states) == {("met", "Đã có"), ("none", "Chưa có")}


@pytest.mark.parametrize("path", ["/ban/", "/ban/khong-co", "/ban/dang-ky/1/tiep-nhan"])
async def test_an_address_that_is_none_says_so_in_words(hanh: Staff, path: str) -> None:
    page = await hanh.opens(path)

    assert hanh.status == 404
    assert "Không có gì ở đây" in page
