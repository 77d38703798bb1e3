import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.similar import similar

HONEY = "Nuôi ong lấy mật dưới tán rừng"
NAMES = st.text(st.sampled_from("nuôi ong lấy mật, Trồng quế")).filter(str.strip)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HONEY, "nuoi ong lay mat duoi tan rung"),
        (HONEY, "Mô hình nuôi ong lấy mật dưới tán rừng"),
        (HONEY, "Mô hình “Nuôi ong lấy mât duới tán rừg”"),
        (HONEY, "Nuôi ong mật dưới tán rừng"),
        (HONEY, "Tổ hợp tác nuôi ong lấy mật dưới tán rừng"),
        ("Tổ hợp tác nuôi lươn không bùn", "Nuôi lươn không bùn"),
        ("Cổng trường an toàn giao thông", "Cổng trường an toàn giao thông “Văn hóa xếp hàng"),
        ("5 không 3 sạch", "3 sạch 5 không"),
        ("Hũ gạo tình thương", "Đong đầy Hũ gạo tình thương"),
    ],
)
def test_a_name_said_otherwise_is_near(one: str, other: str) -> None:
    assert similar(one, [other]) == similar(other, [one]) == [0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HONEY, "Nuôi cá lồng trên sông"),
        (HONEY, "Nuôi gà dưới tán rừng"),
        (HONEY, "Nuôi ong"),
        ("Mô hình trồng nấm", "Mô hình trồng rừng"),
        ("Thắp sáng đường quê", "Ánh sáng đường quê"),
        ("Tổ tự quản an ninh trật tự", "Tổ tự quản bảo vệ môi trường"),
        ("Tuyến đường hoa", "Tuyến đường kiểu mẫu"),
    ],
)
def test_another_model_of_the_same_kind_is_not_near(one: str, other: str) -> None:
    assert similar(one, [other]) == similar(other, [one]) == []


def test_the_nearest_comes_first() -> None:
    others = ["Nuôi cá lồng", f"Tổ hợp tác {HONEY}", HONEY.upper(), f"{HONEY} tếch"]

    assert similar(HONEY, others) == [2, 3, 1]


@given(NAMES, st.lists(NAMES))
def test_the_same_name_is_always_near(name: str, others: list[str]) -> None:
    assert len(others) in similar(name, [*others, name])


@given(st.text(), st.lists(st.text()))
def test_only_places_in_the_list_are_returned(name: str, others: list[str]) -> None:
    found = similar(name, others)

    assert len(found) == len(set(found))
    assert set(found) <= set(range(len(others)))
