import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.citizens import names_citizens


@pytest.mark.parametrize(
    "content",
    [
        "giúp hộ ông Giàng A Páo làm nhà",
        "Bà Nguyễn Thị Lan hiến 200 m2 đất",
        "hộ Vàng A Chư",
        "gia đình anh Lò Văn Bình",
        "ông bà Lò Văn Bình",
        "gia đình liệt sĩ Lò Văn Bình",
        "gia đình thương binh Nguyễn Văn Ba, phường Hiến Nam",
        "giup ho ong Giang A Pao",
        "CCCD 001085012345",
        "số 001 085 012 345",
    ],
)
def test_a_full_name_or_an_identity_number_is_hinted_at(content: str) -> None:
    assert names_citizens(content)


@pytest.mark.parametrize(
    "content",
    [
        "Chi bo van dong 12 ho nuoi ong, dang vien lam truoc 3 ho, moi ho 5 dan.",
        "12 hộ nghèo, 5 hộ Đảng viên",
        "Hỗ Trợ Hộ Nghèo Làm Nhà",
        "Bà Rịa Vũng Tàu",
        "gia đình thương binh ở phường Hiến Nam",
        "phường Hai Bà Trưng, Hà Nội",
        "ông bà mẫu mực, con cháu thảo hiền",
        "nuoi ong Lay Mat",
        "Hội Nông Dân Xã",
        "0912000001",
        "200000000000 đồng",
        "",
    ],
)
def test_households_places_and_phones_are_not(content: str) -> None:
    assert not names_citizens(content)


@given(st.text(), st.text())
def test_an_identity_number_is_seen_in_any_text(before: str, after: str) -> None:
    assert names_citizens(f"{before} số 001085012345, {after}")
