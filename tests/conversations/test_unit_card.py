"""A unit's card, line by line."""

from dataclasses import replace
from typing import Any

import pytest

from conversations import acts
from conversations.organising.card import unit_card
from conversations.organising.changes import listed, say_members
from rules.members import About
from rules.person import Membership, Unit
from rules.unit_card import Part, Period, Succession, UnitCard, YearOfUnit
from rules.unit_requests import CardOf, HistoryOf, UnitsBelow, UnitsOfMine
from tests.conversations.alone import FRONT, SECRETARY, SUOI_DA, somebody, strict

CARD = UnitCard(SUOI_DA, names=(Period(SUOI_DA.name, "2020-01-01"),), role="officer")
OLD, OTHER = "Chi bộ bản Đá", "Chi bộ Bản Mới"
HEADING = "Đã đăng ký, tính cả đơn vị trực thuộc:"


def lines(card: UnitCard, *years: YearOfUnit) -> list[str]:
    """Return the card as it is read."""
    s = replace(somebody().situation, facts={HistoryOf(SUOI_DA.id): years})
    return unit_card(s, card).text.splitlines()


def labels(subject: str, facts: dict[Any, Any], act: str) -> list[str]:
    """Return the buttons that come of an act."""
    s = replace(somebody().situation, facts=facts)
    return [o.label for row in acts.do(s, act, subject).says[0].rows for o in row]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((Part(SUOI_DA.name, 5),), "• Năm 2021: 5 mô hình"),
        ((Part(OLD, 5),), f"• Năm 2021: 5 mô hình – {OLD} (cũ)"),
        ((Part(OTHER, 5, former=True),), f"• Năm 2021: 5 mô hình – {OTHER} (cũ)"),
        (
            (Part(SUOI_DA.name, 2), Part(OTHER, 3, former=True)),
            f"• Năm 2021: 5 mô hình ({SUOI_DA.name}: 2; {OTHER} (cũ): 3)",
        ),
    ],
)
def test_a_year_is_told_under_the_names_of_that_year(parts: tuple[Part, ...], said: str) -> None:
    assert lines(CARD, YearOfUnit(2021, 5, parts))[-2:] == [HEADING, said]


@pytest.mark.parametrize(
    ("count", "exemplars", "said"),
    [
        (131, 9, "• Năm 2024: 122 mô hình, 9 điển hình"),
        (122, 0, "• Năm 2024: 122 mô hình"),
        (9, 9, "• Năm 2024: 9 điển hình"),
    ],
)
def test_row_0_19_models_and_exemplars_are_told_apart(
    count: int, exemplars: int, said: str
) -> None:
    year = YearOfUnit(2024, count, (Part(SUOI_DA.name, count),), exemplars)

    assert lines(CARD, year)[-1] == said


def test_row_3_15_a_total_is_written_as_it_is_printed() -> None:
    part = Part("Tỉnh Yên Bái", 2943, former=True)

    assert lines(CARD, YearOfUnit(2021, 2943, (part,)))[-1] == (
        "• Năm 2021: 2.943 mô hình – Tỉnh Yên Bái (cũ)"
    )


def test_a_long_history_is_cut() -> None:
    years = [YearOfUnit(2027 - n, 1, (Part(SUOI_DA.name, 1),)) for n in range(10)]

    assert lines(CARD, *years)[-1] == "• Năm 2021: 1 mô hình"


def test_names_before_and_names_to_come_are_told_with_their_days() -> None:
    names = (
        Period(OLD, "2020-01-01", "2025-07-01"),
        Period(SUOI_DA.name, "2025-07-01", "2027-07-01"),
        Period(OTHER, "2027-07-01"),
    )

    assert lines(replace(CARD, names=names))[1:3] == [
        f"• Tên cũ: {OLD} (đến hết 30/6/2025)",
        f"• Tên từ 1/7/2027: {OTHER}",
    ]


def test_a_unit_that_ended_says_who_took_over_and_offers_no_change() -> None:
    ended = replace(
        CARD, ended="2025-07-01", role="office", after=(Succession(FRONT, "2025-07-01"),)
    )
    s = replace(somebody().situation, facts={HistoryOf(SUOI_DA.id): ()})
    say = unit_card(s, ended)

    assert f"• Kết thúc từ 1/7/2025; kế thừa: {FRONT.name}" in say.text
    assert [option.label for row in say.rows for option in row] == ["Tìm đơn vị khác"]


def test_of_many_units_below_the_first_are_offered() -> None:
    below = tuple(Unit(f"u{n}", f"Chi bộ {n}") for n in range(9))
    shown = labels(SUOI_DA.id, {UnitsBelow(SUOI_DA.id): below}, "units-below")

    assert shown == [*(f"Chi bộ {n}" for n in range(7)), "Tìm đơn vị khác"]


def test_of_several_units_of_ones_own_it_is_asked_which() -> None:
    person = somebody().situation.person
    hats = (SECRETARY, Membership(FRONT, "Trưởng ban", "officer", confirmed=True))
    s = replace(somebody().situation, person=replace(person, memberships=hats))
    (say,) = acts.do(s, "organisation").says

    assert [o.label for row in say.rows for o in row][:2] == [SUOI_DA.name, FRONT.name]


def test_whoever_is_not_confirmed_sees_no_organisation() -> None:
    person = somebody().situation.person
    asked = replace(person, memberships=(replace(SECRETARY, confirmed=False),))
    (say,) = acts.do(replace(somebody().situation, person=asked), "organisation").says

    assert "chưa được xác nhận" in say.text


def test_a_unit_that_is_not_theirs_is_not_there() -> None:
    s = replace(somebody().situation, facts={CardOf("x"): None, UnitsOfMine("x"): ()})

    assert acts.do(s, "organisation", "x").says[0].text.startswith("Trợ lý không thấy")


def test_of_several_units_called_alike_it_is_asked_which() -> None:
    found = (SUOI_DA, Unit("u2", "Chi bộ bản Suối"))
    facts = {CardOf("suối"): None, UnitsOfMine("suối"): found}

    assert labels("suối", facts, "organisation") == [*(u.name for u in found), "Tìm đơn vị khác"]


def test_names_and_numbers_are_written_as_they_are_here() -> None:
    _ = strict("vi")

    assert listed(["A"], _) == "“A”"
    assert listed(["A", "B", "C"], _) == "“A”, “B” và “C”"
    said = [say_members(4600, _, about=about) for about in About]
    assert said == ["4.600", "hơn 4.600", "khoảng 4.600"]
