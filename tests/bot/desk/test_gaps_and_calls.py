import pytest

from rules.paper_commands import ReceivePaper
from tests.bot.desk.office import Staff
from tests.bot.ordering import HANH, LUA, found, give, registered
from tests.hamlet import Hamlet


async def test_what_is_on_the_screen_and_not_on_paper_is_listed(hanh: Staff, world: Hamlet) -> None:
    entry = (await registered(world, LUA)).entry
    await hanh.opens("/ban/ban-giay")

    assert "Có trên hệ thống, chưa có bản giấy: 1" in hanh.page
    assert entry.name in hanh.page


async def test_what_is_on_paper_and_not_typed_in_is_listed(hanh: Staff, world: Hamlet) -> None:
    await give(world, HANH, ReceivePaper("suoi-da", "can-tho-khoi", 2027, "2027-03-15"))
    await hanh.opens("/ban/ban-giay")

    assert "Có bản giấy, chưa nhập: 1" in hanh.page
    assert "Chi bộ bản Suối Đá" in hanh.page


async def test_an_original_is_ticked_off_in_the_list(hanh: Staff, world: Hamlet) -> None:
    entry = (await registered(world, LUA)).entry
    await hanh.opens("/ban/ban-giay")
    await hanh.sends("/ban/ban-giay/nhan", entry=entry.id, day="15/3")

    assert "nhận bản giấy của Hội Nông dân" in hanh.said
    assert "chưa có bản giấy: 0" in hanh.page


@pytest.mark.parametrize("day", ["", "hôm nào", "31/2", "20/3/2027", "1/1/2020", "9" * 99])
async def test_a_day_that_cannot_be_is_said_and_nothing_noted(
    hanh: Staff, world: Hamlet, day: str
) -> None:
    entry = (await registered(world, LUA)).entry
    await hanh.opens("/ban/ban-giay")
    await hanh.sends("/ban/ban-giay/nhan", entry=entry.id, day=day)

    assert hanh.said
    assert await found(world.db, "SELECT id FROM papers") == []


async def test_units_to_be_called_are_listed_with_phones(hanh: Staff) -> None:
    await hanh.opens("/ban/can-goi")

    assert "Chi bộ bản Suối Đá" in hanh.page
    assert 'href="tel:+84912000001">0912 000 001</a>' in hanh.page


async def test_what_came_of_a_call_is_noted_beside_the_unit(hanh: Staff) -> None:
    await hanh.opens("/ban/can-goi")
    await hanh.sends("/ban/can-goi", unit="suoi-da", words="hẹn sáng mai")

    assert "hẹn sáng mai (đồng chí Trần Thị Hạnh, 19 giờ 42 phút" in hanh.page


@pytest.mark.parametrize("words", [" ", "a" * 301])
async def test_a_call_of_which_nothing_came_or_too_much_is_said_is_not_noted(
    hanh: Staff, world: Hamlet, words: str
) -> None:
    await hanh.opens("/ban/can-goi")
    await hanh.sends("/ban/can-goi", unit="suoi-da", words=words)

    assert hanh.status == 422
    assert await found(world.db, "SELECT id FROM calls") == []


async def test_another_offices_lists_are_its_own(mai: Staff, world: Hamlet) -> None:
    entry = (await registered(world, LUA)).entry
    for path in ("/ban/ban-giay", "/ban/can-goi"):
        await mai.opens(path)
        assert mai.status == 200
        for words in (entry.name, "Hội Nông dân", "Suối Đá"):
            assert words not in mai.page


async def test_another_office_ticks_and_notes_nothing(mai: Staff, world: Hamlet) -> None:
    entry = (await registered(world, LUA)).entry
    await mai.opens("/ban/ban-giay")
    await mai.sends("/ban/ban-giay/nhan", entry=entry.id, day="15/3")
    await mai.opens("/ban/can-goi")
    await mai.sends("/ban/can-goi", unit="suoi-da", words="đã gọi")

    assert await found(world.db, "SELECT id FROM papers UNION SELECT id FROM calls") == []
