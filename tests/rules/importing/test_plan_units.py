"""What a list of units makes of the units there are."""

from rules.importing.known import KnownPerson
from rules.programme import Programme
from tests.hamlet import programme
from tests.rules.importing.tables import plan, unit, wrong

KHOI = unit("khoi", "Đảng ủy Khối", type="dang_bo", key="K")
TU_PHAP = unit("tp", "Chi bộ Sở Tư pháp", type="chi_bo", parent="khoi", short="STP", members=30)
HEAD = "Mã|Tên đơn vị|Loại|Trực thuộc|Số ĐV|Tên ngắn|Phụ trách\n"

ON_TOP = (0, "", "on-top")


def strict() -> Programme:
    base = programme()
    fields = {each: getattr(base, each) for each in base.__slots__}
    return type(base)(**{**fields, "unit_parents": (("chi_bo", ("dang_bo",)),)})


def test_a_unit_above_may_stand_further_down_in_the_list() -> None:
    found = plan(HEAD + "|Chi bộ A|Chi bộ|Đảng bộ B\n|Đảng bộ B|Đảng bộ|")

    below, above = found.units
    assert found.problems == []
    assert (below.new, below.parent, above.parent) == (True, above.id, "")


def test_a_unit_above_is_known_by_code_by_name_or_for_short() -> None:
    found = plan(HEAD + "|Chi bộ A|Chi bộ|K\n|Chi bộ B|Chi bộ|dang uy khoi\n|Chi bộ C|CB|", KHOI)

    assert [each.parent for each in found.units] == ["khoi", "khoi", ""]


def test_the_same_list_again_changes_nothing() -> None:
    found = plan(HEAD + "|Chi bộ Sở Tư pháp|Chi bộ|Đảng ủy Khối|30|STP", KHOI, TU_PHAP)

    (each,) = found.units
    assert (each.id, each.new, set(each.changed)) == ("tp", False, set())
    assert (found.changes, found.problems, found.untouched) == ([], [], 1)


def test_what_is_told_otherwise_is_a_change_from_old_to_new() -> None:
    found = plan(HEAD + "|Chi bộ sở Tư Pháp|Đảng bộ||hơn 40|", KHOI, TU_PHAP)

    (each,) = found.units
    assert each.changed == {"name", "type", "members"}
    assert [(c.column, c.old, c.new) for c in found.changes] == [
        ("name", "Chi bộ Sở Tư pháp", "Chi bộ sở Tư Pháp"),
        ("type", "Chi bộ cơ sở", "Đảng bộ cơ sở"),
        ("members", "30", ">40"),
    ]


def test_a_code_says_which_unit_it_is_whatever_it_is_called_now() -> None:
    found = plan(HEAD + "K|Đảng ủy các cơ quan Đảng|Đảng bộ||", KHOI)

    (each,) = found.units
    assert (each.id, each.new, set(each.changed)) == ("khoi", False, {"name"})


def test_the_same_name_under_another_unit_is_another_unit() -> None:
    found = plan(HEAD + "|Chi bộ Sở Tư pháp|Chi bộ|Đảng bộ B|\n|Đảng bộ B|Đảng bộ||", KHOI, TU_PHAP)

    assert [each.new for each in found.units] == [True, True]
    assert wrong(found.problems) == [(2, "name", "namesake"), ON_TOP]
    assert not found.problems[0].stops


def test_a_list_without_units_above_finds_the_only_unit_of_a_name() -> None:
    found = plan(HEAD + "|Chi bộ Sở Tư pháp|||", KHOI, TU_PHAP)

    (each,) = found.units
    assert (each.id, each.parent, set(each.changed)) == ("tp", "khoi", set())


def test_a_new_unit_stands_under_the_office_that_imports_it() -> None:
    found = plan(HEAD + "|Chi bộ A|Chi bộ|||", KHOI, under="khoi")

    assert found.units[0].parent == "khoi"


def test_a_committee_of_its_own_is_said_to_go_below_the_office() -> None:
    rows = "|Đảng ủy Khối các cơ quan|Đảng bộ|\n|Chi bộ A|Chi bộ|Đảng ủy Khối các cơ quan"
    found = plan(HEAD + rows, KHOI, under="khoi")

    assert wrong(found.problems) == [(2, "name", "goes-below")]
    assert dict(found.problems[0].details) == {"above": "Đảng ủy Khối"}
    assert not found.problems[0].stops


def test_a_committee_of_the_office_s_own_name_is_that_unit() -> None:
    top = unit("top", "Đảng uỷ Khối các cơ quan")
    rows = "K|đảng ủy KHỐI các cơ quan|Đảng bộ||40\n|Chi bộ A|Chi bộ|K"
    found = plan(HEAD + rows, top, under="top")

    assert [(each.id, each.parent) for each in found.units] == [("top", ""), ("new1", "top")]
    assert {"key", "type", "members"} <= found.units[0].changed
    assert found.problems == []


