"""Acts of a committee's month to be cut off: agreed on, and the notice made of it."""

from tests.bot.cuts import Act

_ONE_HAS_REGISTERED = (
    "lua: họp thường kỳ 19h ngày 4/4/2027 tại hội trường phường",
    "lua: [Gửi lời mời]",
    "lịch tháng 4",
)

SCHEDULED = (
    Act(
        "agree-schedule",
        "hanh",
        _ONE_HAS_REGISTERED,
        "Thống nhất lịch tháng 4/2027",
        "SELECT unit, month, by_person, revision FROM schedules",
        [],
        [("khoi", "2027-04", "hanh", 1)],
        ("^Đã thống nhất lịch sinh hoạt tháng 4/2027: 1/3 chi bộ",),
    ),
    Act(
        "schedule-notice",
        "hanh",
        _ONE_HAS_REGISTERED,
        "Tệp thông báo để in",
        "SELECT kind, state FROM files",
        [],
        [("schedule-docx", "kept")],
        ("^Trợ lý đang làm tệp", "^Tệp đồng chí cần"),
        cuts=3,
    ),
)
