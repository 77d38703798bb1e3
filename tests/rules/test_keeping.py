import datetime as dt

import pytest

from rules.keeping import oldest_round


@pytest.mark.parametrize(
    ("year", "oldest"), [(2026, 2021), (2030, 2021), (2031, 2026), (2035, 2026), (2036, 2031)]
)
def test_a_round_is_kept_five_years_beyond_its_term(year: int, oldest: int) -> None:
    assert oldest_round(dt.date(year, 12, 31)) == oldest
