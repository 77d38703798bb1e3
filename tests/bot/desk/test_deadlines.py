"""Deadlines and the calendar at the desk, and who may not change them."""

import datetime as dt
from typing import Any

import pytest

from conversations.desk.deadline_page import own_ends
from rules.deadline_moves import EndMoved
from rules.deadline_requests import DeadlineChanged
from rules.person import Unit
from tests.bot.desk.office import DeskSite, Staff, hidden
from tests.bot.ordering import found
from tests.hamlet import Hamlet

NOON = dt.datetime(2027, 3, 16, 12, tzinfo=dt.UTC)
TO_FRIDAY = {"stage": "register", "how": "to", "day": "26/3/2027", "until": "17:00"}


async def changes(world: Hamlet) -> list[Any]:
    """Return what was changed: stage, unit, with those below, last day."""
    return await found(world.db, "SELECT stage, unit, below, day FROM deadline_changes ORDER BY id")


async def looks(hanh: Staff, **form: str) -> str:
    """Fill the form in and look at what it would do."""
    await hanh.opens("/ban/han")
    return await hanh.sends("/ban/han/xem", **{**TO_FRIDAY, **form})


async def test_the_deadlines_of_the_round_stand_with_their_last_moment(hanh: Staff) -> None:
    page = await hanh.opens("/ban/han")

    assert "hết 17 giờ 00, thứ Sáu 19/3/2027" in page
    assert "Không có; mọi đơn vị theo hạn ở trên." in page


async def test_a_change_is_seen_before_it_is_made(hanh: Staff, world: Hamlet) -> None:
    page = await looks(hanh, reason="chờ văn bản")

    assert "HẠN MỚI: hết 17 giờ 00, thứ Sáu 26/3/2027." in page
    assert "Lý do: chờ văn bản." in page
    assert await changes(world) == []


async def test_a_change_looked_at_is_made_for_all_units(hanh: Staff, world: Hamlet) -> None:
    page = await looks(hanh)
    await hanh.sends("/ban/han/doi", **hidden(page))

    assert "Đã đổi hạn cho Đảng ủy Khối và tất cả đơn vị bên dưới." in hanh.said
    assert await changes(world) == [("register", "khoi", 1, "2027-03-26")]


async def test_a_unit_has_a_deadline_of_its_own(hanh: Staff, world: Hamlet) -> None:
    page = await looks(hanh, unit="suối đá")
    page = await hanh.sends("/ban/han/doi", **hidden(page))

    assert await changes(world) == [("register", "suoi-da", 0, "2027-03-26")]
    assert "riêng Chi bộ bản Suối Đá" in page
    assert "Hạn riêng: hết 17 giờ 00, thứ Sáu 26/3/2027" in await hanh.opens("/ban/don-vi/suoi-da")


def test_an_end_of_its_own_that_a_later_one_covers_is_not_listed() -> None:
    whole, part = frozenset({"x", "y"}), frozenset({"y"})
    end = EndMoved("register", "Đăng ký", None, None)
    above = DeadlineChanged(NOON, "", "x", "Đảng bộ X", True, end, "", "", whole)
    alone = DeadlineChanged(NOON, "", "y", "Chi bộ Y", False, end, "", "", part)

    assert own_ends([above, alone], Unit("khoi", "Đảng ủy Khối")) == [above]
    assert own_ends([alone, above], Unit("khoi", "Đảng ủy Khối")) == [alone, above]


async def test_row_3_21_all_deadlines_are_shifted_together(hanh: Staff, world: Hamlet) -> None:
    page = await looks(hanh, stage="all", how="by", days="14")
    await hanh.sends("/ban/han/doi", **hidden(page))

    days = [day for *_, day in await changes(world)]
    assert days == ["2027-04-02", "2027-10-14", "2027-10-23"]


async def test_what_was_sent_twice_is_done_once(hanh: Staff, world: Hamlet) -> None:
    page = await looks(hanh)
    form = hidden(page)
    await hanh.sends("/ban/han/doi", **form)
    await hanh.sends("/ban/han/doi", **form)

    assert "Chính đồng chí đã đổi hạn" in hanh.said
    assert len(await changes(world)) == 1


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"day": "1/3/2027"}, "đã qua"),
        ({"day": "2/1/2028"}, "kết thúc ngày 31/12/2027"),
        ({"day": "hôm nào"}, "20/3/2027"),
        ({"until": "chiều"}, "17:00"),
        ({"how": "by", "days": "0"}, "300"),
        ({"stage": "all"}, "trong danh sách"),
        ({"stage": "nothing"}, "mục này"),
        ({"unit": "không có đâu"}, "Không có đơn vị nào"),
        ({"day": "19/3/2027"}, "đang đúng như vậy rồi"),
    ],
)
async def test_what_cannot_be_is_said_beside_the_form(
    hanh: Staff, world: Hamlet, form: dict[str, str], says: str
) -> None:
    page = await looks(hanh, **form)

    assert hanh.status == 422
    assert says in page
    assert await changes(world) == []


async def test_an_office_does_not_change_deadlines_of_a_unit_beside_it(
    mai: Staff, site: DeskSite
) -> None:
    await mai.opens("/ban/han")
    form = {"whose": "suoi-da", "below": "0", "ends": "register 2027-03-26 17:00", "seen": ""}
    await mai.sends("/ban/han/doi", **form)

    assert await changes(site.world) == []


async def test_a_day_off_is_looked_at_noted_and_taken_back(hanh: Staff, world: Hamlet) -> None:
    await hanh.opens("/ban/lich")
    page = await hanh.sends("/ban/lich/xem", day="4/5/2027", kind="off", label="nghỉ bù")
    assert "thứ Ba 4/5/2027 là ngày nghỉ: nghỉ bù." in page
    assert await found(world.db, "SELECT day FROM calendar_days") == []
    await hanh.sends("/ban/lich/ghi", **hidden(page))
    assert await found(world.db, "SELECT day, kind FROM calendar_days") == [("2027-05-04", "off")]
    await hanh.sends("/ban/lich/bo", day="2027-05-04")

    assert await found(world.db, "SELECT day FROM calendar_days") == []


async def test_the_calendar_of_another_year_has_its_tet(hanh: Staff) -> None:
    page = await hanh.opens("/ban/lich?lich=2028")

    assert "26/1/2028" in page
    await hanh.opens("/ban/lich?lich=1900")
    assert hanh.status == 404
