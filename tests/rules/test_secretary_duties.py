"""What the officers of a cell are reminded of by the guidance on its meetings, and when not."""

import datetime as dt

import pytest

from rules.country_calendar import CountryCalendar
from rules.meeting import Kind
from rules.meeting_patterns import pattern_of
from rules.occurrences import Due
from rules.person import Unit
from rules.secretary_duties import (
    Cell,
    OnCalendar,
    RegularMissing,
    ResidenceAsked,
    ThematicMissing,
    Today,
    dues_of,
)

UNIT = Unit("suoi-da", "Chi bộ bản Suối Đá")
HELD = OnCalendar("h1", "regular", dt.date(2027, 3, 5), "2027-03")  # a Friday
DAY_MS = 86_400_000
STEPS = ("residence", "residence-again")


def on(day: str) -> Today:
    return Today(dt.date.fromisoformat(day), CountryCalendar(), dt.UTC)


def meeting(day: str, kind: Kind = "regular") -> OnCalendar:
    return OnCalendar(f"h-{day}", kind, dt.date.fromisoformat(day), day[:7])


def due(cell: Cell, step: str, day: str) -> list[Due]:
    return [one for one in dues_of(cell, ["pao"], on(day)) if one.key.step == step]


def test_minutes_and_result_are_asked_for_the_day_after_and_of_no_use_after_two_days() -> None:
    (one,) = due(Cell(UNIT, [HELD]), "upload", "2027-03-06")

    assert (one.day, one.urgent, one.matter) == (dt.date(2027, 3, 6), True, "duty-upload:suoi-da")
    assert one.until == on("2027-03-08").starts(dt.date(2027, 3, 8))


def test_of_meetings_of_the_committee_and_of_long_ago_nothing_is_asked() -> None:
    others = [meeting("2027-03-05", "committee"), meeting("2027-02-05")]

    assert due(Cell(UNIT, others), "upload", "2027-03-06") == []


@pytest.mark.parametrize(("day", "kind"), [("2027-01-20", "thematic"), ("2027-03-30", "thematic")])
def test_row_4_12_a_thematic_meeting_held_or_planned_counts_for_the_quarter(
    day: str, kind: Kind
) -> None:
    (one,) = due(Cell(UNIT, [HELD, meeting(day, kind)]), "thematic", "2027-03-01")

    assert one.why == "met"


def test_row_4_12_a_quarter_without_one_is_told_on_the_first_working_day_of_its_last_month() -> (
    None
):
    (one,) = due(Cell(UNIT, [HELD, meeting("2026-12-20", "thematic")]), "thematic", "2027-03-01")
    (august,) = due(Cell(UNIT, [HELD]), "thematic", "2026-09-01")

    assert (one.why, one.day, one.facts) == (
        "",
        dt.date(2027, 3, 1),
        ThematicMissing(UNIT, 2027, 1),
    )
    assert august.day == dt.date(2026, 9, 3)  # 1 and 2 September are days off
    assert due(Cell(UNIT, [HELD]), "thematic", "2027-02-01") == []


def test_a_quarterly_series_is_a_thematic_meeting_of_every_quarter() -> None:
    cell = Cell(UNIT, [HELD], [("thematic", pattern_of("q2 d5"))])

    (one,) = due(cell, "thematic", "2027-03-01")

    assert one.why == "met"


def test_a_month_without_a_regular_meeting_is_told_on_the_25th_of_the_month_before() -> None:
    (missing,) = due(Cell(UNIT, [HELD]), "regular", "2027-03-25")
    (planned,) = due(Cell(UNIT, [HELD, meeting("2027-04-04")]), "regular", "2027-03-25")
    (always,) = due(Cell(UNIT, [HELD], [("regular", pattern_of("m d3"))]), "regular", "2027-03-25")

    assert (missing.day, missing.facts) == (dt.date(2027, 3, 25), RegularMissing(UNIT, "2027-04"))
    assert (missing.why, planned.why, always.why) == ("", "met", "met")


def test_each_duty_is_a_matter_of_its_own_to_mute() -> None:
    matters = {one.matter for one in dues_of(Cell(UNIT, [HELD]), ["pao"], on("2027-03-06"))}

    assert matters == {"duty-upload:suoi-da", "duty-thematic:suoi-da", "duty-regular:suoi-da"}


def test_row_4_27_whether_opinions_of_where_members_live_are_here_is_asked_in_december() -> None:
    first, again = (due(Cell(UNIT), step, "2027-12-02")[0] for step in STEPS)

    assert due(Cell(UNIT), "residence", "2027-11-30") == []
    assert (first.day, first.facts) == (dt.date(2027, 12, 1), ResidenceAsked(UNIT, 2027))
    assert (again.day, again.why) == (dt.date(2027, 12, 20), "")
    assert again.until == on("2027-12-02").starts(dt.date(2028, 1, 1))


def test_row_4_27_a_yes_ends_it_for_the_year_and_a_no_does_not() -> None:
    yes, no = (Cell(UNIT, said={("residence", "2027"): said}) for said in (True, False))

    assert [due(yes, step, "2027-12-20")[0].why for step in STEPS] == ["met", "met"]
    assert [due(no, step, "2027-12-20")[0].why for step in STEPS] == ["", ""]
    assert due(yes, "residence", "2028-12-01")[0].why == ""


def test_row_4_25_who_writes_in_a_notebook_is_not_asked_to_upload() -> None:
    (one,) = due(Cell(UNIT, [HELD], said={("notebook", ""): True}), "upload", "2027-03-06")

    assert one.why == "met"
