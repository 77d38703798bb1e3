"""Acts to be cut off: deadlines and the calendar that the office changes, more time asked for."""

from tests.bot.cuts import Act

TO_FRIDAY = (
    "lùi hạn",
    "[Đăng ký mô hình]",
    "[Tất cả đơn vị thuộc Đảng ủy Khối]",
    "[Dời đến ngày khác]",
    "26/3/2027",
    "[17:00]",
    "[Không ghi lý do]",
    "[Không có văn bản]",
)

DEADLINES = (
    Act(
        "change-deadline",
        "hanh",
        TO_FRIDAY,
        "Đổi hạn",
        "SELECT stage, unit, day FROM deadline_changes",
        [],
        [("register", "khoi", "2027-03-26")],
        ("Đã đổi hạn cho",),
    ),
    Act(
        "ask-extension",
        "pao",
        ("xin lùi hạn",),
        "» Xin đến 26/3, bản có lũ",
        "SELECT person, words FROM help_requests",
        [],
        [("pao", "Xin đến 26/3, bản có lũ")],
        ("Đề nghị lùi hạn",),
        alien=False,
    ),
    Act(
        "say-day",
        "hanh",
        ("nghỉ 4/5/2027 nghỉ bù",),
        "Ghi vào lịch",
        "SELECT day, kind FROM calendar_days",
        [],
        [("2027-05-04", "off")],
        ("Đã ghi: thứ Ba 4/5/2027 là ngày nghỉ",),
    ),
    Act(
        "unsay-day",
        "hanh",
        ("nghỉ 4/5/2027 nghỉ bù", "[Ghi vào lịch]", "ngày nghỉ"),
        "Bỏ: thứ Ba 4/5/2027",
        "SELECT day FROM calendar_days",
        [("2027-05-04",)],
        [],
        ("là ngày làm việc|đang đúng như vậy",),
    ),
)
