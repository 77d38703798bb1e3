import re

import pytest

from rules.commands import CorrectEntry
from rules.entry import Entry
from rules.office_commands import AcceptEntry, AskForCorrection, MendEntry
from rules.paper_commands import TypeInEntry
from tests.bot.desk.neighbours import LOAN, let_loan_be_there, stands
from tests.bot.desk.office import Staff
from tests.bot.ordering import BINH, HANH, LUA, give, registered, registration
from tests.bot.scene import bubbles
from tests.hamlet import Hamlet


@pytest.fixture
async def sent(world: Hamlet) -> Entry:
    """Give an entry Lúa has sent."""
    return (await registered(world, LUA)).entry


async def test_an_entry_is_shown_whole(hanh: Staff, sent: Entry) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")

    assert hanh.status == 200
    for words in (sent.name, sent.content, sent.code, sent.unit.name, "Quá trình", "Lê Thị Lúa"):
        assert words in hanh.page


async def test_an_entry_is_taken_in_with_one_press(hanh: Staff, sent: Entry) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    await hanh.sends(f"/ban/dang-ky/{sent.id}/tiep-nhan", version=sent.version)

    assert "Đã tiếp nhận đăng ký số 1." in hanh.said
    assert "Ban tiếp nhận" in hanh.page
    assert "/tiep-nhan" not in hanh.page


