"""A year of 84 organisations in seconds: what was planned is what was told and the ledger.

The long form, with the replies of 4,600 members: python -m tests.prove.year.
"""

from tests.prove.bloc_year import BlocYear, Size
from tests.prove.year_deeds import DAY_MS
from tests.prove.year_oracle import wrong

SHORT = Size(seed=1, meeting=3, members=3, cuts=12, ahead_ms=DAY_MS)


async def test_a_year_of_the_bloc_is_told_once_and_only_to_who_still_owes(tables_url: str) -> None:
    lived = await BlocYear(tables_url, SHORT).live()

    assert wrong(lived) == []
    assert len(lived.told) > 168
