"""The desk in the autumn, when the next year's round has begun: this year's is still there."""

import re
from html import unescape
from urllib.parse import quote

import pytest

from rules.entry import Entry
from storage import memberships, units
from storage.database import Database
from storage.memberships import Joining
from storage.units import NewUnit
from tests.bot.desk.neighbours import MAI, let_mai_be_there
from tests.bot.desk.office import DeskSite, Staff, at
from tests.bot.desk.test_table import names
from tests.bot.ordering import everybody_is_here, found, registered
from tests.hamlet import LONG_AGO, Hamlet, hamlet, programme, settle_in

PLACES = ("/ban", "/ban/dang-ky", "/ban/viec-cho", "/ban/nhap", "/ban/ban-giay", "/ban/can-goi")
UNIT = "/ban/don-vi/nong-dan"
AWAY = re.compile("/ban/(page|ra|anh|events)")  # what is the same whatever year is chosen
FORM = {
    "don-vi": "suoi-da", "phieu": "", "received": "14/3/2026", "kind": "new-collective",
    "name": "Nuôi ong lấy mật dưới tán rừng", "address": "bản Suối Đá", "field": "economy",
    "content": "Vận động 12 hộ nuôi ong, đảng viên làm trước 3 hộ.",
}  # fmt: skip


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give the hamlet on a day in November."""
    made = hamlet(db, programme(quotas=True), moment="2026-11-24 09:05")
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(made)
    return made


@pytest.fixture
async def entry(world: Hamlet) -> Entry:
    """Give an entry of 2026."""
    one: Entry = (await registered(world, round=2026)).entry
    return one


def ways(page: str) -> list[str]:
    """Return where the links and forms of a page lead, except to the present round.

    Forms that only look for something name the year in a field.
    """
    rest = re.sub('<p class="note noprint">.*?</p>|<form method="get"[^>]*>', "", page)
    found_ = [unescape(way) for way in re.findall('(?:href|action)="(/ban[^"]*)"', rest)]
    return [way for way in found_ if not AWAY.match(way)]


@pytest.mark.usefixtures("entry")
async def test_the_present_round_is_chosen_where_nothing_is(hanh: Staff) -> None:
    await hanh.opens("/ban/dang-ky")

    assert names(hanh.page) == []
    assert 'selected>2027</option><option value="2026">2026</option>' in hanh.page
    assert "nam=" not in "".join(ways(hanh.page))


async def test_the_year_before_is_there_in_the_table_and_the_register(
    hanh: Staff, entry: Entry
) -> None:
    page = await hanh.opens("/ban?nam=2026")
    figures = dict(re.findall("<dt>([^<]*)</dt><dd><b>([^<]*)</b>", page))

    assert figures["Đã đăng ký"] == "1"
    assert "Đồng chí đang xem và ghi cho năm 2026." in page
    assert names(await hanh.opens("/ban/dang-ky?nam=2026")) == [entry.name]


async def test_every_way_from_a_page_of_a_year_keeps_the_year(hanh: Staff, entry: Entry) -> None:
    lost = []
    for place in (*PLACES, "/ban/nhap?don-vi=suoi-da", UNIT, f"/ban/dang-ky/{entry.id}"):
        page = await hanh.opens(f"{place}{'&' if '?' in place else '?'}nam=2026")
        lost += [way for way in ways(page) if "nam=2026" not in way]
        assert page.count('<form method="get"') == page.count('name="nam"')

    assert lost == []


@pytest.mark.usefixtures("entry")
@pytest.mark.parametrize(
    "year", ["2025", "2028", "1", "nam", "20260", "２０２６", "2026.0", " 2026"]
)
async def test_a_year_in_which_nothing_came_in_is_not_there(hanh: Staff, year: str) -> None:
    statuses = set()
    for place in PLACES:
        await hanh.opens(f"{place}?nam={quote(year)}")
        statuses.add(hanh.status)

    assert statuses == {404}


@pytest.mark.usefixtures("entry")
async def test_a_year_of_another_office_is_not_there(site: DeskSite) -> None:
    await let_mai_be_there(site.world)
    async with at(site) as mai:
        await mai.signs_in(site.world, MAI)
        await mai.opens("/ban?nam=2026")

        assert mai.status == 404
        assert 'name="nam"' not in await mai.opens("/ban")


@pytest.mark.usefixtures("entry")
async def test_a_unit_is_exempt_in_the_year_that_is_chosen(hanh: Staff, world: Hamlet) -> None:
    await hanh.opens(f"{UNIT}?nam=2026")
    await hanh.sends(f"{UNIT}/mien?nam=2026", reason="Đang sắp xếp")

    assert "Được miễn năm 2026: Đang sắp xếp" in hanh.page
    assert await found(world.db, "SELECT unit, round FROM exemptions") == [("nong-dan", 2026)]


async def test_papers_and_calls_are_noted_in_the_year_that_is_chosen(
    hanh: Staff, world: Hamlet, entry: Entry
) -> None:
    await hanh.opens("/ban?nam=2026")
    await hanh.sends("/ban/nhan-giay?nam=2026", nhan="nong-dan", ve="/ban?nam=2026")
    await hanh.sends("/ban/can-goi?nam=2026", unit="suoi-da", words="hẹn mai")

    assert await found(world.db, "SELECT round, entry FROM papers") == [(2026, entry.id)]
    assert await found(world.db, "SELECT unit, round FROM calls") == [("suoi-da", 2026)]
    assert hanh.where.endswith("/ban/can-goi?nam=2026")


@pytest.mark.usefixtures("entry")
@pytest.mark.parametrize(("received", "on_time"), [("14/3/2026", 1), ("30/3/2026", 0)])
async def test_a_form_is_typed_into_the_year_that_is_chosen(
    hanh: Staff, world: Hamlet, received: str, on_time: int
) -> None:
    page = await hanh.opens("/ban/nhap?don-vi=suoi-da&nam=2026")
    (once,) = re.findall('name="once" value="([^"]+)"', page)
    await hanh.sends("/ban/nhap?nam=2026", once=once, **FORM | {"received": received})

    sql = "SELECT round, on_time FROM entries WHERE unit = 'suoi-da'"
    assert [tuple(row) for row in await found(world.db, sql)] == [(2026, on_time)]
    assert "nam=2026" in hanh.where


@pytest.mark.usefixtures("entry")
async def test_the_files_are_of_the_year_that_is_chosen(hanh: Staff) -> None:
    await hanh.opens("/ban?nam=2026")
    form = {"token": hanh.token, "tep": "xlsx"}
    async with hanh.session.post("/ban/tep?nam=2026", data=form) as answer:
        name = answer.headers["Content-Disposition"]

    assert "TongHop_DVK_2026" in name


async def test_whoever_takes_back_the_last_one_of_a_year_still_looks_at_that_year(
    hanh: Staff, entry: Entry
) -> None:
    await hanh.opens(f"/ban/dang-ky/{entry.id}?nam=2026")
    await hanh.sends(f"/ban/dang-ky/{entry.id}/rut?nam=2026", version=str(entry.version))

    assert hanh.status == 200
    assert names(await hanh.opens("/ban/dang-ky?nam=2026&trang-thai=withdrawn")) == [entry.name]


@pytest.mark.usefixtures("entry")
async def test_whoever_goes_to_an_office_without_that_year_sees_its_present_round(
    hanh: Staff, world: Hamlet
) -> None:
    async with world.db.writing() as tx:
        await units.add_units(tx, [NewUnit("khac", "Ban khác", LONG_AGO, 1, "dang_bo")])
        place = Joining("m-2", "hanh", "khac", "2024-01-01", "", "office", confirmed=True)
        await memberships.join(tx, [place])
    page = await hanh.opens("/ban?ban=khac&nam=2026")

    assert hanh.status == 200
    assert "đăng ký năm 2027" in page
    assert 'href="/ban/dang-ky?ban=khac"' in page
