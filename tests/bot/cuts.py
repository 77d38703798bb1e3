"""Acts to be cut off: who says what up to the last press, and what there is of it once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

TO_SUOI_DA = ("tổ chức", "[Tìm đơn vị khác]", "suối đá")
PEOPLE_OF_SUOI_DA = "thành viên chi bộ bản suối đá"
UNITS = """(don-vi.csv) Tên TCCSĐ;Loại hình;Cấp trên;Số ĐV
Chi bộ bản Cốc;Chi bộ;Đảng ủy Khối;46
Chi bộ bản Phìn;Chi bộ;Đảng ủy Khối;hơn 50"""
CONTACTS = """(dau-moi.csv) Đơn vị;Họ tên;Chức danh;ĐT
Chi bộ bản Suối Đá;Vàng Thị Mỷ;Phó Bí thư;0912 000 776"""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody of the hamlet does.

    lines   what is said and [pressed] before; "chu: …" by a newcomer, so hanh and lua
    press   the button that does it; "» …" are words that do
    sql     shows what there is of it, by `before` and `once`
    hears   what who did it is told, each once
    cuts    how many commits it takes: the message's own, and those of the files that follow
    alien   whether another unit's officer could press the same, and must not
    programme  the file of the programme it is done in, "" for the hamlet's own
    """

    name: str
    who: str
    lines: tuple[str, ...]
    press: str
    sql: str
    before: list[Any]
    once: list[Any]
    hears: tuple[str, ...]
    cuts: int = 1
    alien: bool = True
    programme: str = ""


