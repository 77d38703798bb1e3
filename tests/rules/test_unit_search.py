import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.unit_search import rank_units

NAMES = """
Chi bộ bản Suối Đá|Chi bộ bản Suối Lìn|Chi bộ bản Nà Hẩu|Chi bộ bản Hà|Chi bộ bản Hạ|Chi bộ thôn 3
Chi bộ thôn 4|Chi bộ Trường THPT Lý Tự Trọng|Chi bộ Kho bạc Nhà nước|Chi bộ Bưu điện tỉnh
Chi bộ Trung tâm Công tác xã hội và Bảo trợ xã hội tỉnh|Sở Giao thông vận tải|Sở Nội vụ
Sở Giáo dục và Đào tạo|Sở Nông nghiệp và Môi trường|Đảng bộ Sở Y tế|Đảng bộ Bệnh viện Đa khoa tỉnh
Đảng ủy Khối cơ quan và doanh nghiệp tỉnh|Hội Nông dân phường Thường Thạnh|Hội Nông dân xã Hồng Nam
Hội Liên hiệp Phụ nữ phường Thường Thạnh|Hội Liên hiệp Phụ nữ xã Hồng Nam|Công an phường Hiến Nam
Hội Cựu chiến binh xã Hồng Nam|Đoàn Thanh niên xã Hồng Nam|Mặt trận Tổ quốc Việt Nam xã Hồng Nam
Ban Công tác Mặt trận bản Suối Đá|Khối dân vận xã An Viên|Công ty TNHH May Phù Cừ|Báo Hưng Yên
Ủy ban nhân dân xã Nậm Có|Trạm Y tế xã Nậm Có
""".strip()
UNITS = [(name, (name,)) for name in NAMES.replace("\n", "|").split("|")]
IDS = [unit for unit, _ in UNITS]


@pytest.mark.parametrize(
    ("query", "unit"),
    [
        ("chi bo ban suoi da", "Chi bộ bản Suối Đá"),
        ("cb suoi da", "Chi bộ bản Suối Đá"),
        ("tôi ở chi bộ suối đá nhé", "Chi bộ bản Suối Đá"),
        ("Chi bộ bản Suối Đá, xã Nậm Có", "Chi bộ bản Suối Đá"),
        ("chi bo ban suoy da", "Chi bộ bản Suối Đá"),
        ("cb thôn 3", "Chi bộ thôn 3"),
        ("so gtvt", "Sở Giao thông vận tải"),
        ("SGTVT", "Sở Giao thông vận tải"),
        ("so gd dt", "Sở Giáo dục và Đào tạo"),
        ("ĐUK", "Đảng ủy Khối cơ quan và doanh nghiệp tỉnh"),
        ("đảng uỷ khối CQ&DN", "Đảng ủy Khối cơ quan và doanh nghiệp tỉnh"),
        ("dang uy khoi cqdn", "Đảng ủy Khối cơ quan và doanh nghiệp tỉnh"),
        ("hội LHPN thuong thanh", "Hội Liên hiệp Phụ nữ phường Thường Thạnh"),
        ("hoi phu nu xa hong nam", "Hội Liên hiệp Phụ nữ xã Hồng Nam"),
        ("CCB hong nam", "Hội Cựu chiến binh xã Hồng Nam"),
        ("MTTQVN xã Hồng Nam", "Mặt trận Tổ quốc Việt Nam xã Hồng Nam"),
        ("doan tn hong nam", "Đoàn Thanh niên xã Hồng Nam"),
        ("truong trung hoc pho thong ly tu trong", "Chi bộ Trường THPT Lý Tự Trọng"),
        ("ctxh", "Chi bộ Trung tâm Công tác xã hội và Bảo trợ xã hội tỉnh"),
        ("cty may phu cu", "Công ty TNHH May Phù Cừ"),
        ("ubnd xa nam co", "Ủy ban nhân dân xã Nậm Có"),
    ],
)
def test_the_unit_meant_is_the_first(query: str, unit: str) -> None:
    assert rank_units(query, UNITS)[0] == unit


@pytest.mark.parametrize(
    "query", ["", "?", "abc xyz", "Lan", "bản Mù Cang", "hội nông dân phường Lê Bình"]
)
def test_nothing_near_is_nothing(query: str) -> None:
    assert rank_units(query, UNITS) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("cb bản Hạ", ["Chi bộ bản Hạ", "Chi bộ bản Hà"]),
        ("cb bản Hà", ["Chi bộ bản Hà", "Chi bộ bản Hạ"]),
    ],
)
def test_of_two_that_read_alike_the_one_with_its_marks_comes_first(
    query: str, found: list[str]
) -> None:
    assert rank_units(query, UNITS) == found


def test_a_vague_query_gives_a_short_list() -> None:
    assert len(rank_units("chi bộ", UNITS)) == 7
    assert len(rank_units("chi bộ", UNITS, limit=3)) == 3


def test_a_unit_is_found_by_any_of_its_names_once() -> None:
    units = [("u1", ("Đảng ủy Khối cơ quan", "Khối CQ")), ("u2", ("Sở Y tế", "SYT"))]

    assert rank_units("khoi cq", units) == ["u1"]
    assert rank_units("syt", units) == ["u2"]


def test_no_units_are_no_error() -> None:
    assert rank_units("chi bộ", []) == []


@pytest.mark.parametrize("unit", IDS)
def test_a_full_name_finds_its_unit_first_decomposed_or_shouted(unit: str) -> None:
    for typed in (unit, unicodedata.normalize("NFD", unit), unit.upper()):
        assert rank_units(typed, UNITS)[0] == unit


@given(st.text(), st.lists(st.tuples(st.uuids().map(str), st.tuples(st.text(), st.text()))))
def test_only_units_of_the_list_are_found(
    query: str, units: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = rank_units(query, units)

    assert len(found) == len(set(found)) <= 7
    assert set(found) <= {unit for unit, _ in units}
