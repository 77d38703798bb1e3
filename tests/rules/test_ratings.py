"""How units were rated: counts and shares as the documents have them."""

from decimal import Decimal

import pytest

from rules.ratings import LEVELS, Level, Ratings, count_ratings
from tests.rules.importing.tables import read

HUNG_YEN: dict[Level, int] = {"excellent": 20, "good": 62, "done": 2, "not-done": 0}


def hung_yen() -> Ratings:
    """Return the ratings of 2020 of 84 units."""
    levels = [level for level, count in HUNG_YEN.items() for _ in range(count)]
    return count_ratings(2020, {f"u{n}": level for n, level in enumerate(levels)})


@pytest.mark.parametrize(
    ("level", "count", "share"),
    [
        pytest.param("excellent", 20, "23.81", id="row-1-13"),
        pytest.param("good", 62, "73.81", id="row-1-14"),
        pytest.param("done", 2, "2.38", id="row-1-15"),
        pytest.param("not-done", 0, "0.00", id="row-1-16"),
    ],
)
def test_rows_1_13_to_1_16_each_level_has_its_share_of_the_84(
    level: Level, count: int, share: str
) -> None:
    found = hung_yen()

    assert found.rated == 84
    assert dict(found.counts)[level] == count
    assert found.share(level) == Decimal(share)


def test_of_nobody_rated_every_share_is_nothing() -> None:
    assert [Ratings().share(level) for level in LEVELS] == [Decimal("0.00")] * 4


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("Hoàn thành xuất sắc nhiệm vụ", "excellent"),
        ("HTXSNV", "excellent"),
        ("xuat sac", "excellent"),
        ("Hoàn thành tốt nhiệm vụ", "good"),
        ("HTTNV", "good"),
        ("Tốt", "good"),
        ("hoàn thành nhiệm vụ", "done"),
        ("HTNV", "done"),
        ("Không hoàn thành nhiệm vụ", "not-done"),
        ("KHTNV", "not-done"),
    ],
)
def test_a_level_is_understood_in_full_and_in_first_letters(said: str, level: str) -> None:
    reading = read("ratings", f"Năm | Đơn vị | Xếp loại\n2020 | Chi bộ A | {said}")

    assert [row.cells() for row in reading.rows] == [("2020", "", "Chi bộ A", level)]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("2020 | Chi bộ A | khá", "rating"),
        ("2020 | Chi bộ A |", "blank"),
        ("2020 | | tốt", "blank"),
        ("| Chi bộ A | tốt", "blank"),
        ("2099 | Chi bộ A | tốt", "year"),
    ],
)
def test_what_is_no_rating_is_said(cells: str, reason: str) -> None:
    reading = read("ratings", f"Năm | Đơn vị | Xếp loại\n{cells}")

    assert [problem.reason for problem in reading.problems] == [reason]


def test_the_year_may_stand_above_the_table() -> None:
    given = "Kết quả xếp loại năm 2020 | |\nTT | Đơn vị | Mức xếp loại\n1 | Chi bộ A | tốt"

    reading = read("ratings", given)

    assert [row.cells()[0] for row in reading.rows] == ["2020"]
