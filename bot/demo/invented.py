"""The invented data itself: no person, phone number or chi bộ here exists."""

from dataclasses import dataclass

from rules.person import Role

COMMITTEE = "khoi"
IN_CHARGE = "hanh"


@dataclass(frozen=True, slots=True)
class DemoUnit:
    """A unit; `parent` is the key of the one above it, "" for the committee."""

    key: str
    name: str
    short_name: str
    type: str
    place: str
    parent: str = COMMITTEE


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A contact with the code that opens the chat for them; `hats` are (unit, position, role)."""

    key: str
    name: str
    phone: str
    code: str
    hats: tuple[tuple[str, str, Role], ...]

    @property
    def described(self) -> str:
        """The name, the position and the unit."""
        unit, position, _ = self.hats[0]
        return f"{self.name}, {position}, {_NAMES[unit]}"


@dataclass(frozen=True, slots=True)
class DemoEntry:
    """An entry of last year's round, recognised."""

    unit: str
    typed_by: str
    name: str
    address: str
    field: str
    content: str


UNITS = (
    DemoUnit(
        COMMITTEE,
        "Đảng ủy Khối cơ quan Dân Chính Đảng thành phố",
        "Đảng ủy Khối",
        "",
        "thành phố Cần Thơ",
        "",
    ),
    DemoUnit(
        "thuong-thanh",
        "Đảng ủy phường Thường Thạnh",
        "ĐU Thường Thạnh",
        "dang_bo",
        "phường Thường Thạnh, thành phố Cần Thơ",
    ),
    DemoUnit(
        "nong-dan",
        "Hội Nông dân phường Thường Thạnh",
        "HND Thường Thạnh",
        "doan_the",
        "phường Thường Thạnh, thành phố Cần Thơ",
        "thuong-thanh",
    ),
    DemoUnit(
        "cuu-chien-binh",
        "Hội Cựu chiến binh phường Thường Thạnh",
        "CCB Thường Thạnh",
        "doan_the",
        "phường Thường Thạnh, thành phố Cần Thơ",
        "thuong-thanh",
    ),
    DemoUnit("muong-mau", "Đảng ủy xã Mường Mẫu", "ĐU Mường Mẫu", "dang_bo", "xã Mường Mẫu"),
    DemoUnit(
        "suoi-da",
        "Chi bộ bản Suối Đá",
        "CB Suối Đá",
        "chi_bo",
        "bản Suối Đá, xã Mường Mẫu",
        "muong-mau",
    ),
    DemoUnit(
        "mat-tran",
        "Ban Công tác Mặt trận bản Suối Đá",
        "BCTMT Suối Đá",
        "doan_the",
        "bản Suối Đá, xã Mường Mẫu",
        "muong-mau",
    ),
    DemoUnit(
        "giao-thong",
        "Sở Giao thông vận tải",
        "Sở GTVT",
        "dang_bo",
        "số 1 đường Mẫu, thành phố Cần Thơ",
    ),
    DemoUnit(
        "phu-nu",
        "Hội Liên hiệp Phụ nữ thành phố",
        "Hội LHPN",
        "doan_the",
        "số 2 đường Mẫu, thành phố Cần Thơ",
    ),
    DemoUnit(
        "thanh-nien",
        "Đoàn Thanh niên Khối",
        "Đoàn Khối",
        "doan_the",
        "số 3 đường Mẫu, thành phố Cần Thơ",
    ),
    DemoUnit(
        "truong",
        "Trường THPT Bình An",
        "THPT Bình An",
        "chi_bo",
        "số 4 đường Mẫu, thành phố Cần Thơ",
    ),
    DemoUnit(
        "benh-vien",
        "Bệnh viện Y học cổ truyền",
        "BV YHCT",
        "chi_bo",
        "số 5 đường Mẫu, thành phố Cần Thơ",
    ),
)

_NAMES = {unit.key: unit.name for unit in UNITS}

PEOPLE = (
    DemoPerson(
        "lan",
        "Lê Thị Lan",
        "+84912000001",
        "N4T8HW",
        (("nong-dan", "Chủ tịch Hội Nông dân", "officer"),),
    ),
    DemoPerson(
        "pao",
        "Giàng A Páo",
        "+84912000002",
        "7K3M2P",
        (("suoi-da", "Bí thư chi bộ", "officer"),),
    ),
    DemoPerson(
        "mai",
        "Vàng Thị Mai",
        "+84912000003",
        "K2V7NZ",
        (("suoi-da", "Đảng viên", "member"),),
    ),
    DemoPerson(
        "binh",
        "Nguyễn Văn Bình",
        "+84912000004",
        "G7V5TS",
        (("giao-thong", "Phó Bí thư Đảng ủy", "officer"),),
    ),
    DemoPerson(
        "dung",
        "Trần Quốc Dũng",
        "+84912000005",
        "Y5H8CT",
        (("benh-vien", "Bí thư chi bộ", "officer"), ("thanh-nien", "Phó Bí thư", "officer")),
    ),
    DemoPerson(
        "thu",
        "Phạm Anh Thư",
        "+84912000006",
        "B6A3NK",
        (("truong", "Bí thư chi bộ", "officer"),),
    ),
    DemoPerson(
        "hoa",
        "Võ Thị Hoa",
        "+84912000007",
        "P9N4HX",
        (("phu-nu", "Phó Chủ tịch", "officer"),),
    ),
    DemoPerson(
        "chu",
        "Vàng A Chư",
        "+84912000008",
        "X3M7MA",
        (("muong-mau", "Phó Bí thư Đảng ủy", "officer"),),
    ),
    DemoPerson(
        IN_CHARGE,
        "Nguyễn Thị Hạnh",
        "+84912000009",
        "H5A8NE",
        ((COMMITTEE, "Chuyên viên Ban Tuyên giáo", "office"),),
    ),
)

ENTRIES = (
    DemoEntry(
        "giao-thong",
        "binh",
        "Nụ cười một cửa",
        "số 1 đường Mẫu, thành phố Cần Thơ",
        "party-building",
        "Chi bộ phân công đảng viên trực hướng dẫn người dân làm hồ sơ đổi giấy phép lái xe, "
        "niêm yết số điện thoại góp ý; phấn đấu mọi hồ sơ trả đúng hẹn hoặc sớm hơn.",
    ),
    DemoEntry(
        "giao-thong",
        "binh",
        "Chuyến xe nghĩa tình",
        "thành phố Cần Thơ",
        "culture-society",
        "Vận động các doanh nghiệp vận tải dành 20 chuyến xe mỗi năm đưa bệnh nhân nghèo đi khám "
        "lại và học sinh vùng sâu đi thi; công đoàn cử người đi cùng.",
    ),
)
