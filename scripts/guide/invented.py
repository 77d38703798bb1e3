"""An invented committee of 84 units: its programme, its units, contacts and entries."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from rules.programme_file import read_programme
from rules.rounds import round_of

CONTENT = (
    "Hội Nông dân phường vận động 8 hộ góp vốn, góp công lập tổ hợp tác nuôi lươn không bùn trong "
    "bể xi măng; hộ làm trước hướng dẫn hộ làm sau, cùng mua giống, cùng bán. Phấn đấu cuối năm "
    "mỗi hộ tăng thu nhập, 2 hộ thoát nghèo."
)
OTHERS = (
    "Tên: Ngày thứ Bảy xanh\nĐịa chỉ: Trung tâm Y tế\nLĩnh vực: VHXH\n"
    "Nội dung: Đảng viên, viên chức dọn vệ sinh, trồng cây sáng thứ Bảy đầu tháng; mỗi phòng nhận "
    "chăm một khu vực."
)
_OF_FIRST = ("Sở", "Trung tâm", "Chi cục")
_FIELDS = (
    *("Y tế", "Tài chính", "Xây dựng", "Tư pháp", "Nội vụ", "Du lịch", "Công Thương", "Thống kê"),
    *("Giáo dục", "Văn hóa", "Môi trường", "Nông nghiệp", "Lao động", "Ngoại vụ", "Khoa học"),
)
_TWICE, _ONCE, _BRANCHES = 34, 41, 73  # units before these have registered so often
_OF_SECOND = ("Công ty", "Hợp tác xã", "Trường")
_NAMES = (
    *("Bình Minh", "Hòa Bình", "Tân Tiến", "Thanh Sơn", "Đồng Tâm", "Quyết Thắng", "Phú Lộc"),
    *("An Khánh", "Hưng Thịnh", "Trường Xuân", "Mỹ Hòa", "Vĩnh Phúc", "Long Hưng"),
)
_FAMILIES = ("Nguyễn Văn", "Trần Thị", "Lê Văn", "Phạm Thị", "Vàng Thị")
_GIVEN = ("Bình", "Lan", "Hòa", "Sơn", "Thu", "Dũng", "Mai", "Minh")
_MODELS = (
    ("Nụ cười một cửa", "XDĐ", "Mỗi phòng một cán bộ hướng dẫn người dân làm thủ tục."),
    ("Hũ gạo nghĩa tình", "KT", "Mỗi hộ góp một lon gạo một tháng giúp hộ khó khăn."),
    ("Cơ quan xanh, sạch, đẹp", "VHXH", "Cán bộ cùng dọn vệ sinh, trồng cây sáng thứ Bảy."),
    ("Cổng trường an toàn", "QPAN", "Đảng viên trực cổng trường giờ tan học."),
)
_KINDS = ("mới", "mới", "duy trì", "nhân rộng")
# One more than the notice says, so that the pictures show quotas, launched models and targets.
_MORE = """
[[kinds]]
code = "adopt"
label = "Thực hiện mô hình của Đảng ủy Khối"
entry = "model"
subject = "collective"
origin = "adopt"
counts = false

[[launched]]
code = "digital"
name = "Cơ quan không giấy"
level = "Đảng ủy Khối"
units = ["dang_bo", "chi_bo"]

[[targets]]
code = "all-register"
label = "100% đơn vị đăng ký đủ số mô hình"
measure = "quota"
"""
_AT_ANY_HOUR = """
[reminding]
quiet_from = 03:00:00
quiet_to = 03:01:00
weekends = true
"""


def programme(source: Path) -> str:
    """Return a programme file with quotas, made of one without; pictures are taken at any hour."""
    text = source.read_text(encoding="utf-8")
    return (
        text.replace("[quotas]", "[quotas]\ndang_bo = 2\nchi_bo = 1\ndoan_the = 2")
        + _MORE
        + _AT_ANY_HOUR
    )


def units() -> str:
    """Return the list of units: 45 and 39."""
    head = ("Mã đơn vị", "Tên TCCSĐ", "Loại hình", "Số đảng viên", "Cán bộ phụ trách")
    rows = ((*unit, 12 + n * 7 % 90, "Nguyễn Thị Hạnh") for n, unit in enumerate(_units()))
    return _table(head, *rows)


def contacts() -> str:
    """Return the list of one contact for each unit."""
    people = [
        (code, f"{_FAMILIES[n % 5]} {_GIVEN[n * 3 % 8]}", "Bí thư", f"09120{n:05}")
        for n, (code, _, _) in enumerate(_units())
    ]
    return _table(("Mã đơn vị", "Họ và tên", "Chức vụ", "Số điện thoại"), *people)


def entries(source: Path) -> str:
    """Return the register of this round so far: some units have all, some a part, some none."""
    read = read_programme(source.read_text(encoding="utf-8"), file=source.name)
    year = round_of(read, dt.date.today())  # noqa: DTZ011 - any zone will do
    head = ("Năm", "Mã đơn vị", "Đơn vị", "Tên mô hình", "Hình thức", "Địa chỉ", "Lĩnh vực")
    rows = [
        (year, *_entry(number, code, name), "Đã tiếp nhận")
        for number, (code, name) in enumerate(_registered())
    ]
    return _table((*head, "Nội dung", "Trạng thái"), *rows)


def _registered() -> Iterator[tuple[str, str]]:
    for number, (code, name, type_) in enumerate(_units()):
        first = type_ == "Đảng bộ cơ sở"
        many = (number < _TWICE) + (number < _ONCE) if first else int(number < _BRANCHES)
        yield from ((code, name) for _ in range(many))


def _entry(number: int, code: str, unit: str) -> tuple[str, ...]:
    name, field, content = _MODELS[number * 7 % 4 if number % 3 else number % 4]
    place = unit.removeprefix("Đảng bộ ").removeprefix("Chi bộ ")
    what = "điển hình tập thể" if number % 17 == 0 else "mô hình tập thể"
    kind = f"{what}, {'mới' if 'điển' in what else _KINDS[number % 4]}"
    return code, unit, f"{name} {place}", kind, place, field, content


def _units() -> list[tuple[str, str, str]]:
    first = [f"Đảng bộ {of} {what}" for of in _OF_FIRST for what in _FIELDS]
    second = [f"Chi bộ {of} {what}" for of in _OF_SECOND for what in _NAMES]
    return [
        *((f"DB{n:02}", name, "Đảng bộ cơ sở") for n, name in enumerate(first, 1)),
        *((f"CB{n:02}", name, "Chi bộ cơ sở") for n, name in enumerate(second, 1)),
    ]


def _table(*rows: tuple[object, ...]) -> str:
    return "\n".join(";".join(map(str, row)) for row in rows)
