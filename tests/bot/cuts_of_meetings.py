"""Acts to be cut off: meetings made, moved, called off, replied to."""

from tests.bot.cuts import Act

TO_MAKE = ("họp thường kỳ 19h 30/3/2027 tại nhà văn hóa",)
MADE = (*TO_MAKE, "[Gửi lời mời]")
SERIES = ("họp thường kỳ 19h thứ năm tuần đầu hằng tháng tại nhà văn hóa",)
TO_CHANGE = (*MADE, "[Đổi lịch, hoãn, lấy tin để chuyển]")

MET = (
    Act(
        "make-meeting",
        "lua",
        TO_MAKE,
        "Gửi lời mời",
        "SELECT unit, kind, day, time, place FROM meetings",
        [],
        [("nong-dan", "regular", "2027-03-30", "19:00", "nhà văn hóa")],
        ("^Đã tạo lịch họp",),
    ),
    Act(
        "make-series",
        "lua",
        SERIES,
        "Tạo lịch định kỳ",
        """SELECT s.pattern, m.month FROM meeting_series s JOIN meetings m ON m.series = s.id""",
        [],
        [("m w1.3", "2027-04")],
        ("^Từ nay Hội Nông dân phường Thường Thạnh họp",),
    ),
    Act(
        "end-series",
        "lua",
        (
            *SERIES,
            "[Tạo lịch định kỳ]",
            "lịch họp định kỳ",
            "[Thôi lịch thứ Năm tuần đầu hằng tháng]",
        ),
        "Đúng, thôi lịch này",
        "SELECT to_day FROM meeting_series",
        [("",)],
        [("2027-03-16",)],
        ("^Đã thôi",),
    ),
    Act(
        "reply-to-meeting",
        "lua",
        MADE,
        "Dự họp 30/3",
        "SELECT person, answer FROM replies",
        [],
        [("lua", "coming")],
        ("^Đã ghi đồng chí dự",),
    ),
    Act(
        "away-from-meeting",
        "lua",
        MADE,
        "Vắng họp 30/3, có lý do",
        "SELECT person, answer FROM replies",
        [],
        [("lua", "away")],
        ("^Đã ghi đồng chí vắng",),
    ),
    Act(
        "move-meeting",
        "lua",
        (*TO_CHANGE, "[Đổi lịch]", "31/3/2027 19h", "1"),
        "Đổi lịch",
        "SELECT day, revision, was_day FROM meetings WHERE revision > 1",
        [],
        [("2027-03-31", 2, "2027-03-30")],
        ("^Đã đổi lịch",),
    ),
    Act(
        "call-off-meeting",
        "lua",
        (*TO_CHANGE, "[Hoãn họp]", "[Không ghi lý do]"),
        "Đúng, hoãn họp",
        "SELECT state, revision FROM meetings WHERE revision > 1",
        [],
        [("cancelled", 2)],
        ("^Đã hoãn",),
    ),
    Act(
        "note-replies",
        "lua",
        (*MADE, "[Ai chưa báo]", "[Ghi giúp người báo qua điện thoại]", "1"),
        "Dự",
        "SELECT answer, by_person FROM replies",
        [],
        [("coming", "lua")],
        ("^Đã ghi dự",),
    ),
    Act(
        "meeting-file",
        "lua",
        TO_CHANGE,
        "Thêm buổi 30/3 vào lịch",
        "SELECT kind, state FROM files",
        [],
        [("meeting-ics", "kept")],
        ("^Trợ lý đang làm tệp", "^Tệp đồng chí cần"),
        cuts=3,
    ),
)
