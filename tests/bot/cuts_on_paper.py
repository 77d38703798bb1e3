"""Acts with papers to be cut off."""

from tests.bot.cuts import Act

CAME_IN = ("bản giấy", "[Đã nhận bản giấy]", "suối đá")

ON_PAPER = (
    Act(
        "send-form",
        "lua",
        ("gửi ảnh phiếu", "(ảnh)"),
        "1 ảnh · Gửi phiếu",
        "SELECT p.unit, p.entry FROM papers p JOIN attachments a ON a.paper = p.id",
        [],
        [("nong-dan", "")],
        ("ĐÃ NHẬN ảnh phiếu",),
    ),
    Act(
        "receive-paper",
        "hanh",
        CAME_IN,
        "16/3/2027",
        "SELECT unit, original_day FROM papers",
        [],
        [("suoi-da", "2027-03-16")],
        ("Đã ghi: nhận bản giấy",),
    ),
    Act(
        "strike-paper",
        "hanh",
        (*CAME_IN, "[16/3/2027]"),
        "Ghi nhầm, bỏ ghi",
        "SELECT state FROM papers",
        [("here",)],
        [("struck",)],
        ("Đã bỏ ghi bản giấy",),
    ),
    Act(
        "type-in",
        "hanh",
        (
            "nhập hộ",
            "[Nhập phiếu giấy]",
            "hội nông dân",
            "[16/3/2027]",
            "[Mô hình mới của tập thể]",
            "Nuôi lươn không bùn",
            "phường Thường Thạnh",
            "kinh tế",
            "Mười hộ nuôi lươn, giúp nhau giống và vốn.",
        ),
        "Nhập vào sổ",
        """SELECT e.number, e.state, p.original_day
           FROM entries e JOIN papers p ON p.entry = e.id""",
        [],
        [(1, "confirmed", "2027-03-16")],
        ("ĐÃ NHẬP",),
    ),
)