async def test_after_one_is_taken_in_the_next_that_waits_is_there(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    after = (await registered(world, LUA, dialog="d2")).entry
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    assert f'name="next" value="{after.id}"' in hanh.page
    await hanh.sends(f"/ban/dang-ky/{sent.id}/tiep-nhan", version=sent.version, next=after.id)

    assert after.name in hanh.page


async def test_the_same_press_twice_takes_it_in_once(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    token = hanh.token
    for _ in range(2):
        await hanh.sends(f"/ban/dang-ky/{sent.id}/tiep-nhan", version=sent.version, token=token)

    assert "Đã tiếp nhận đăng ký số 1." in hanh.said
    assert (await stands(world, sent.id))[1] == sent.version + 1
    assert len([one for one in await bubbles(world.db, LUA) if "tiếp nhận" in one]) == 1


async def test_who_comes_second_reads_who_was_first_and_keeps_what_they_typed(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    await let_loan_be_there(world)
    await give(world, LOAN, AcceptEntry(sent.id, sent.version))
    words = {"box": "content", "words": "Ghi rõ số hộ tham gia", "until": "2027-03-26"}
    await hanh.sends(f"/ban/dang-ky/{sent.id}/bo-sung", version=sent.version, **words)

    assert hanh.status == 409
    assert "đã tiếp nhận đăng ký số 1 lúc 19 giờ 42 phút" in hanh.page
    assert "không thay đổi gì" in hanh.page
    assert "Ghi rõ số hộ tham gia" in hanh.page


async def test_a_supplement_is_asked_for_with_a_day_that_has_a_weekday(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    assert "thứ Sáu 19/3/2027" in hanh.page
    words = {"box": "content", "words": "Ghi rõ số hộ tham gia", "until": "2027-03-19"}
    await hanh.sends(f"/ban/dang-ky/{sent.id}/bo-sung", version=sent.version, **words)

    assert "Đã đề nghị bổ sung đăng ký số 1." in hanh.said
    assert "Hạn bổ sung: hết thứ Sáu 19/3/2027" in hanh.page
    assert (await stands(world, sent.id))[0] == "returned"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ({"words": "", "until": "2027-03-19"}, "Mục này chưa ghi"),
        ({"words": "Ghi rõ số hộ", "until": "2027-03-01"}, "Ngày này đã qua"),
        ({"words": "Ghi rõ số hộ", "until": "2027-03-19", "other": "hôm nào"}, "Đồng chí ghi ngày"),
        ({"words": "TÀI LIỆU MẬT", "until": "2027-03-19"}, "dấu hiệu tài liệu mật"),
    ],
)
async def test_what_cannot_be_asked_stays_in_the_form(
    hanh: Staff, sent: Entry, world: Hamlet, words: dict[str, str], wrong: str
) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    await hanh.sends(
        f"/ban/dang-ky/{sent.id}/bo-sung", version=sent.version, box="content", **words
    )

    assert hanh.status == 422
    assert wrong in hanh.page
    assert words["words"] in hanh.page
    assert (await stands(world, sent.id))[0] == "confirmed"


async def test_spelling_is_mended_after_a_look_at_what_changes(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    boxes = {"name": sent.name, "address": "Ấp 3", "content": sent.content}
    await hanh.sends(f"/ban/dang-ky/{sent.id}/sua", version=sent.version, **boxes)
    assert "<del>ấp</del><ins>Ấp</ins>" in hanh.page
    assert (await stands(world, sent.id))[2] == "ấp 3"
    await hanh.sends(f"/ban/dang-ky/{sent.id}/sua", version=sent.version, sure="1", **boxes)

    assert "Đã sửa chính tả đăng ký số 1." in hanh.said
    assert (await stands(world, sent.id))[2] == "Ấp 3"


async def test_words_that_somebody_else_has_just_mended_are_not_mended_back(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    await let_loan_be_there(world)
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    await give(world, LOAN, MendEntry(sent.id, sent.version, {"address": "Ấp 3"}))
    boxes = {"name": sent.name.upper(), "address": "ấp 3", "content": sent.content}
    await hanh.sends(f"/ban/dang-ky/{sent.id}/sua", version=sent.version, **boxes)

    assert hanh.status == 409
    assert "Vũ Thị Loan đã sửa chính tả" in hanh.page
    assert sent.name.upper() in hanh.page


async def test_a_correction_asked_for_stands_beside_what_it_says_now(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    await give(world, HANH, AcceptEntry(sent.id, sent.version))
    ask = AskForCorrection(sent.id, sent.version + 1, {"address": "ấp 5"})
    await give(world, LUA, ask)
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    assert "Đề nghị sửa thành" in hanh.page
    correction = re.findall('name="correction" value="([^"]+)"', hanh.page)[0]
    form = {"correction": correction, "version": sent.version + 1}
    await hanh.sends(f"/ban/dang-ky/{sent.id}/dong-y", **form)

    assert "Đã sửa đăng ký số 1 như đề nghị" in hanh.said
    assert (await stands(world, sent.id))[2] == "ấp 5"


async def test_a_correction_is_not_granted_without_a_reason(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    await give(world, HANH, AcceptEntry(sent.id, sent.version))
    await give(world, LUA, AskForCorrection(sent.id, sent.version + 1, {"address": "ấp 5"}))
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    correction = re.findall('name="correction" value="([^"]+)"', hanh.page)[0]
    address = f"/ban/dang-ky/{sent.id}/khong-dong-y"
    await hanh.sends(address, correction=correction, words=" ")
    assert hanh.status == 422
    await hanh.sends(address, correction=correction, words="Đã in vào danh sách rồi")

    assert "giữ nguyên, không sửa" in hanh.said
    assert (await stands(world, sent.id))[2] == "ấp 3"


async def test_the_original_is_ticked_with_a_day_and_unticked(hanh: Staff, sent: Entry) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    await hanh.sends(f"/ban/dang-ky/{sent.id}/ban-giay", day="15/3")
    assert "Đã nhận bản giấy có chữ ký ngày 15/3/2027" in hanh.page
    paper = re.findall('name="paper" value="([^"]+)"', hanh.page)[0]
    await hanh.sends(f"/ban/dang-ky/{sent.id}/bo-ban-giay", paper=paper)

    assert "Đã bỏ ghi bản giấy" in hanh.said
    assert "Chưa nhận." in hanh.page


async def test_a_day_to_come_is_no_day_of_a_paper(hanh: Staff, sent: Entry) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")
    await hanh.sends(f"/ban/dang-ky/{sent.id}/ban-giay", day="20/3/2027")

    assert "Ngày này chưa đến." in hanh.page
    assert "Chưa nhận." in hanh.page


async def test_one_registered_twice_is_taken_out(hanh: Staff, sent: Entry, world: Hamlet) -> None:
    twin = (await registered(world, BINH, dialog="d2")).entry
    await hanh.opens(f"/ban/dang-ky/{twin.id}")
    assert "Có thể trùng" in hanh.page
    assert sent.name in hanh.page
    await hanh.sends(f"/ban/dang-ky/{twin.id}/rut", version=twin.version)

    assert "Đã rút đăng ký số 2." in hanh.said
    assert (await stands(world, twin.id))[0] == "withdrawn"


async def test_what_people_wrote_is_words_and_no_page(hanh: Staff, world: Hamlet) -> None:
    boxes = dict(registration().boxes) | {"name": "<script>alert('x')</script> \"ong\" & bò"}
    entry = (await registered(world, LUA, boxes=boxes)).entry
    await hanh.opens(f"/ban/dang-ky/{entry.id}")

    assert "<script>alert" not in hanh.page
    assert "&lt;script&gt;alert" in hanh.page


async def test_the_past_shows_which_words_changed(hanh: Staff, sent: Entry, world: Hamlet) -> None:
    words = {"content": "Mười hai hộ nuôi lươn."}
    await give(world, LUA, CorrectEntry(sent.id, sent.version, words))
    await hanh.opens(f"/ban/dang-ky/{sent.id}")

    assert "Người gửi sửa" in hanh.page
    assert "<ins> hai</ins>" in hanh.page


async def test_the_form_to_print_is_a_file_at_once(hanh: Staff, sent: Entry) -> None:
    async with hanh.session.get(f"/ban/dang-ky/{sent.id}/phieu") as answer:
        data, headers = await answer.read(), answer.headers

    assert data.startswith(b"PK")
    assert headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
    assert ".docx" in headers["Content-Disposition"]


ACTS = ("tiep-nhan", "bo-sung", "sua", "rut", "ban-giay", "dong-y", "khong-dong-y")


async def test_another_office_finds_nothing_there(mai: Staff, sent: Entry, world: Hamlet) -> None:
    await mai.opens(f"/ban/dang-ky/{sent.id}")
    found = [mai.status]
    await mai.opens("/ban")
    token = mai.token
    for act in ACTS:
        said = {"box": "content", "words": "Ghi rõ số hộ", "until": "2027-03-19", "day": "15/3"}
        await mai.sends(f"/ban/dang-ky/{sent.id}/{act}", token=token, version=sent.version, **said)
        found.append(mai.status)
        assert sent.name not in mai.page

    assert set(found) == {404}
    assert await stands(world, sent.id) == ("confirmed", 1, "ấp 3")


@pytest.mark.parametrize(
    "key", ["1", "DVK-2027-0001", "khong-co", "%0A", "%00", "a" * 300, "..%2f.."]
)
@pytest.mark.usefixtures("sent")
async def test_what_is_no_entry_is_not_there(hanh: Staff, key: str) -> None:
    await hanh.opens(f"/ban/dang-ky/{key}")

    assert hanh.status == 404


async def test_who_sent_an_entry_stands_with_it(hanh: Staff, sent: Entry) -> None:
    await hanh.opens(f"/ban/dang-ky/{sent.id}")

    assert "<dt>Người gửi</dt><dd>đồng chí Lê Thị Lúa</dd>" in hanh.page


async def test_who_sent_it_for_a_unit_that_does_not_know_them_is_named_as_such(
    hanh: Staff, sent: Entry, world: Hamlet
) -> None:
    async with world.db.writing() as tx:
        await tx.run("UPDATE memberships SET state = 'asked' WHERE person = 'lua'")
        await tx.run("UPDATE entries SET state = 'sent'")
    await hanh.opens(f"/ban/dang-ky/{sent.id}")

    assert "đồng chí Lê Thị Lúa, đơn vị chưa xác nhận người này</dd>" in hanh.page


async def test_what_was_typed_in_from_paper_has_no_sender(hanh: Staff, world: Hamlet) -> None:
    about = ("d", "nong-dan", "can-tho-khoi", 2027, "new-collective")
    made = await give(world, HANH, TypeInEntry(*about, registration().boxes, "2027-03-15"))
    await hanh.opens(f"/ban/dang-ky/{made.entry.id}")

    assert "Người gửi" not in hanh.page
