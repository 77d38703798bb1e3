"""Acts of paper to be cut off: who asks for a form in the hamlet, and what there is of it once."""

from tests.bot.cuts import Act

REGISTERED = (
    "Tên: Nuôi lươn không bùn\nĐịa chỉ: ấp 3\nLĩnh vực: kinh tế\nNội dung: Mười hộ nuôi lươn.",
    "[Gửi]",
)

PRINTED = (
    Act(
        "form",
        "lua",
        REGISTERED,
        "Lấy phiếu để in, ký",
        "SELECT kind, state FROM files",
        [],
        [("form-docx", "kept")],
        ("Trợ lý đang làm tệp", "Tệp đồng chí cần"),
        cuts=3,
    ),
)
