"""Targets of a programme: which are met, by which numbers, and how long there is left."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.opened import opened
from rules.person import Unit
from rules.programme import Programme, Target
from rules.programme_file import ProgrammeError, read_programme
from rules.summarising import summarise
from rules.summary import EntryNow, Summary, UnitNow
from rules.targets import Left, TargetNow, targets_now, time_left
from tests.hamlet import HERE, ZONE

FILE = HERE / "tests" / "rules" / "programmes" / "twelve-targets.toml"
MADE = EntryNow(
    *("", (), "new-collective"),
    model=True,
    individual=False,
    origin="new",
    field="",
    state="recognised",
    counts=True,
)


def twelve() -> Programme:
    return read_programme(FILE.read_text("utf-8"), file=FILE.name)


def table(rules: Programme, *, exempt: str = "") -> Summary:
    """Return the table of a cell, a committee and an association with one effective model each."""
    office = Unit("ban", "Ban Dân vận")
    units = [
        UnitNow(Unit(key, key, key), "ban", exempt, adopted=("digital",) * (key == "chi_bo"))
        for key in ("chi_bo", "dang_bo", "doan_the")
    ]
    entries = [replace(MADE, id=now.unit.id, units=(now.unit.id,)) for now in units]
    at = dt.datetime(2021, 6, 30, 8, tzinfo=ZONE)
    return summarise(
        rules, office=office, year=2021, at=at, units=[UnitNow(office), *units], entries=entries
    )


def now(marked: tuple[str, ...] = (), **more: str) -> dict[str, TargetNow]:
    rules = twelve()
    found = targets_now(rules, table(rules, **more), marked)
    return {one.target.code: one for one in found}


def test_row_3_20_six_months_are_left_and_seven_of_twelve_targets_are_met() -> None:
    targets = now(())

    assert time_left(dt.date(2021, 6, 30), targets["quota"].last) == Left(months=6)
    assert (sum(one.met for one in targets.values()), len(targets)) == (7, 12)


def test_each_target_has_its_numbers() -> None:
    numbers = {code: (one.done, one.of) for code, one in now().items()}

    assert numbers["quota"] == numbers["covered"] == numbers["effective"] == (1, 1)
    assert numbers["launched"] == numbers["digital"] == (1, 1)
    assert (numbers["registered"], numbers["recognised"]) == ((3, 2), (3, 1))
    assert numbers["plan"] == (0, 0)


def test_what_nobody_is_asked_for_is_not_met() -> None:
    assert not now()["happy"].met
    assert not now(exempt="đang sắp xếp tổ chức")["quota"].met


def test_a_model_opened_by_the_office_is_asked_for() -> None:
    rules = opened(twelve(), {("twelve-targets", "happy")})

    far = {one.target.code: one for one in targets_now(rules, table(rules), ())}

    assert (far["happy"].done, far["happy"].of) == (0, 1)
    assert (far["launched"].done, far["launched"].of) == (0, 1)


def test_by_hand_a_target_is_met_when_the_office_says_so() -> None:
    marked = {code for code, one in now(("contest",)).items() if one.met and not one.of}

    assert marked == {"contest"}


def test_each_target_has_its_own_last_day() -> None:
    assert now()["recognised"].last == dt.date(2021, 9, 30)
    assert now()["plan"].last == dt.date(2021, 12, 31)


@pytest.mark.parametrize(
    ("today", "last", "left"),
    [
        ("2021-06-30", "2021-12-31", Left(6)),
        ("2021-07-01", "2021-12-31", Left(5, 30)),
        ("2021-06-29", "2021-12-31", Left(6, 2)),
        ("2021-02-28", "2021-06-30", Left(4)),
        ("2024-02-28", "2024-12-31", Left(10, 3)),
        ("2024-02-29", "2024-12-31", Left(10)),
        ("2021-01-31", "2021-02-27", Left(0, 27)),
        ("2021-12-30", "2021-12-31", Left(0, 1)),
        ("2021-12-31", "2021-12-31", Left()),
        ("2022-01-01", "2021-12-31", Left(over=True)),
    ],
)
def test_the_time_left_is_exact_at_the_ends_of_months(today: str, last: str, left: Left) -> None:
    assert time_left(dt.date.fromisoformat(today), dt.date.fromisoformat(last)) == left


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 800))
def test_the_time_left_is_never_longer_than_it_is(today: dt.date, days: int) -> None:
    left = time_left(today, today + dt.timedelta(days))

    assert not left.over
    assert 28 * left.months + left.days <= days <= 31 * left.months + left.days


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        (Target("a", ""), "label"),
        (Target("a", "A", month=13), "month"),
        (Target("a", "A", month=2, day=30), "day"),
        (Target("a", "A", measure="everything"), "measure"),
        (Target("a", "A", measure="adopted:nothing"), "measure"),
        (Target("a", "A", measure="registered:many"), "measure"),
        (Target("a", "A", measure="registered:0"), "measure"),
        (Target("a", "A", measure="quota", units=("hoi",)), "units[0]"),
        (Target("a", "A", measure="registered:2", units=("chi_bo",)), "units"),
    ],
)
def test_a_target_that_cannot_be_counted_is_named_with_its_line(target: Target, wrong: str) -> None:
    lines = [f'code = "{target.code}"', f'label = "{target.label}"']
    lines += [f"month = {target.month}", f"day = {target.day}"]
    lines += [f'measure = "{target.measure}"', f"units = {list(target.units)}"]

    with pytest.raises(ProgrammeError) as error:
        read_programme("\n".join((FILE.read_text("utf-8"), "[[targets]]", *lines)), file="x")

    assert f"targets[12].{wrong}" in [problem.key for problem in error.value.problems]
