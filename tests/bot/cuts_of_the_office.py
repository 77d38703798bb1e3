"""What the office does with an entry and its people with the office, to be cut off."""

from tests.bot.cuts import Act

FOUR_LINES = """Tên: Nuôi lươn không bùn
Địa chỉ: ấp 3
Lĩnh vực: kinh tế
Nội dung: Mười hộ nuôi lươn, cùng mua giống, cùng bán."""
SENT = (f"lua: {FOUR_LINES}", "lua: [Gửi]")
ASKED_FOR = (
    *("hanh: số 1", "hanh: [Đề nghị bổ sung]", "hanh: [Nội dung]"),
    *("hanh: Đề nghị ghi rõ thời gian.", "hanh: [19/3/2027]"),
)
TAKEN_IN = ("hanh: số 1", "hanh: [Tiếp nhận]")
OTHER_NAME = ("[Sửa tên]", "Nuôi lươn sạch")
TO_SETTLE = (
    *(*SENT, *TAKEN_IN, "lua: số 1", "lua: [Đề nghị sửa]"),
    *(*(f"lua: {line}" for line in OTHER_NAME), "lua: [Gửi đề nghị sửa]", "số 1"),
)
STATE = "SELECT state, version FROM entries"

OFFICE = (
    Act(
        "accept",
        "hanh",
        (*SENT, "số 1"),
        "Tiếp nhận",
        STATE,
        [("confirmed", 1)],
        [("accepted", 2)],
        ("Đã tiếp nhận đăng ký số 1",),
    ),
    Act(
        "return",
        "hanh",
        (*SENT, *ASKED_FOR),
        "Gửi đề nghị",
        "SELECT version, words FROM returns",
        [],
        [(2, "Đề nghị ghi rõ thời gian.")],
        ("Đã đề nghị bổ sung đăng ký số 1",),
    ),
    Act(
        "mend",
        "hanh",
        (*SENT, "số 1", "[Sửa chính tả]", *OTHER_NAME),
        "Lưu chính tả",
        "SELECT version, by_person FROM entry_versions",
        [(1, "lua")],
        [(1, "lua"), (2, "hanh")],
        ("Đã sửa chính tả đăng ký số 1",),
    ),
    Act(
        "supplement",
        "lua",
        (*SENT, *ASKED_FOR, "hanh: [Gửi đề nghị]", "số 1", "[Bổ sung]", "Từ tháng 4 năm 2027."),
        "Gửi bổ sung",
        STATE,
        [("returned", 2)],
        [("confirmed", 3)],
        ("Đã bổ sung và gửi lại cho đồng chí Trần Thị Hạnh",),
    ),
    Act(
        "ask-correction",
        "lua",
        (*SENT, *TAKEN_IN, "số 1", "[Đề nghị sửa]", *OTHER_NAME),
        "Gửi đề nghị sửa",
        "SELECT state, person FROM corrections",
        [],
        [("open", "lua")],
        ("Đề nghị sửa đã gửi đến Ban",),
    ),
    Act(
        "grant",
        "hanh",
        TO_SETTLE,
        "Đồng ý sửa",
        "SELECT c.state, e.name, e.version FROM corrections c JOIN entries e ON e.id = c.entry",
        [("open", "Nuôi lươn không bùn", 2)],
        [("granted", "Nuôi lươn sạch", 3)],
        ("Ban đồng ý",),
    ),
    Act(
        "refuse-correction",
        "hanh",
        (*TO_SETTLE, "[Không sửa]"),
        "» Tên đã in vào quyết định.",
        "SELECT c.state, c.words, e.name FROM corrections c JOIN entries e ON e.id = c.entry",
        [("open", "", "Nuôi lươn không bùn")],
        [("refused", "Tên đã in vào quyết định.", "Nuôi lươn không bùn")],
        ("Không sửa đăng ký số 1|giữ nguyên",),
        alien=False,
    ),
)
