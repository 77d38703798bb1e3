"""Announcements at the desk: looked at, sent, followed person by person, and whose they are."""

import pytest

from rules.announcement_commands import ReadAnnouncement, StopAnnouncement
from tests.bot.desk.office import Staff, hidden
from tests.bot.ordering import HANH, PAO, found, give
from tests.bot.remind.announced import announced, goes, how_far
from tests.hamlet import Hamlet

HERE = "/ban/thong-bao"
WRITTEN = {"about": "Về việc lùi hạn", "text": "Hạn mới: thứ Sáu 28/3/2027."}


async def looks(hanh: Staff, **form: str) -> str:
    """Fill the form in and look at how it would look."""
    await hanh.opens(HERE)
    return await hanh.sends(f"{HERE}/xem", **{"whom": "all", **WRITTEN, **form})


async def test_it_is_seen_before_it_goes(hanh: Staff, world: Hamlet) -> None:
    page = await looks(hanh, basis="Công văn số 12")

    assert "THÔNG BÁO của" in page
    assert "Theo Công văn số 12." in page
    assert "ghi SAI: 28/3/2027 là Chủ nhật" in page
    assert "Tin này gửi 2 đầu mối" in page
    assert await found(world.db, "SELECT id FROM announcements") == []


async def test_what_was_looked_at_is_sent_once(hanh: Staff, world: Hamlet) -> None:
    form = hidden(await looks(hanh))
    await hanh.sends(f"{HERE}/gui", **form)
    said = hanh.said
    await hanh.sends(f"{HERE}/gui", **form)

    assert "sẽ gửi 2 đầu mối" in said
    assert "không gửi hai lần" in hanh.said
    assert len(await found(world.db, "SELECT id FROM announcements")) == 1


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"whom": "types", "loai-doan_the": "1"}, "Lê Thị Lúa"),
        ({"whom": "below", "below": "suối đá"}, "Giàng A Páo"),
        ({"whom": "list", "list": "HND Thường Thạnh"}, "Lê Thị Lúa"),
    ],
)
async def test_it_goes_to_whom_the_form_says(
    hanh: Staff, world: Hamlet, form: dict[str, str], told: str
) -> None:
    await hanh.sends(f"{HERE}/gui", **hidden(await looks(hanh, **form)))
    ((key,),) = await found(world.db, "SELECT id FROM announcements")

    assert [one.name for one in (await how_far(world, key)).people] == [told]


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({"text": ""}, "ghi trích yếu và nội dung"),
        ({"whom": "types"}, "chọn ít nhất một loại"),
        ({"whom": "list", "list": "Ban quản lý chợ"}, "Chưa rõ là đơn vị nào"),
        ({"text": "TUYỆT MẬT\nKế hoạch"}, "tài liệu mật"),
    ],
)
async def test_what_cannot_go_is_said_and_what_was_typed_stays(
    hanh: Staff, form: dict[str, str], wrong: str
) -> None:
    page = await looks(hanh, **form)

    assert hanh.status == 422
    assert wrong in page.partition('role="alert"')[2].partition("</p>")[0]
    assert "Về việc lùi hạn" in page


async def test_each_person_stands_with_what_became_of_it(hanh: Staff, world: Hamlet) -> None:
    world.clock.set("2027-03-16 09:00")
    key = await announced(world)
    await goes(world)
    await give(world, PAO, ReadAnnouncement(key))

    page = await hanh.opens(f"{HERE}/{key}")
    unread = await hanh.opens(f"{HERE}/{key}?tinh-trang=sent")

    assert "Gửi 2 đầu mối: 1 đã rõ; 1 đã gửi" in page
    assert "Nhắc 1 đồng chí" in page
    rows = unread.partition("<tbody>")[2]
    assert "Lê Thị Lúa" in rows
    assert "Giàng A Páo" not in rows


async def test_it_is_stopped_set_right_and_sent_to_the_rest(hanh: Staff, world: Hamlet) -> None:
    key = await announced(world)
    await hanh.opens(f"{HERE}/{key}")
    await hanh.sends(f"{HERE}/{key}/dung")
    stopped = hanh.said
    page = await hanh.opens(f"{HERE}?tiep={key}")

    assert stopped == "Đã dừng: chưa đồng chí nào nhận."
    assert f'name="rest" value="{key}"' in page
    assert "HẠN MỚI: hết 17 giờ 00" in page


async def test_a_correction_is_seen_before_it_goes(hanh: Staff, world: Hamlet) -> None:
    world.clock.set("2027-03-16 09:00")
    key = await announced(world)
    await goes(world)
    await hanh.opens(f"{HERE}/{key}")
    page = await hanh.sends(f"{HERE}/{key}/dinh-chinh", words="hạn là thứ Sáu 26/3/2027.")
    await hanh.sends(f"{HERE}/{key}/dinh-chinh", **hidden(page))

    assert "ĐÍNH CHÍNH tin lúc 9 giờ 02 phút" in page
    assert "Tin đính chính sẽ gửi 2 đầu mối" in hanh.said
    assert await found(world.db, "SELECT corrects FROM announcements WHERE corrects <> ''") == [
        (key,)
    ]


async def test_another_office_sees_and_stops_nothing_of_it(mai: Staff, world: Hamlet) -> None:
    key = await announced(world)
    page = await mai.opens(f"{HERE}/{key}")
    status = mai.status
    listed = await mai.opens(HERE)
    await mai.sends(f"{HERE}/{key}/dung")

    assert status == 404
    assert "lùi hạn" not in page + listed
    assert (await how_far(world, key)).state != "stopped"


async def test_words_that_look_like_a_page_are_only_words(hanh: Staff, world: Hamlet) -> None:
    key = await announced(world, words="<b>Về việc</b>.\n\n<script>alert(1)</script>")
    await give(world, HANH, StopAnnouncement(key))
    page = await hanh.opens(f"{HERE}/{key}") + await hanh.opens(f"{HERE}?tiep={key}")

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
