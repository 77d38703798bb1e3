import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.name_and_unit import split_name_and_unit
from rules.refused import Refused

NAMES = st.sampled_from(
    ["Giàng A Páo", "Lan", "Nguyễn Xuân Trường", "Đoàn Văn Bình", "le van phong"]
)
UNITS = st.sampled_from(["Chi bộ bản Suối Đá", "hội phụ nữ xã", "đoàn thanh niên", "công ty may"])
APART = st.sampled_from([", ", " - ", "\n", " – ", "; ", ",", " "])


@pytest.mark.parametrize(
    ("said", "name", "unit"),
    [
        ("Giàng A Páo, Chi bộ bản Suối Đá", "Giàng A Páo", "Chi bộ bản Suối Đá"),
        ("Nguyễn Văn Bình - so gtvt", "Nguyễn Văn Bình", "so gtvt"),
        ("Giàng A Páo\nChi bộ bản Suối Đá", "Giàng A Páo", "Chi bộ bản Suối Đá"),
        ("Hạnh (ban dân vận)", "Hạnh", "ban dân vận"),
        ("Lan, hội phụ nữ, xã Hồng Nam", "Lan", "hội phụ nữ, xã Hồng Nam"),
        ("Bình, Báo Hưng Yên", "Bình", "Báo Hưng Yên"),
        ("Giàng A Páo, Suối Đá", "Giàng A Páo", "Suối Đá"),
    ],
)
def test_name_and_unit_stand_apart(said: str, name: str, unit: str) -> None:
    assert split_name_and_unit(said) == (name, unit)


@pytest.mark.parametrize(
    ("said", "name", "unit"),
    [
        ("Lan hội phụ nữ xã", "Lan", "hội phụ nữ xã"),
        ("lan doan xa hong nam", "lan", "doan xa hong nam"),
        ("Bình cb suối đá", "Bình", "cb suối đá"),
        ("Binh duk", "Binh", "duk"),
        ("Đoàn Văn Bình chi bộ 3", "Đoàn Văn Bình", "chi bộ 3"),
        ("Nguyễn Xuân Trường trường THPT Nậm Có", "Nguyễn Xuân Trường", "trường THPT Nậm Có"),
        ("nguyen thi phuong so gtvt", "nguyen thi phuong", "so gtvt"),
        ("nguyen van tai hoi nong dan", "nguyen van tai", "hoi nong dan"),
        ("Lan ở hội phụ nữ xã Hồng Nam, tỉnh Hưng Yên", "Lan",
         "hội phụ nữ xã Hồng Nam, tỉnh Hưng Yên"),
    ],
)  # fmt: skip
def test_a_unit_begins_with_a_word_of_units(said: str, name: str, unit: str) -> None:
    assert split_name_and_unit(said) == (name, unit)


@pytest.mark.parametrize(
    ("said", "name", "unit"),
    [
        ("tôi là Lan, hội nông dân phường Thường Thạnh", "Lan",
         "hội nông dân phường Thường Thạnh"),
        ("Chào em, tôi là Lan, hội phụ nữ xã", "Lan", "hội phụ nữ xã"),
        ("toi la Binh o so noi vu", "Binh", "so noi vu"),
        ("Họ và tên: Lan\nĐơn vị: Chi bộ thôn 3", "Lan", "Chi bộ thôn 3"),
        ("đ/c Hạnh, ban dân vận", "Hạnh", "ban dân vận"),
        ("chị Mai - đoàn thanh niên xã", "Mai", "đoàn thanh niên xã"),
        ("La Văn Cầu, chi bộ 3", "La Văn Cầu", "chi bộ 3"),
        ("Chu Văn Bình, trường thcs Nậm Có", "Chu Văn Bình", "trường thcs Nậm Có"),
    ],
)  # fmt: skip
def test_what_people_say_around_a_name_is_left_out(said: str, name: str, unit: str) -> None:
    assert split_name_and_unit(said) == (name, unit)


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Giàng A Páo, Bí thư Chi bộ bản Suối Đá", "Chi bộ bản Suối Đá"),
        ("Giàng A Páo bí thư chi bộ bản Suối Đá", "chi bộ bản Suối Đá"),
        ("Giàng A Páo, Bí thư, Chi bộ bản Suối Đá, xã Nậm Có", "Chi bộ bản Suối Đá, xã Nậm Có"),
        ("Giàng A Páo trưởng bản Suối Đá", "bản Suối Đá"),
        ("Chi bộ bản Suối Đá, xã Nậm Có, Giàng A Páo", "Chi bộ bản Suối Đá, xã Nậm Có"),
        ("Bí thư chi bộ bản Suối Đá - Giàng A Páo", "chi bộ bản Suối Đá"),
    ],
)
def test_positions_and_the_order_of_the_two_do_not_matter(said: str, unit: str) -> None:
    assert split_name_and_unit(said) == ("Giàng A Páo", unit)


@pytest.mark.parametrize(
    "said",
    ["", "?", "12", "alo", "Giàng A Páo", "Lan, ", "chi bộ bản Suối Đá", "hội phụ nữ xã",
     "tôi là bí thư chi bộ bản Suối Đá", "Chào em, cho hỏi",
     "Nuôi ong lấy mật dưới tán rừng quế, chi bộ 3"],
)  # fmt: skip
def test_one_without_the_other_is_refused(said: str) -> None:
    with pytest.raises(Refused, match="name-and-unit"):
        split_name_and_unit(said)


@pytest.mark.parametrize(
    "said", ["tìm ĐUK", "tim duk", "Tìm kiếm sở y tế", "thành viên Sở Y tế", "mã mời Sở Y tế"]
)
def test_what_asks_for_something_is_nobodys_name(said: str) -> None:
    with pytest.raises(Refused, match="name-and-unit"):
        split_name_and_unit(said)


@pytest.mark.parametrize(
    ("said", "name"), [("Tím, Sở Y tế", "Tím"), ("Đặng Kỳ Sở Y tế", "Đặng Kỳ"), ("Tim, sở", "Tim")]
)
def test_names_that_are_like_it_are_names(said: str, name: str) -> None:
    assert split_name_and_unit(said)[0] == name


@given(NAMES, APART, UNITS)
def test_a_name_before_a_unit_is_told_from_it(name: str, apart: str, unit: str) -> None:
    assert split_name_and_unit(f"{name}{apart}{unit}") == (name, unit)


@given(st.text())
def test_any_text_is_two_parts_or_refused(said: str) -> None:
    try:
        name, unit = split_name_and_unit(said)
    except Refused:
        return

    assert name
    assert unit
