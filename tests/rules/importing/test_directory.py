import pytest

from rules.importing.directory import Directory, Entered
from rules.refused import Refused

UNITS = [
    Entered("gtvt", "Sở Giao thông vận tải"),
    Entered("tp", "Chi bộ Sở Tư pháp"),
    Entered("tp", "STP"),
    Entered("cqdn", "Đảng ủy Khối cơ quan và doanh nghiệp"),
    Entered("hoa1", "Chi bộ thôn Hòa"),
    Entered("hoa2", "Chi bộ thôn Hoa"),
    Entered("ubnd", "UBND xã Mường Mẫu"),
]


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("Sở Giao thông vận tải", "gtvt"),
        ("so giao thong van tai", "gtvt"),
        ("Sở GTVT", "gtvt"),
        ("sở gtvt", "gtvt"),
        ("STP", "tp"),
        ("ĐUK CQ&DN", "cqdn"),
        ("Đảng uỷ Khối CQDN", "cqdn"),
        ("Uỷ ban nhân dân xã Mường Mẫu", "ubnd"),
        ("Chi bộ thôn Hoà", "hoa1"),
        ("Chi bộ thôn Hoa", "hoa2"),
    ],
)
def test_a_unit_is_found_by_its_name_or_its_first_letters(said: str, unit: str) -> None:
    assert Directory(UNITS).only(said) == unit


def test_two_units_of_one_name_are_told_apart_by_nobody() -> None:
    with pytest.raises(Refused) as refused:
        Directory(UNITS).only("chi bo thon hoa tiet")
    assert refused.value.reason == "unit-unknown"

    with pytest.raises(Refused) as refused:
        Directory([Entered("a", "Chi bộ 1"), Entered("b", "Chi bộ 1")]).only("Chi bộ 1")
    assert refused.value.reason == "unit-several"


def test_a_guess_is_only_suggested() -> None:
    with pytest.raises(Refused) as refused:
        Directory(UNITS).only("Sở Giao thông vận tả")

    assert refused.value.reason == "unit-unknown"
    assert "Sở Giao thông vận tải" in str(refused.value.details["like"])


@pytest.mark.parametrize("said", ["", "   ", "!!!", "Sở"])
def test_nothing_is_found_for_words_that_name_no_unit(said: str) -> None:
    with pytest.raises(Refused, match="unit-unknown"):
        Directory(UNITS).only(said)
