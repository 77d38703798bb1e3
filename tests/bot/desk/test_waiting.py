import re

from rules.commands import AskForHelp
from rules.office_commands import AcceptEntry
from rules.paper_commands import SendForm
from rules.reminding_commands import SaySent
from tests.bot.desk.neighbours import LOAN, let_loan_be_there, stands
from tests.bot.desk.office import DeskSite, Staff
from tests.bot.desk.pictured import photo_of
from tests.bot.ordering import BINH, LUA, PAO, found, give, registered
from tests.hamlet import Hamlet


async def test_all_that_waits_is_counted_in_the_title_and_the_head(
    hanh: Staff, site: DeskSite, world: Hamlet
) -> None:
    await registered(world, LUA)
    await registered(world, PAO, dialog="d2", unit="suoi-da")
    form = SendForm("nong-dan", "can-tho-khoi", 2027, (await photo_of(site, "lua"),))
    await give(world, LUA, form)
    await give(world, BINH, AskForHelp("Sao tôi không thấy số 17?"))
    await hanh.opens("/ban/viec-cho")

    assert "<title>Việc chờ Ban xem: 4" in hanh.page
    assert '<b class="count">4</b>' in hanh.page
    for words in ("Nuôi lươn không bùn d2", "ảnh phiếu", "Sao tôi không thấy số 17?"):
        assert words in hanh.page


async def test_one_that_waits_is_taken_in_from_the_list(hanh: Staff, world: Hamlet) -> None:
    entry = (await registered(world, LUA)).entry
    await hanh.opens("/ban/viec-cho")
    await hanh.sends("/ban/viec-cho/tiep-nhan", entry=entry.id, version=entry.version)

    assert "Đã tiếp nhận đăng ký số 1." in hanh.said
    assert "Không có việc chờ Ban xem" in hanh.page


async def test_one_that_a_colleague_has_taken_in_is_not_taken_in_again(
    hanh: Staff, world: Hamlet
) -> None:
    entry = (await registered(world, LUA)).entry
    await let_loan_be_there(world)
    await hanh.opens("/ban/viec-cho")
    await give(world, LOAN, AcceptEntry(entry.id, entry.version))
    await hanh.sends("/ban/viec-cho/tiep-nhan", entry=entry.id, version=entry.version)

    assert "Đồng chí Vũ Thị Loan đã tiếp nhận đăng ký số 1 lúc 19 giờ 42 phút" in hanh.said
    assert (await stands(world, entry.id))[1] == entry.version + 1


async def test_paper_that_is_not_found_is_told_to_the_unit_and_waits_no_longer(
    hanh: Staff, world: Hamlet
) -> None:
    await give(world, LUA, SaySent("nong-dan", "can-tho-khoi", 2027, "register"))
    await hanh.opens("/ban/viec-cho")
    (sent,) = re.findall('name="sent" value="([^"]+)"', hanh.page)
    await hanh.sends("/ban/viec-cho/ban-giay", sent=sent, found="")

    assert "chưa thấy bản giấy của Hội Nông dân phường Thường Thạnh" in hanh.said
    assert "Bản giấy đơn vị báo đã gửi" not in hanh.page


async def test_who_was_helped_waits_no_longer(hanh: Staff, world: Hamlet) -> None:
    await give(world, BINH, AskForHelp("Sao tôi không thấy số 17?"))
    await hanh.opens("/ban/viec-cho")
    (asked,) = re.findall('name="help" value="([^"]+)"', hanh.page)
    await hanh.sends("/ban/viec-cho/giup-xong", help=asked)

    assert "giúp xong" in hanh.said
    assert "số 17" not in hanh.page


async def test_another_offices_list_is_its_own(mai: Staff, world: Hamlet) -> None:
    entry = (await registered(world, LUA)).entry
    await mai.opens("/ban/viec-cho")
    assert entry.name not in mai.page
    await mai.sends("/ban/viec-cho/tiep-nhan", entry=entry.id, version=entry.version)

    assert entry.name not in mai.page
    assert (await stands(world, entry.id))[0] == "confirmed"


async def test_the_office_of_another_cannot_be_chosen(mai: Staff, world: Hamlet) -> None:
    await registered(world, LUA)
    await mai.opens("/ban/viec-cho?ban=khoi")

    assert mai.status == 404
    assert await found(world.db, "SELECT id FROM entries WHERE state = 'accepted'") == []
