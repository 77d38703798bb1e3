import pytest

from rules.acts import may_act
from rules.permissions import Footing, Need, permits
from rules.person import Membership, Person, Role, Unit
from rules.roles import Held, holds, strongest
from rules.subjects import Subject, subjects_of
from rules.unit_commands import EndUnit, MergeUnits

A, B = Unit("a", "Chi bộ A"), Unit("b", "Chi bộ B")


@pytest.mark.parametrize(
    ("need", "footing", "permitted"),
    [
        ("anyone", Footing(), True),
        ("self", Footing(), True),
        ("place", Footing(), False),
        ("place", Footing(place=True), True),
        ("place", Footing("officer"), True),
        ("reader", Footing(place=True), False),
        ("reader", Footing("member"), True),
        ("reader", Footing(typed=True), True),
        ("author", Footing("member"), False),
        ("author", Footing("officer"), True),
        ("author", Footing(typed=True), True),
        ("officer", Footing("member", typed=True), False),
        ("office", Footing("officer"), False),
        ("office", Footing("admin"), True),
        ("admin", Footing("office"), False),
    ],
)
def test_each_need_is_met_by_what_it_says(need: Need, footing: Footing, *, permitted: bool) -> None:
    assert permits(need, footing) is permitted


@pytest.mark.parametrize(
    ("act", "role", "may"),
    [
        ("mine", "member", True),
        ("confirm", "member", False),
        ("confirm", "officer", True),
        ("rename", "officer", False),
        ("rename", "office", True),
    ],
)
def test_an_act_is_for_who_holds_its_role_somewhere(act: str, role: Role, *, may: bool) -> None:
    person = Person("p", memberships=(Membership(A), Membership(B, role=role, confirmed=True)))

    assert may_act(act, person) is may
    assert not may_act(act, person, agreed=False)


def test_a_role_only_asked_for_opens_no_act() -> None:
    assert not may_act("rename", Person("p", memberships=(Membership(A, role="admin"),)))
    assert may_act("data-erase", Person("p"), agreed=False)


def test_of_several_roles_the_strongest_counts() -> None:
    roles: list[Held] = ["member", "office", "", "officer"]

    assert strongest(roles) == "office"
    assert strongest([]) == ""
    assert not holds("", "member")


def test_a_command_about_several_units_is_about_each_of_them() -> None:
    merging = MergeUnits("a", ("b", "c"), "d", "", "2027-01-01")

    assert {one.id for one in subjects_of(merging)} == {"a", "b", "c", "d"}
    assert subjects_of(EndUnit("a", "", "2027-01-01")) == (Subject("unit", "a"),)


def test_a_confirmed_place_comes_before_one_only_asked_for() -> None:
    asked, confirmed = Membership(A), Membership(B, confirmed=True)

    assert Person("p", memberships=(asked, confirmed)).home() == confirmed
    assert Person("p", memberships=(asked,)).home() == asked
    assert Person("p").home() is None
