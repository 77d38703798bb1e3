"""Acts of the office's table to be cut off: taken, made into papers, a call noted."""

from tests.bot.cuts import Act

_FILES = "SELECT kind, state FROM files"

SUMMARISED = (
    Act(
        "take-summary",
        "hanh",
        ("ai chưa nộp",),
        "Bảng tổng hợp",
        "SELECT unit, round FROM summaries",
        [],
        [("khoi", 2027)],
        ("^ĐĂNG KÝ “DÂN VẬN KHÉO”",),
    ),
    Act(
        "summary-picture",
        "hanh",
        ("bảng",),
        "Ảnh bảng để chuyển tiếp",
        _FILES,
        [],
        [("summary-picture", "kept")],
        ("^Trợ lý đang làm tệp", "^Tệp đồng chí cần"),
        cuts=3,
    ),
    Act(
        "summary-files",
        "hanh",
        ("bảng",),
        "Tệp Excel, Word",
        _FILES,
        [],
        [("summary-docx", "kept"), ("summary-xlsx", "kept")],
        ("^Trợ lý đang làm các tệp", "^Tệp đồng chí cần: .*xlsx", "^Tệp đồng chí cần: .*docx"),
        cuts=5,
    ),
    Act(
        "note-call",
        "hanh",
        ("ai chưa nộp",),
        "» GỌI 1 hẹn sáng mai",
        "SELECT unit, words, by_person FROM calls",
        [],
        [("suoi-da", "hẹn sáng mai", "hanh")],
        ("^Đã ghi: đồng chí gọi Chi bộ bản Suối Đá",),
    ),
)
