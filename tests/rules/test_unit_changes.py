from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.members import About
from rules.programme import Programme
from rules.refused import Refused
from rules.unit_changes import (
    Child,
    UnitState,
    check_day,
    check_heirs,
    check_last_day,
    check_name,
    check_parent,
    check_there,
    check_type,
    members_together,
)
from tests.hamlet import programme

EXACT, OVER, ROUGHLY = About

FIRST, CHANGED, LATER = "2020-01-01", "2025-07-01", "2027-01-01"
BRANCH = UnitState("b", "Chi bộ bản Suối Đá", "chi_bo", FIRST, CHANGED, above=("c", "p"))
COMMUNE = UnitState("c", "Đảng bộ xã Mường Mẫu", "dang_bo", FIRST, FIRST, above=("p",))
PROVINCE = UnitState("p", "Tỉnh Yên Bái", "tinh", FIRST, FIRST)
ENDED = replace(BRANCH, ended=LATER)


def strict() -> Programme:
    """Return a programme in which a branch stands under a committee only."""
    given = programme()
    fields = {name: getattr(given, name) for name in Programme.__slots__}
    parents = (("chi_bo", ("dang_bo",)), ("dang_bo", ("tinh",)), ("tinh", ()))
    return Programme(**{**fields, "unit_parents": parents})


def reason(check: Callable[[], None]) -> str:
    """Return why something is refused, "" when it is not."""
    try:
        check()
    except Refused as refused:
        return refused.reason
    return ""


@pytest.mark.parametrize(
    ("unit", "day", "why"),
    [
        (BRANCH, CHANGED, ""),
        (BRANCH, LATER, ""),
        (BRANCH, "2019-12-31", "before-first-day"),
        (BRANCH, "2025-06-30", "changed-later"),
        (ENDED, LATER, "unit-ended"),
    ],
)
def test_a_unit_changes_from_its_last_change_on(unit: UnitState, day: str, why: str) -> None:
    assert reason(lambda: check_day(unit, day)) == why


def test_a_unit_does_not_end_on_its_first_day() -> None:
    assert reason(lambda: check_last_day(COMMUNE, FIRST)) == "before-first-day"
    assert reason(lambda: check_last_day(COMMUNE, "2020-01-02")) == ""


def test_who_takes_over_is_there_by_then() -> None:
    assert reason(lambda: check_there(COMMUNE, "2019-12-31")) == "before-first-day"
    assert reason(lambda: check_there(ENDED, LATER)) == "unit-ended"
    assert reason(lambda: check_there(BRANCH, FIRST)) == ""


@pytest.mark.parametrize("parent", [COMMUNE, replace(BRANCH, above=("c", "p"))])
def test_a_unit_does_not_go_below_itself(parent: UnitState) -> None:
    unit = replace(COMMUNE, type="")

    assert reason(lambda: check_parent(strict(), unit, parent, day=LATER)) == "unit-below-itself"


def test_a_unit_stands_only_where_its_type_may() -> None:
    assert reason(lambda: check_parent(strict(), BRANCH, COMMUNE, day=LATER)) == ""
    assert reason(lambda: check_parent(strict(), BRANCH, PROVINCE, day=LATER)) == "wrong-parent"


@pytest.mark.parametrize(
    ("type_", "parent"), [("", COMMUNE), ("chi_bo", replace(COMMUNE, type=""))]
)
def test_a_type_that_is_not_known_yet_stands_anywhere(type_: str, parent: UnitState) -> None:
    assert reason(lambda: check_type(strict(), "Chi bộ", type_, parent)) == ""


def test_row_3_14_a_unit_of_the_state_stands_beside_those_of_the_party() -> None:
    office = replace(BRANCH, id="u", name="UBND xã Mường Mẫu", type="ubnd")

    assert reason(lambda: check_parent(strict(), office, COMMUNE, day=LATER)) == ""


def test_no_two_units_beside_one_another_have_one_name() -> None:
    beside = [Child("x", "Chi bộ Bản Mới", "chi_bo")]

    assert reason(lambda: check_name("chi bộ bản mới", beside)) == "name-taken"
    assert reason(lambda: check_name("Chi bộ Bản Mới", beside, own=["x"])) == ""


def test_what_is_below_a_unit_that_ends_must_have_where_to_go() -> None:
    full = replace(COMMUNE, below=(Child("b", "Chi bộ", "chi_bo"),))
    other = replace(COMMUNE, id="d")

    assert reason(lambda: check_heirs(strict(), full, [])) == "units-below"
    assert reason(lambda: check_heirs(strict(), full, [other, other])) == "units-below"
    assert reason(lambda: check_heirs(strict(), full, [other])) == ""
    assert reason(lambda: check_heirs(strict(), full, [PROVINCE])) == "wrong-parent"


def test_nobody_below_a_unit_takes_over_from_it() -> None:
    assert reason(lambda: check_heirs(strict(), COMMUNE, [BRANCH])) == "heir-below"
    assert reason(lambda: check_heirs(strict(), COMMUNE, [COMMUNE])) == "unit-below-itself"


@pytest.mark.parametrize(
    ("counts", "together"),
    [
        ([(120, EXACT), (80, EXACT)], (200, EXACT)),
        ([(4600, OVER), (80, EXACT)], (4680, OVER)),
        ([(4600, OVER), (80, ROUGHLY)], (4680, ROUGHLY)),
        ([(120, EXACT), (0, EXACT)], (120, OVER)),
        ([(0, EXACT), (0, EXACT)], (0, EXACT)),
    ],
)
def test_members_add_up_and_are_no_more_exact_than_each_of_them(
    counts: list[tuple[int, About]], together: tuple[int, About]
) -> None:
    units = [replace(BRANCH, members=members, about=about) for members, about in counts]

    assert members_together(units) == together


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=5))
def test_no_member_is_lost_by_merging(counts: list[int]) -> None:
    assert members_together([replace(BRANCH, members=n) for n in counts]) == (sum(counts), EXACT)
