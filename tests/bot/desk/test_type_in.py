import asyncio
import re

import pytest

from rules.paper_commands import SendForm, TypeInEntry
from tests.bot.desk.neighbours import LOAN, let_loan_be_there
from tests.bot.desk.office import DeskSite, Staff
from tests.bot.desk.pictured import photo_of
from tests.bot.ordering import LUA, found, give, registered
from tests.bot.scene import bubbles
from tests.hamlet import Hamlet

FORM = {
    "don-vi": "suoi-da",
    "phieu": "",
    "received": "15/3",
    "kind": "new-collective",
    "name": "Nuôi ong lấy mật dưới tán rừng",
    "address": "bản Suối Đá",
    "field": "economy",
    "content": "Vận động 12 hộ nuôi ong, đảng viên làm trước 3 hộ.",
}


async def entries(world: Hamlet) -> list[tuple[str, ...]]:
    """Return name, unit, state and day of the paper of what is in the register."""
    sql = "SELECT name, unit, state, paper_day, person FROM entries ORDER BY number"
    return [tuple(row) for row in await found(world.db, sql)]


def once(staff: Staff) -> str:
    """Return what makes one entry of the form that is open."""
    return str(re.findall('name="once" value="([^"]+)"', staff.page)[0])


async def at_the_desk(staff: Staff, world: Hamlet) -> Staff:
    """Let somebody be Hạnh, at the desk."""
    await staff.signs_in(world)
    return staff


async def typed(staff: Staff, **more: str) -> str:
    """Open the form of Suối Đá and send it."""
    await staff.opens("/ban/nhap?don-vi=suoi-da")
    return await staff.sends("/ban/nhap", once=once(staff), **FORM | more)


async def test_a_form_is_typed_in_and_the_next_one_is_of_the_same_unit(
    hanh: Staff, world: Hamlet
) -> None:
    await typed(hanh)

    assert "Đã nhập: số 1. Mời nhập phiếu tiếp theo." in hanh.said
    assert "Nhập phiếu giấy của Chi bộ bản Suối Đá" in hanh.page
    assert 'value="15/3/2027"' in hanh.page
    assert await entries(world) == [(FORM["name"], "suoi-da", "confirmed", "2027-03-15", "")]


async def test_the_same_form_sent_twice_is_one_entry(hanh: Staff, world: Hamlet) -> None:
    await hanh.opens("/ban/nhap?don-vi=suoi-da")
    form = FORM | {"once": once(hanh), "token": hanh.token}
    for _ in range(2):
        await hanh.sends("/ban/nhap", **form)

    assert "Đã nhập: số 1." in hanh.said
    assert len(await entries(world)) == 1


async def test_two_presses_at_the_same_moment_are_one_entry(hanh: Staff, world: Hamlet) -> None:
    await hanh.opens("/ban/nhap?don-vi=suoi-da")
    form = FORM | {"once": once(hanh), "token": hanh.token}
    sending = (hanh.sends_as("/ban/nhap", {}, **form) for _ in range(3))
    answered = await asyncio.gather(*sending)

    assert set(answered) == {303}
    assert len(await entries(world)) == 1


async def test_another_form_typed_over_one_that_was_sent_is_not_lost(
    hanh: Staff, world: Hamlet
) -> None:
    await hanh.opens("/ban/nhap?don-vi=suoi-da")
    form = FORM | {"once": once(hanh), "token": hanh.token}
    await hanh.sends("/ban/nhap", **form)
    other = {"name": "Đường hoa phụ nữ tự quản", "content": "Trồng hoa hai bên đường bản."}
    await hanh.sends("/ban/nhap", **form | other)
    assert hanh.status == 409
    assert "đã nhập thành số 1" in hanh.page
    await hanh.sends("/ban/nhap", **form | other | {"once": once(hanh)})

    assert [row[0] for row in await entries(world)] == [FORM["name"], other["name"]]


