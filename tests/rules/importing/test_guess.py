import pytest

from rules.importing.columns import KEYS, NOWHERE, Kind
from rules.importing.guess import guess
from rules.refused import Refused
from tests.rules.importing.tables import table

HEADED = """
ĐẢNG BỘ TỈNH YÊN BÁI | | | ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY KHỐI CƠ QUAN VÀ DOANH NGHIỆP

DANH SÁCH TỔ CHỨC CƠ SỞ ĐẢNG NĂM 2024
STT | Tên TCCSĐ | Loại hình | Trực thuộc | Số ĐV | Ghi chú
1 | Chi bộ Sở Tư pháp | Chi bộ | Đảng ủy Khối | 30 |
"""


def places(kind: Kind, heading: str) -> dict[str, int]:
    return dict(guess(kind, table(heading)).places)


def test_the_headings_are_found_below_the_name_of_the_state() -> None:
    columns = guess("units", table(HEADED))

    assert columns.heading == 3
    assert dict(columns.places) == {"name": 1, "type": 2, "parent": 3, "members": 4}
    assert columns.title("members") == "Số ĐV"


@pytest.mark.parametrize(
    ("kind", "heading", "expected"),
    [
        ("contacts", "TT | Họ tên | SĐT | Tên đơn vị", {"name": 1, "phone": 2, "unit": 3}),
        ("contacts", "Đ/c | Điện thoại | Đảng bộ, chi bộ", {"name": 0, "phone": 1, "unit": 2}),
        ("contacts", "HỌ VÀ TÊN|CHỨC DANH|ĐƠN VỊ", {"name": 0, "position": 1, "unit": 2}),
        ("contacts", "Ho va ten | Dien thoai | Don vi", {"name": 0, "phone": 1, "unit": 2}),
        (
            "contacts",
            "Họ và tên cán bộ đầu mối cấp xã|Số điện thoại (Zalo)|Đơn vị|Zalo/Telegram ID|Từ ngày",
            {"name": 0, "phone": 1, "unit": 2, "telegram": 3, "since": 4},
        ),
        (
            "contacts",
            "Mã đơn vị | Đơn vị | Họ và tên | Chức vụ | Số điện thoại | Vai trò | Telegram",
            {key: n for n, key in enumerate(KEYS["contacts"][:7])},
        ),
        (
            "units",
            "Mã đơn vị|Tên đơn vị|Tên ngắn|Loại đơn vị|Đơn vị cấp trên|Địa chỉ|Số ĐV|Phụ trách",
            {key: n for n, key in enumerate(KEYS["units"])},
        ),
        (
            "entries",
            "Năm|Mã|Đơn vị|Tên mô hình|Loại (tập thể)|Địa chỉ|Lĩnh vực|Nội dung|Kết quả|Ngày nhận",
            {key: n for n, key in enumerate(KEYS["entries"][:10])},
        ),
    ],
)
def test_columns_are_known_by_the_headings_people_write(
    kind: Kind, heading: str, expected: dict[str, int]
) -> None:
    assert places(kind, heading) == expected


def test_headings_of_two_rows_are_read_together() -> None:
    columns = guess(
        "contacts",
        table(
            """
            TT | Tên đơn vị | Đầu mối | |
               |            | Họ và tên | Chức vụ | Điện thoại
            1 | Sở Y tế | Lan | Chuyên viên | 0912000001
            """
        ),
    )

    assert columns.heading == 1
    assert dict(columns.places) == {"unit": 1, "name": 2, "position": 3, "phone": 4}


def test_two_columns_that_may_be_the_same_are_named_and_neither_is_taken() -> None:
    columns = guess("contacts", table("Họ tên | Đơn vị | Điện thoại | Di động"))

    assert columns.place("phone") == NOWHERE
    assert columns.doubtful == (("phone", (2, 3)),)


def test_what_has_to_be_there_is_missed() -> None:
    assert guess("contacts", table("Họ tên | Điện thoại")).missing == ("unit",)
    assert guess("entries", table("Tên mô hình | Mã đơn vị")).missing == ("year",)
    assert guess("units", table("một | hai | ba\n1 | 2 | 3")).missing == ("name",)


def test_a_year_in_the_title_stands_for_the_column() -> None:
    columns = guess("entries", table("SỔ ĐĂNG KÝ NĂM 2021\nTên mô hình | Đơn vị\nA | B"))

    assert columns.year == 2021
    assert columns.missing == ()


def test_a_mapping_can_be_corrected_column_by_column() -> None:
    columns = guess("contacts", table("Họ tên | Đơn vị | Điện thoại | Di động | Zalo"))

    corrected = columns.corrected([("phone", 3), ("position", 1), ("unit", NOWHERE)])
    assert dict(corrected.places) == {"name": 0, "position": 1, "phone": 3}
    assert corrected.doubtful == ()
    assert corrected.missing == ("unit",)


@pytest.mark.parametrize(("key", "place"), [("name", 9), ("shoe size", 0), ("name", -2)])
def test_a_column_that_is_not_there_is_refused(key: str, place: int) -> None:
    columns = guess("units", table("Tên đơn vị | Loại"))

    with pytest.raises(Refused, match="import-column"):
        columns.corrected([(key, place)])


def test_without_headings_every_column_is_open() -> None:
    columns = guess("units", table("Sở Tư pháp | 12\nSở Y tế | 30"))

    assert columns.heading == -1
    assert dict(columns.corrected([("name", 0)]).places) == {"name": 0}
