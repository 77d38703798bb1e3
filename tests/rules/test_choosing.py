import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.choosing import meant
from rules.refused import Refused

FIELDS = [
    ["Xây dựng Đảng, hệ thống chính trị", "XDĐ, HTCT", "XDĐ"],
    ["Phát triển kinh tế", "KT", "kinh tế"],
    ["Văn hóa – xã hội", "VH-XH", "VHXH"],
    ["Quốc phòng – an ninh", "QP-AN"],
]
CONSENT = [["Đồng ý", "có"], ["Không đồng ý (đăng ký bằng phiếu giấy như trước)", "không"]]


@pytest.mark.parametrize(
    ("said", "index"),
    [
        ("2", 1),
        ("2.", 1),
        ("số 2 ạ", 1),
        ("chọn mục 3 nhé", 2),
        ("kinh te", 1),
        ("Em chọn phát triển kinh tế ạ", 1),
        ("thuộc lĩnh vực kinh tế", 1),
        ("vh xh", 2),
        ("VH - XH", 2),
        ("an ninh", 3),
        ("xây dựng đảng", 0),
    ],
)
def test_a_choice_is_named_in_many_ways(said: str, index: int) -> None:
    assert meant(said, FIELDS, loose=True) == index


@pytest.mark.parametrize("said", ["", "0", "5", "17", "làm ruộng", "không phải kinh tế", "()"])
def test_what_names_none_is_refused(said: str) -> None:
    with pytest.raises(Refused) as refused:
        meant(said, FIELDS, loose=True)

    assert refused.value.reason == "not-a-choice"


def test_what_names_several_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        meant("kinh tế và văn hóa xã hội", FIELDS, loose=True)

    assert refused.value.reason == "choose-one"


@pytest.mark.parametrize(
    ("said", "index"),
    [("đồng ý", 0), ("tôi đồng ý ạ", 0), ("có em", 0), ("KHONG DONG Y", 1), ("dạ không", 1)],
)
def test_a_yes_and_a_no_are_understood_whole(said: str, index: int) -> None:
    assert meant(said, CONSENT, loose=False) == index


@pytest.mark.parametrize(
    "said", ["chưa đồng ý", "đồng ý gì", "đăng ký", "phiếu giấy", "không biết có nên đồng ý"]
)
def test_half_of_a_yes_decides_nothing(said: str) -> None:
    with pytest.raises(Refused):
        meant(said, CONSENT, loose=False)


@given(st.text(), st.booleans())
def test_whatever_is_said_it_is_one_of_them_or_refused(said: str, loose: bool) -> None:  # noqa: FBT001 - drawn
    try:
        index = meant(said, FIELDS, loose=loose)
    except Refused:
        return
    assert 0 <= index < len(FIELDS)
