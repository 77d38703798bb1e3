import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from rules.people_sort import sort_key

# Both as ICU 72 sorts them for vi, the second by given, middle and family name one after another.
_GIVEN = """
A An Anh Ảnh Ánh Ân Ẩn Ấn B Bách Bạch Bảo Bắc Băng Bằng Bình Bính Cầm Cẩm Câu Châu Chư Chứ Công
Cống Cương Cường Dao Dê Dế Dung Dũng Dương Đào Đạo Đông Đồng Đức Đường Én Êm Fong Giang Giàng Hà
Hạ Hải Hái Hạnh Hoa Hòa Hoàng Huế Huệ Hùng Hưng Khánh Kway Lan Lăng Lân Lò Lô Lơ Lỳ Lý Ma Mà Mả
Mã Má Mạ Mai Mô Mơ Mở Mỡ Mùa Mưa Nga Ngà Oanh Ôn Ơn Pào Páo Phong Phòng Quỳ Quỷ Quỹ Quý Quỵ Sung
Sùng Sửu Tâm Tầm Tấm Thao Thảo Thọ Thơ Thu Thùy Thủy Thúy Thư Trang Tráng Tu Tú Tư Tứ Út Uyên Ước
Vàng Văn Vân Vũ Vừ W Xa Xuân Y Ý Yến Zin
"""
_PEOPLE = """
Trần Thị An A|Nguyễn Thị An|Ân Ảnh|Trần Thị Ẩn|Sùng Đức Bảo|Vàng Văn Bình|Sùng Thị Thư Chứ
Đỗ Thi Anh Cương|Nguyễn Thị Dê|Nguyễn Thị Thu Dế|Trần Dũng|Lò Thi Anh Đông|Vàng Ấn Đồng
Lò Thị Thư Đức|Vàng Văn Đức|Vàng Thị Fong|Sùng Thị An Fong|Ân Thị Hạ|Vàng Thị Thư Hải|Trần Văn Hái
Giàng Thị Hoa|Sùng Thi Anh Hoa|Nguyễn Khánh|Ân Thi Anh Khánh|Lò Thi Anh Khánh|Trần Thị Thư Kway
Sùng Lơ|Vàng Thị Lý|Vàng Thị Thư Má|Vàng Thi Anh Oanh|Đỗ Thị Thư Pào|Nguyễn Văn Phong|Lê Ấn Quỷ
Sùng Đức Sung|Nguyễn Đức Thọ|Giàng A Thúy|Sùng Thị Thư Thúy|Lò Thi Anh Vũ|Đỗ Thị W|Sùng Đức Xa
"""
GIVEN_NAMES = _GIVEN.split()
PEOPLE = _PEOPLE.strip().replace("\n", "|").split("|")


def test_given_names_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    by_code_point = sorted(GIVEN_NAMES)

    assert sorted(by_code_point, key=sort_key) == GIVEN_NAMES


def test_people_stand_by_given_then_middle_then_family_name() -> None:
    by_family_name = sorted(PEOPLE)

    assert sorted(by_family_name, key=sort_key) == PEOPLE


def test_tones_go_from_ngang_to_nang() -> None:
    jumbled = ["má", "mạ", "mã", "ma", "mả", "mà"]

    assert sorted(jumbled, key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]


def test_a_list_of_an_office_is_as_people_expect_it() -> None:
    expected = ["An", "(Đức) Anh", "Ánh", "Cầm", "Giàng A Câu", "Vàng A Dê", "Dũng", "Đào", "Hoa"]

    assert sorted(sorted(expected), key=sort_key) == expected


def test_the_place_of_the_tone_case_and_spaces_do_not_count() -> None:
    keys = {sort_key(name) for name in ("Lê Hòa", "Lê Hoà", " lê  HÒA", "Lê Ho\u0300a")}

    assert len(keys) == 1


@given(st.text())
def test_any_name_has_a_key_and_decomposed_it_is_the_same(name: str) -> None:
    keys = {sort_key(unicodedata.normalize(form, name)) for form in ("NFC", "NFD")}

    assert keys == {sort_key(name)}


@given(st.lists(st.sampled_from(GIVEN_NAMES), min_size=1, max_size=4))
def test_keys_of_vietnamese_names_are_ascii(name: list[str]) -> None:
    assert sort_key(" ".join(name)).isascii()