async def test_who_types_in_what_a_colleague_has_just_typed_in_keeps_what_they_typed(
    hanh: Staff, site: DeskSite, world: Hamlet
) -> None:
    photo = await photo_of(site, "lua")
    await give(world, LUA, SendForm("nong-dan", "can-tho-khoi", 2027, (photo,)))
    ((paper,),) = await found(world.db, "SELECT id FROM papers")
    await hanh.opens(f"/ban/nhap?phieu={paper}")
    form = FORM | {"don-vi": "nong-dan", "phieu": paper, "once": once(hanh)}
    await let_loan_be_there(world)
    boxes = {key: form[key] for key in ("name", "address", "field", "content")}
    about = ("nong-dan", "can-tho-khoi", 2027, "new-collective")
    await give(world, LOAN, TypeInEntry("d-loan", *about, boxes, "2027-03-16", paper))
    await hanh.sends("/ban/nhap", **form)

    assert hanh.status == 409
    assert "Phiếu này không còn chờ nhập" in hanh.page
    assert form["content"] in hanh.page
    assert len(await entries(world)) == 1


async def test_what_is_wrong_stands_beside_each_field_and_all_that_was_typed_stays(
    hanh: Staff, world: Hamlet
) -> None:
    await typed(hanh, name="Ong", field="", received="20/3/2027", content="Nuôi <ong> & cá ao")

    assert hanh.status == 422
    for words in ("Ngắn quá: ít nhất 5 ký tự.", "Mục này chưa ghi.", "Ngày này chưa đến."):
        assert words in hanh.page
    assert "Nuôi &lt;ong&gt; &amp; cá ao" in hanh.page
    assert "còn 3 mục phải sửa" in hanh.page
    assert await entries(world) == []


async def test_a_name_much_like_one_that_is_there_is_shown_before_it_is_kept(
    hanh: Staff, world: Hamlet
) -> None:
    await typed(hanh)
    await typed(hanh, name="nuoi ong lay mat duoi tan rung")
    assert "Có thể đã có trong sổ" in hanh.page
    assert "Số 1: “Nuôi ong lấy mật dưới tán rừng”" in hanh.page
    assert len(await entries(world)) == 1
    form = FORM | {"name": "nuoi ong lay mat duoi tan rung", "once": once(hanh)}
    await hanh.sends("/ban/nhap", anyway="1", **form)

    assert len(await entries(world)) == 2


async def test_what_was_sent_by_phone_is_only_noted_as_on_paper(hanh: Staff, world: Hamlet) -> None:
    entry = (await registered(world, LUA)).entry
    await hanh.opens("/ban/nhap?don-vi=nong-dan")
    form = FORM | {"don-vi": "nong-dan", "name": entry.name, "once": once(hanh)}
    await hanh.sends("/ban/nhap", **form)
    assert "ghi đã nhận bản giấy, không nhập nữa" in hanh.page
    same = {"don-vi": "nong-dan", "phieu": "", "received": "15/3/2027", "entry": entry.id}
    await hanh.sends("/ban/nhap/da-co", **same)

    assert "nhận bản giấy của Hội Nông dân phường Thường Thạnh" in hanh.said
    assert len(await entries(world)) == 1


async def test_an_individual_has_to_have_agreed(hanh: Staff, world: Hamlet) -> None:
    about = {"kind": "new-individual", "person": "Vàng A Chư"}
    await typed(hanh, **about)
    assert "người được đăng ký đã biết và đồng ý" in hanh.page
    assert await entries(world) == []
    await typed(hanh, agreed="1", **about)

    assert [row[-1] for row in await entries(world)] == ["Vàng A Chư"]


