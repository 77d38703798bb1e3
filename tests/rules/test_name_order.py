"""Units stand in lists as people look for them."""

from rules.name_order import name_order


def test_number_2_stands_before_number_10() -> None:
    names = ["Chi bộ số 10", "Chi bộ số 2", "Chi bộ số 1"]

    assert sorted(names, key=name_order) == ["Chi bộ số 1", "Chi bộ số 2", "Chi bộ số 10"]


def test_marks_and_capitals_do_not_part_what_belongs_together() -> None:
    names = ["Đảng bộ Sở Y tế", "đảng bộ sở nội vụ", "Chi bộ Báo"]

    assert sorted(names, key=name_order) == ["Chi bộ Báo", "đảng bộ sở nội vụ", "Đảng bộ Sở Y tế"]
