"""What people do who change their mind, skip a question or mean the number of an entry."""

from tests.hamlet import Hamlet
from tests.talk import Talk

LINES = (
    "Tên: Nuôi ong lấy mật dưới tán rừng\nĐịa chỉ: bản Suối Đá\nLĩnh vực: kinh tế\n"
    "Nội dung: Vận động 12 hộ nuôi ong, đảng viên làm trước 3 hộ"
)


async def arrives(world: Hamlet, chat: str) -> Talk:
    talk = Talk(world, chat=chat)
    await talk.opens("7K3M2P")
    await talk.presses("Đồng ý")
    return talk


async def member(world: Hamlet) -> Talk:
    """Come second by the contact's code: a member of the unit, who has to say a name."""
    talk = await arrives(world, "second")
    await talk.says("Lý Thị Mai")
    return talk


async def test_nothing_is_sent_in_the_name_of_nobody(world: Hamlet) -> None:
    await arrives(world, "first")
    second = await arrives(world, "second")
    await second.says("0")

    said = await second.says(LINES)

    assert "họ và tên" in said[-1].text


async def test_who_refuses_and_thinks_better_of_it_still_comes_by_the_code(world: Hamlet) -> None:
    talk = Talk(world)
    await talk.opens("7K3M2P")
    await talk.presses("Không đồng ý")

    said = await talk.says("đồng ý")

    assert "Chi bộ bản Suối Đá đăng ký" in said[-1].text


async def test_the_number_of_an_entry_is_no_number_of_a_button(world: Hamlet) -> None:
    talk = await arrives(world, "first")
    await talk.says(LINES)
    await talk.presses("Gửi")

    shown = await talk.says("số 1")

    assert "Đăng ký số 1 (DVK-2027-0001)" in shown[0].text


async def test_what_a_member_corrects_is_confirmed_anew(world: Hamlet) -> None:
    secretary = await arrives(world, "first")
    mai = await member(world)
    await mai.says(LINES)
    await mai.presses("Gửi")
    await secretary.reads()
    await secretary.presses("Xác nhận")
    await mai.says("số 1")
    await mai.presses("Sửa")
    await mai.presses("Sửa tên")
    await mai.says("Nuôi ong dưới tán rừng già")

    await mai.presses("Gửi bản sửa")

    assert "– đã gửi" in (await mai.says("số 1"))[0].text
    assert "chờ đồng chí xác nhận" in (await secretary.reads())[-1].text
