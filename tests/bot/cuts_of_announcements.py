"""Acts to be cut off: an announcement sent, stopped, set right, reminded of, read."""

from tests.bot.cuts import Act

WRITTEN = ("soạn thông báo", "[Tất cả đơn vị]", "Về việc lùi hạn", "Hạn mới: 26/3/2027.", "bỏ qua")
SENT = (*WRITTEN, "[Gửi]")
GONE = (*SENT, "(2 phút sau)")
STATES = "SELECT state, again FROM announcements ORDER BY id"

ANNOUNCED = (
    Act(
        "announce",
        "hanh",
        WRITTEN,
        "Gửi",
        "SELECT a.words, p.person FROM announcements a JOIN announcement_people p "
        "ON p.announcement = a.id ORDER BY p.person",
        [],
        [
            ("Về việc lùi hạn.\n\nHạn mới: 26/3/2027.", "lua"),
            ("Về việc lùi hạn.\n\nHạn mới: 26/3/2027.", "pao"),
        ],
        ("Thông báo sẽ gửi 2 đầu mối",),
    ),
    Act("stop", "hanh", SENT, "DỪNG", STATES, [("open", 0)], [("stopped", 0)], ("Đã dừng",)),
    Act(
        "set-right",
        "hanh",
        (*GONE, "thông báo đã gửi", "1", "[Đính chính]", "hạn mới là thứ Sáu 26/3/2027."),
        "Gửi",
        "SELECT words FROM announcements WHERE corrects <> ''",
        [],
        [("hạn mới là thứ Sáu 26/3/2027.",)],
        ("Tin đính chính sẽ gửi",),
    ),
    Act(
        "remind-unread",
        "hanh",
        (*GONE, "thông báo đã gửi", "1"),
        "Nhắc 1 đồng chí",
        STATES,
        [("open", 0)],
        [("open", 1)],
        ("Trợ lý nhắc 1 đồng chí",),
    ),
    Act(
        "read-announcement",
        "pao",
        tuple(f"hanh: {line}" for line in GONE),
        "Đã rõ",
        "SELECT person FROM announcement_people WHERE read_at > 0",
        [],
        [("pao",)],
        ("Cảm ơn đồng chí",),
        alien=False,
    ),
)
