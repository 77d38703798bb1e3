import re

import pytest

from rules.office_commands import NoteCall
from storage import memberships
from storage.memberships import Joining
from tests.bot.desk.office import Staff
from tests.bot.ordering import HANH, LUA, found, give, registered
from tests.hamlet import LONG_AGO, Hamlet

UNIT = "/ban/don-vi/nong-dan"


async def test_a_unit_is_shown_with_its_register_people_and_years(
    hanh: Staff, world: Hamlet
) -> None:
    entry = (await registered(world, LUA)).entry
    await hanh.opens(UNIT)

    said = (entry.name, "Đảng ủy Khối", "Chủ tịch", "đã đăng ký 1/2, CÒN THIẾU 1", "Các năm")
    for words in said:
        assert words in hanh.page
    assert 'href="tel:+84912000003">0912 000 003</a>' in hanh.page


async def test_a_landline_is_marked(hanh: Staff, world: Hamlet) -> None:
    async with world.db.writing() as tx:
        await tx.run("UPDATE people SET phone = '+842923818555' WHERE id = 'lua'")
    await hanh.opens(UNIT)

    assert "0292 3818 555</a> (máy bàn)" in hanh.page


async def test_originals_of_a_unit_are_ticked_with_a_day_and_unticked(
    hanh: Staff, world: Hamlet
) -> None:
    await registered(world, LUA)
    await hanh.opens(UNIT)
    await hanh.sends(f"{UNIT}/ban-giay", day="15/3")
    assert "Bản giấy có chữ ký của số 1: 15/3/2027" in hanh.page
    (paper,) = re.findall('name="paper" value="([^"]+)"', hanh.page)
    await hanh.sends(f"{UNIT}/bo-ban-giay", paper=paper)

    assert "Chưa nhận bản giấy nào." in hanh.page


async def test_a_unit_is_exempt_with_a_reason_and_owes_again(hanh: Staff, world: Hamlet) -> None:
    await hanh.opens(UNIT)
    await hanh.sends(f"{UNIT}/mien", reason="Mới thành lập tháng 2")
    assert "Được miễn năm 2027: Mới thành lập tháng 2" in hanh.page
    await hanh.sends(f"{UNIT}/bo-mien")

    assert "Đã bỏ miễn năm 2027" in hanh.said
    assert await found(world.db, "SELECT unit FROM exemptions") == []


async def test_a_unit_is_not_exempt_without_a_reason(hanh: Staff, world: Hamlet) -> None:
    await hanh.opens(UNIT)
    await hanh.sends(f"{UNIT}/mien", reason=" ")

    assert hanh.status == 422
    assert await found(world.db, "SELECT unit FROM exemptions") == []


async def test_a_call_is_noted(hanh: Staff) -> None:
    await hanh.opens(UNIT)
    await hanh.sends(f"{UNIT}/goi", words="hẹn sáng mai")

    assert "Đã ghi lần gọi Hội Nông dân phường Thường Thạnh: hẹn sáng mai." in hanh.said
    assert "đồng chí Trần Thị Hạnh, 19 giờ 42 phút" in hanh.page


@pytest.mark.parametrize(
    ("act", "state", "says"),
    [("xac-nhan", "confirmed", "Đã xác nhận"), ("khong-phai", "refused", "không thuộc")],
)
async def test_who_asks_to_belong_to_it_is_confirmed_or_not(
    hanh: Staff, world: Hamlet, act: str, state: str, says: str
) -> None:
    async with world.db.writing() as tx:
        asked = Joining("m-asked", "w-binh", "suoi-da", LONG_AGO)
        await memberships.join(tx, [asked])
    await hanh.opens("/ban/don-vi/suoi-da")
    assert "Nguyễn Văn Bình" in hanh.page
    await hanh.sends(f"/ban/don-vi/suoi-da/{act}", membership="m-asked")

    assert says in hanh.said
    states = await found(world.db, "SELECT state FROM memberships WHERE id = 'm-asked'")
    assert [s for (s,) in states if s == "confirmed"] == [state] * (state == "confirmed")


async def test_codes_are_made_and_taken_back(hanh: Staff) -> None:
    await hanh.opens(UNIT)
    await hanh.sends(f"{UNIT}/lam-ma")
    made = hanh.said
    await hanh.sends(f"{UNIT}/thu-hoi-ma")

    assert "không cần mã" in made or "Đang làm" in made
    assert "Đã thu hồi" in hanh.said


async def test_it_says_where_units_are_renamed_and_merged(hanh: Staff) -> None:
    await hanh.opens(UNIT)

    assert "nhắn TỔ CHỨC cho trợ lý" in hanh.page


ACTS = ("mien", "bo-mien", "ban-giay", "goi", "lam-ma", "thu-hoi-ma")


async def test_another_office_finds_no_such_unit(mai: Staff, world: Hamlet) -> None:
    await give(world, HANH, NoteCall("nong-dan", "can-tho-khoi", 2027, "hẹn sáng mai"))
    await mai.opens(UNIT)
    seen = {mai.status}
    await mai.opens("/ban")
    token = mai.token
    for act in ACTS:
        await mai.sends(f"{UNIT}/{act}", token=token, reason="lý do", day="15/3", words="đã gọi")
        seen.add(mai.status)
        assert "Hội Nông dân" not in mai.page

    assert seen == {404}
    sql = "SELECT id FROM calls WHERE by_person = 'mai' UNION SELECT unit FROM exemptions"
    assert await found(world.db, sql) == []