async def test_a_form_that_waits_is_typed_in_beside_its_photo_at_the_time_it_came(
    visitor: Staff, site: DeskSite, world: Hamlet
) -> None:
    photo = await photo_of(site, "lua")
    await give(world, LUA, SendForm("nong-dan", "can-tho-khoi", 2027, (photo,)))
    ((paper,),) = await found(world.db, "SELECT id FROM papers")
    world.clock.set("2027-03-18 08:00")
    hanh = await at_the_desk(visitor, world)
    await hanh.opens(f"/ban/nhap?phieu={paper}")
    assert f'src="/ban/anh/{photo}"' in hanh.page
    assert 'value="16/3/2027"' in hanh.page
    form = FORM | {"don-vi": "nong-dan", "phieu": paper, "received": "16/3"}
    await hanh.sends("/ban/nhap", once=once(hanh), **form)

    assert "Đã nhập: số 1." in hanh.said
    ((entry, at),) = await found(world.db, "SELECT paper_day, created_at FROM entries")
    assert (entry, world.clock.local(int(at)).day) == ("2027-03-16", 16)


async def test_a_form_that_was_typed_in_already_is_not_there(
    hanh: Staff, site: DeskSite, world: Hamlet
) -> None:
    photo = await photo_of(site, "lua")
    await give(world, LUA, SendForm("nong-dan", "can-tho-khoi", 2027, (photo,)))
    ((paper,),) = await found(world.db, "SELECT id FROM papers")
    form = FORM | {"don-vi": "nong-dan", "phieu": paper}
    await hanh.opens(f"/ban/nhap?phieu={paper}")
    await hanh.sends("/ban/nhap", once=once(hanh), **form)
    await hanh.opens(f"/ban/nhap?phieu={paper}")

    assert hanh.status == 404


async def test_the_unit_is_told(hanh: Staff, world: Hamlet) -> None:
    await hanh.opens("/ban/nhap?don-vi=nong-dan")
    await hanh.sends("/ban/nhap", once=once(hanh), **FORM | {"don-vi": "nong-dan"})

    assert any(FORM["name"] in said for said in await bubbles(world.db, LUA))


@pytest.mark.parametrize("words", ["suoi da", "Suối Đá", "chi bo ban suoi da"])
async def test_a_unit_is_found_by_part_of_its_name(hanh: Staff, words: str) -> None:
    await hanh.opens(f"/ban/nhap?tim={words}")

    assert "Nhập phiếu giấy của Chi bộ bản Suối Đá" in hanh.page


async def test_the_script_that_asks_as_one_types_is_not_led_away(hanh: Staff) -> None:
    headers = {"X-Kheo-Live": "1"}
    await hanh.opens("/ban/nhap?tim=suoi+da", **headers)

    assert 'href="/ban/nhap?don-vi=suoi-da' in hanh.page


@pytest.mark.parametrize("query", ["tim=%00", "don-vi=%00", "phieu=%00", "phieu=x", "ban=%00"])
async def test_what_names_nothing_is_not_there(hanh: Staff, query: str) -> None:
    await hanh.opens(f"/ban/nhap?{query}")

    assert hanh.status == 404


async def test_a_unit_that_is_not_there_is_not_found(hanh: Staff) -> None:
    await hanh.opens("/ban/nhap?tim=zzzz")

    assert "Không có đơn vị nào tên như vậy" in hanh.page


async def test_another_office_types_in_nothing_here(mai: Staff, world: Hamlet) -> None:
    await mai.opens("/ban/nhap?don-vi=suoi-da")
    seen = [mai.status]
    await mai.opens("/ban/nhap?tim=suoi da")
    assert "Chi bộ bản Suối Đá" not in mai.page
    await mai.sends("/ban/nhap", once="x", **FORM)
    seen.append(mai.status)

    assert seen == [404, 404]
    assert await entries(world) == []


async def test_what_bears_a_stamp_of_secrecy_is_not_kept(hanh: Staff, world: Hamlet) -> None:
    await typed(hanh, content="TÀI LIỆU MẬT\nNội dung của tài liệu")

    assert "dấu hiệu tài liệu mật" in hanh.page
    assert await entries(world) == []
