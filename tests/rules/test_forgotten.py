import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.forgotten import Forgotten

PAO = Forgotten("Giàng A Páo", "+84912000001", "(đã xóa)")
TEXTS = {
    "đồng chí Giàng A Páo làm trước": "đồng chí (đã xóa) làm trước",
    "dong chi giang a pao lam truoc": "dong chi (đã xóa) lam truoc",
    "GIÀNG A PÁO, bí thư": "(đã xóa), bí thư",
    "gọi 0912 000 001 hoặc 0912000001": "gọi (đã xóa) hoặc (đã xóa)",
    "Giàng A Páo": "(đã xóa)",
    "gọi +84912000001": "gọi (đã xóa)",
    "họ Giàng A Páox không phải": "họ Giàng A Páox không phải",
    "Páo và Giàng": "Páo và Giàng",
    "số 10912000001": "số 10912000001",
    "": "",
}


@pytest.mark.parametrize(("text", "left"), TEXTS.items())
def test_name_and_phone_are_taken_out_as_people_write_them(text: str, left: str) -> None:
    assert PAO.taken_out_of(text) == left


def test_a_name_of_one_word_is_a_word_like_any_other() -> None:
    assert Forgotten("Lan", "", "…").taken_out_of("Lan tỏa phong trào") == "Lan tỏa phong trào"


def test_a_name_of_one_word_is_meant_where_it_stands_for_the_person() -> None:
    assert Forgotten("Lan", "", "…").is_meant_by("lan")
    assert not Forgotten("", "", "…").is_meant_by("")


def test_nobody_is_taken_out_of_nothing() -> None:
    assert Forgotten("", "", "…").taken_out_of("Nuôi ong") == "Nuôi ong"


@given(st.text(), st.text())
def test_nothing_is_left_whatever_stands_around(before: str, behind: str) -> None:
    left = PAO.taken_out_of(f"{before} Giàng A Páo {behind}")

    assert "Giàng A Páo" not in left
    assert PAO.taken_out_of(left) == left