def test_a_unit_that_stands_twice_in_the_list_is_said_with_both_rows() -> None:
    found = plan(HEAD + "|Chi bộ A|Chi bộ|\n|chi bo a|Chi bộ|")

    assert wrong(found.problems) == [(3, "name", "twice")]
    assert dict(found.problems[0].details) == {"other": "2"}


def test_units_that_stand_under_each_other_are_refused() -> None:
    found = plan(HEAD + "|A|Chi bộ|B\n|B|Chi bộ|A\n|C|Chi bộ|C")

    assert wrong(found.problems) == [(n, "parent", "parent-circle") for n in (2, 3, 4)]


def test_a_known_unit_cannot_be_put_under_one_of_its_own() -> None:
    found = plan(HEAD + "K|Đảng ủy Khối||Chi bộ Sở Tư pháp|", KHOI, TU_PHAP)

    assert wrong(found.problems) == [(2, "parent", "parent-circle")]


def test_a_unit_above_that_nobody_knows_is_a_problem_with_a_suggestion() -> None:
    found = plan(HEAD + "|Chi bộ A|Chi bộ|Đảng ủy Khốii|", KHOI)

    assert wrong(found.problems) == [(2, "parent", "parent-unknown")]
    assert "Đảng ủy Khối" in dict(found.problems[0].details)["like"]


def test_a_unit_above_of_which_there_are_two_is_a_problem() -> None:
    twins = unit("a", "Chi bộ 1", parent="x"), unit("b", "Chi bộ 1", parent="y")
    found = plan(HEAD + "|Tổ 5|Chi bộ|Chi bộ 1|", *twins)

    assert wrong(found.problems) == [(2, "parent", "parent-several")]


def test_a_type_that_may_not_stand_there_is_refused() -> None:
    found = plan(HEAD + "|Chi bộ A|Chi bộ|Chi bộ Sở Tư pháp|", KHOI, TU_PHAP, of=strict())

    assert wrong(found.problems) == [(2, "parent", "parent-type")]


def test_a_name_tells_the_type_where_no_column_does() -> None:
    found = plan("Tên đơn vị\nChi bộ bản Cốc\nSở Y tế")

    assert [each.type for each in found.units] == ["chi_bo", ""]
    assert wrong(found.problems) == [(3, "type", "type-missing"), ON_TOP]


def test_who_is_in_charge_is_told_by_name_or_by_phone() -> None:
    hanh = KnownPerson("hanh", "Trần Thị Hạnh", "+84912000009")
    other = KnownPerson("hanh2", "Trần Thị Hạnh", "+84912000010")
    row = HEAD + "|Chi bộ A|Chi bộ||||{0}"

    assert plan(row.format("đ/c tran thi hanh"), people=(hanh,)).units[0].staff == "hanh"
    assert plan(row.format("0912 000 010"), people=(hanh, other)).units[0].staff == "hanh2"
    for words, reason in (("Hạnh", "staff-unknown"), ("Trần Thị Hạnh", "staff-several")):
        found = plan(row.format(words), people=(hanh, other))
        assert wrong(found.problems) == [(2, "staff", reason)]


def test_units_of_other_offices_are_left_alone() -> None:
    other = unit("other", "Đảng ủy Khối B", held="")
    found = plan(
        HEAD + "|Đảng ủy Khối B|Đảng bộ||\n|Chi bộ A|Chi bộ|Đảng ủy Khối B|\n|Chi bộ C|Chi bộ|",
        *(KHOI, other),
        everything=False,
        under="khoi",
    )

    assert wrong(found.problems) == [(2, "name", "outside"), (3, "name", "outside")]


def test_who_serves_several_units_says_under_which_a_new_one_stands() -> None:
    found = plan(HEAD + "|Chi bộ A|Chi bộ||", KHOI, everything=False)

    assert wrong(found.problems) == [(2, "name", "parent-missing")]


def test_a_unit_cannot_be_moved_out_of_ones_own() -> None:
    other = unit("other", "Đảng ủy Khối B", held="")
    found = plan(
        HEAD + "|Chi bộ Sở Tư pháp|||\n|Chi bộ Sở Tư pháp|Chi bộ|Đảng ủy Khối B|",
        *(KHOI, TU_PHAP, other),
        everything=False,
    )

    assert (3, "name", "outside") in wrong(found.problems)


def test_a_long_chain_of_units_is_no_trouble() -> None:
    rows = "\n".join(f"|Tổ {n}|Chi bộ|Tổ {n - 1}|" for n in range(1, 5000))
    found = plan(HEAD + "|Tổ 0|Chi bộ|\n" + rows)

    assert found.problems == []
    assert len(found.units) == 5000


def test_a_list_of_one_name_and_nothing_else_is_no_trouble_either() -> None:
    found = plan(HEAD + "\n".join("|A|Chi bộ|A|" for _ in range(3000)))

    assert {problem.reason for problem in found.problems} == {"parent-circle"}
