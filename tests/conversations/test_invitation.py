"""The words of an invitation, as they are pasted into a message."""

from dataclasses import replace

from conversations.invitation import invitation, sheet_head, sheet_row, slip_how
from rules.invitation import Invitation
from rules.person import Human
from tests.conversations.alone import strict

HANH = Human("Trần Thị Hạnh", "+84912000009")
ADDRESS = "https://kheo.example/vao/7K3M2P9T4X"
PAO = Invitation(
    "7K3M2P9T4X",
    "Chi bộ bản Suối Đá",
    "2027-05-15",
    HANH,
    "Giàng A Páo",
    "Bí thư",
    "+84912000001",
)

BY_TELEGRAM = f"""\
Kính gửi đồng chí Giàng A Páo, Bí thư, Chi bộ bản Suối Đá.
Đăng ký mô hình “Dân vận khéo” năm 2027 trên điện thoại: mở {ADDRESS}, \
bấm “Mở Telegram” rồi bấm Bắt đầu. Không có Telegram thì làm ngay trên trang đó.
Mã 7K3M2-P9T4X là mã riêng của đồng chí, dùng đến hết ngày 15/5/2027, \
xin không chuyển cho người khác.
Không dùng được điện thoại: gửi phiếu giấy, hoặc gọi đồng chí Trần Thị Hạnh, 0912 000 009 \
để được ghi giúp."""


def said(one: Invitation, *apps: str) -> list[str]:
    return invitation(one, ADDRESS, 2027, apps, strict("vi")).split("\n")


def test_a_contact_is_told_how_to_come_and_whom_to_call() -> None:
    assert said(PAO, "Telegram") == BY_TELEGRAM.split("\n")


def test_without_another_app_the_page_is_the_way() -> None:
    how = said(PAO)[1]

    assert how.endswith(f"trên điện thoại: mở {ADDRESS} và làm theo lời trợ lý.")


def test_all_members_are_asked_to_keep_the_code_in_the_unit() -> None:
    first, _, whose, _ = said(replace(PAO, name="", position=""))

    assert first == "Kính gửi các đồng chí Chi bộ bản Suối Đá."
    assert "là mã riêng của đơn vị" in whose


def test_a_row_has_a_word_for_each_heading_but_number_and_picture() -> None:
    row = sheet_row(PAO, ADDRESS, 2027, (), strict("vi"))

    assert len(sheet_head(strict("vi"))) == len(row) + 2
    assert row[3:7] == ("0912 000 001", "7K3M2-P9T4X", ADDRESS, "15/5/2027")


def test_the_slips_last_day_is_filled_in_when_they_are_written() -> None:
    assert "hết ngày {day}" in slip_how((), strict("vi"))[1]


def test_where_there_is_zalo_it_is_what_people_are_led_to() -> None:
    how = said(PAO, "Zalo", "Telegram")[1]
    slip, _ = slip_how(("Zalo",), strict("vi"))

    assert how.endswith("bấm “Mở Zalo” rồi bấm Gửi. Không có Zalo thì làm ngay trên trang đó.")
    assert "bấm “Mở Zalo” rồi bấm Gửi" in slip