ACTS = (
    Act(
        "import-units",
        "hanh",
        (UNITS, "[Nhập đơn vị]", "[Đúng rồi]", "2 = 2 chi bộ"),
        "Nhập vào sổ",
        "SELECT name FROM unit_names WHERE name LIKE 'Chi bộ bản _h%' OR name LIKE '%Cốc'",
        [],
        [("Chi bộ bản Cốc",), ("Chi bộ bản Phìn",)],
        ("Đã nhập",),
    ),
    Act(
        "import-contacts",
        "hanh",
        (CONTACTS, "[Nhập đầu mối]", "[Đúng rồi]"),
        "Nhập vào sổ",
        """SELECT m.unit, m.role FROM memberships m JOIN people p ON p.id = m.person
           WHERE p.phone = '+84912000776'""",
        [],
        [("suoi-da", "officer")],
        ("Đã nhập: 1 người",),
    ),
    Act(
        "template",
        "hanh",
        ("mẫu nhập",),
        "Mẫu đơn vị",
        "SELECT kind, state FROM files",
        [],
        [("template", "kept")],
        ("Trợ lý đang làm tệp", "Tệp đồng chí cần"),
        cuts=3,
    ),
    Act(
        "make-codes",
        "hanh",
        ("mã mời", "[Mã cho các đầu mối chưa vào]"),
        "Làm mã",
        "SELECT person FROM codes WHERE made_by = 'hanh' AND ended_at = 0",
        [],
        [("lua",), ("menh",)],
        ("Trợ lý đang làm 2 mã", "cần: Mã mời", "cần: Phiếu mã mời"),
        cuts=6,
    ),
    Act(
        "revoke-codes",
        "hanh",
        ("mã mời", "[Xem, thu hồi mã đã làm]", "hội nông dân"),
        "Thu hồi 1 mã",
        "SELECT unit FROM codes WHERE ended_at > 0",
        [],
        [("nong-dan",)],
        ("Đã thu hồi 1 mã",),
    ),
    Act(
        "join-by-code",
        "chu",
        ("chu: mã 9W5T2R",),
        "Đồng ý",
        "SELECT uses_left FROM codes WHERE unit = 'giao-thong'",
        [(20,)],
        [(19,)],
        ("Cảm ơn đồng chí",),
        alien=False,
    ),
    Act(
        "confirm-membership",
        "lua",
        (
            "chu: xin chào",
            "chu: [Đồng ý]",
            "chu: Vàng A Chư, Hội Nông dân phường Thường Thạnh",
        ),
        "Xác nhận",
        """SELECT m.state FROM memberships m JOIN people p ON p.id = m.person
           WHERE p.name = 'Vàng A Chư' AND m.unit = 'nong-dan'""",
        [("asked",)],
        [("confirmed",)],
        ("Đã xác nhận",),
    ),
    Act(
        "replace",
        "hanh",
        (
            PEOPLE_OF_SUOI_DA,
            "[Giàng A Páo]",
            "[Thay người]",
            "[Sùng A Mềnh]",
            "[Bí thư chi bộ]",
            "[16/3/2027]",
        ),
        "Đúng",
        """SELECT person FROM memberships
           WHERE unit = 'suoi-da' AND role = 'officer' AND to_day = ''""",
        [("pao",)],
        [("menh",)],
        ("thay đồng chí Giàng A Páo",),
    ),
    Act(
        "change-role",
        "hanh",
        (PEOPLE_OF_SUOI_DA, "[Sùng A Mềnh]", "[Đổi vai trò]", "[Đầu mối]"),
        "Đúng",
        "SELECT role FROM memberships WHERE person = 'menh' AND to_day = ''",
        [("member",)],
        [("officer",)],
        ("đầu mối",),
    ),
    Act(
        "end-membership",
        "hanh",
        (PEOPLE_OF_SUOI_DA, "[Sùng A Mềnh]", "[Cho thôi]", "[16/3/2027]"),
        "Đúng",
        "SELECT to_day FROM memberships WHERE person = 'menh'",
        [("",)],
        [("2027-03-16",)],
        ("thôi",),
    ),
    Act(
        "merge",
        "hanh",
        (
            *TO_SUOI_DA,
            "[Thay đổi đơn vị]",
            "[Gộp với đơn vị khác]",
            "hội nông dân",
            "[Hết rồi]",
            "[Đơn vị mới]",
            "Chi bộ Liên cơ",
            "[16/3/2027]",
        ),
        "Đúng",
        "SELECT unit FROM unit_successors",
        [],
        [("nong-dan",), ("suoi-da",)],
        ("Chi bộ Liên cơ",),
    ),
    Act(
        "split",
        "hanh",
        (
            *TO_SUOI_DA,
            "[Thay đổi đơn vị]",
            "[Tách đơn vị]",
            "Chi bộ bản Suối Đá 1",
            "Chi bộ bản Suối Đá 2",
            "[Hết rồi]",
            "[16/3/2027]",
        ),
        "Đúng",
        "SELECT unit FROM unit_successors",
        [],
        [("suoi-da",), ("suoi-da",)],
        ("Chi bộ bản Suối Đá 1",),
    ),
    Act(
        "rename",
        "hanh",
        (*TO_SUOI_DA, "[Thay đổi đơn vị]", "[Đổi tên]", "Chi bộ thôn Suối Đá", "[16/3/2027]"),
        "Đúng",
        "SELECT name FROM unit_names WHERE unit = 'suoi-da'",
        [("Chi bộ bản Suối Đá",)],
        [("Chi bộ bản Suối Đá",), ("Chi bộ thôn Suối Đá",)],
        ("đổi tên thành",),
    ),
    Act(
        "end-unit",
        "hanh",
        (
            *TO_SUOI_DA,
            "[Thay đổi đơn vị]",
            "[Kết thúc đơn vị]",
            "[Có đơn vị kế thừa]",
            "hội nông dân",
            "[16/3/2027]",
        ),
        "Đúng",
        "SELECT unit, successor FROM unit_successors",
        [],
        [("suoi-da", "nong-dan")],
        ("kết thúc",),
    ),
    Act(
        "exempt",
        "hanh",
        (*TO_SUOI_DA, "[Miễn đăng ký năm 2027]", "Đơn vị mới thành lập tháng 2"),
        "Đúng",
        "SELECT unit, round FROM exemptions",
        [],
        [("suoi-da", 2027)],
        ("miễn",),
    ),
    Act(
        "copy-my-data",
        "pao",
        ("dữ liệu",),
        "Nhận bản sao",
        "SELECT kind, state FROM data_requests WHERE kind = 'export'",
        [],
        [("export", "done")],
        ("Dữ liệu của tôi 16-03-2027.json", "Dữ liệu của tôi 16-03-2027.xlsx"),
        cuts=6,
        alien=False,
    ),
    Act(
        "withdraw-consent",
        "pao",
        ("dữ liệu", "[Rút đồng ý]"),
        "Rút đồng ý",
        "SELECT person FROM consents WHERE answer = 'withdrawn'",
        [],
        [("pao",)],
        ("Muốn dùng lại",),
        alien=False,
    ),
    Act(
        "erase-me",
        "pao",
        ("dữ liệu", "[Xóa dữ liệu của tôi]"),
        "Xóa dữ liệu của tôi",
        "SELECT id FROM people WHERE erased_at > 0",
        [],
        [("pao",)],
        ("Đã xóa dữ liệu|Trợ lý lưu họ tên",),
        alien=False,
    ),
)
