"""Ratings in the database: taken in whole, changed where they are other, read by who may."""

import pytest

from rules.adoption_requests import RatingsOf
from rules.ratings import LEVELS as ALL_LEVELS
from rules.ratings import Ratings
from rules.unit_requests import CardOf
from storage import facts, units
from storage.database import Database
from storage.unit_endings import Ending, end_units
from storage.units import NewUnit
from tests.storage.importing import by, everything, look, reasons, take
from tests.storage.village import (
    AROUND,
    BAN_MOI,
    BINH,
    COMMUNE,
    HANH,
    LAN,
    LONG_AGO,
    PAO,
    SUOI_DA,
    TODAY,
)

HEAD = "Năm | Đơn vị | Xếp loại\n"
LEVELS = ["HTXSNV"] * 20 + ["Hoàn thành tốt nhiệm vụ"] * 62 + ["HTNV"] * 2


@pytest.fixture
async def eighty_four(village: Database) -> Database:
    """Give the village with 84 units more below its commune."""
    rows = [NewUnit(f"u{n}", f"Chi bộ số {n}", LONG_AGO, 1, "x", parent=COMMUNE) for n in range(84)]
    async with village.writing() as tx:
        await units.add_units(tx, rows)
    return village


async def ask(db: Database, person: str, unit: str = COMMUNE, year: int = 0) -> Ratings:
    async with db.reading() as tx:
        found: list[Ratings] = await facts.answer(tx, [(person, RatingsOf(unit, year))], AROUND)
    return found[0]


async def test_rows_1_13_to_1_16_are_counted_from_a_table(eighty_four: Database) -> None:
    given = "\n".join(f"2020 | Chi bộ số {n} | {level}" for n, level in enumerate(LEVELS))
    found = await take(eighty_four, "ratings", HEAD + given, by(HANH))

    ratings = await ask(eighty_four, HANH, year=2020)

    assert (found.new, reasons(found)) == (84, [])
    assert found.by_type == (("excellent", 20), ("good", 62), ("done", 2))
    assert ratings.counts == (("excellent", 20), ("good", 62), ("done", 2), ("not-done", 0))
    shares = [str(ratings.share(level)) for level in ALL_LEVELS]
    assert shares == ["23.81", "73.81", "2.38", "0.00"]
    assert ratings.unrated == ()


async def test_the_same_table_again_writes_nothing(village: Database) -> None:
    given = HEAD + "2020 | Suối Đá | tốt"
    await take(village, "ratings", given, by(HANH))
    before = await everything(village, "ratings", "events")

    again = await take(village, "ratings", given, by(HANH))

    assert (again.new, again.changed, again.same) == (0, 0, 1)
    assert await everything(village, "ratings", "events") == before


async def test_another_rating_of_a_unit_and_year_is_shown_as_a_change(village: Database) -> None:
    await take(village, "ratings", HEAD + "2020 | Suối Đá | tốt", by(HANH))

    found = await take(village, "ratings", HEAD + "2020 | Suối Đá | HTXSNV", by(HANH))

    assert (found.new, found.changed) == (0, 1)
    (change,) = found.changes
    assert (change.column, change.old, change.new) == ("rating", "good", "excellent")
    assert dict((await ask(village, HANH)).counts)["excellent"] == 1


async def test_a_unit_rated_twice_for_a_year_in_one_table_is_refused(village: Database) -> None:
    given = HEAD + "2020 | Suối Đá | tốt\n2020 | Suối Đá | HTXSNV"

    found = await take(village, "ratings", given)

    assert reasons(found) == ["twice"]
    assert (await everything(village, "ratings"))["ratings"] == []


async def test_the_newest_year_is_answered_where_none_is_named(village: Database) -> None:
    given = HEAD + "2020 | Suối Đá | tốt\n2021 | Suối Đá | HTNV"
    await take(village, "ratings", given)

    found = await ask(village, HANH)

    assert (found.year, found.years) == (2021, (2021, 2020))


async def test_who_has_none_is_named_beside_units_of_its_type(eighty_four: Database) -> None:
    await take(eighty_four, "ratings", HEAD + "2020 | Chi bộ số 1 | tốt")

    assert len((await ask(eighty_four, HANH)).unrated) == 83


@pytest.mark.parametrize("person", [PAO, LAN])
async def test_nobody_reads_ratings_of_units_they_are_not_over(
    village: Database, person: str
) -> None:
    await take(village, "ratings", HEAD + "2020 | Suối Đá | tốt")

    assert await ask(village, person) == Ratings()


async def test_a_unit_of_another_office_is_not_rated(village: Database) -> None:
    found = await look(village, "ratings", HEAD + "2020 | Suối Đá | tốt", by(BINH))

    assert reasons(found) == ["outside"]


async def test_the_card_of_a_unit_tells_its_ratings_to_its_officers_alone(
    village: Database,
) -> None:
    await take(village, "ratings", HEAD + "2020 | Suối Đá | tốt")
    async with village.reading() as tx:
        for person, told in ((PAO, ((2020, "good"),)), (HANH, ((2020, "good"),)), (LAN, ())):
            (card,) = await facts.answer(tx, [(person, CardOf(SUOI_DA))], AROUND)
            assert (card.ratings if card else ()) == told


async def test_the_rating_of_a_unit_that_is_no_more_stays_among_them(village: Database) -> None:
    await take(village, "ratings", HEAD + "2020 | Suối Đá | tốt\n2020 | Chi bộ Bản Mới | HTNV")
    async with village.writing() as tx:
        ids = iter("abcdef")
        await end_units(tx, Ending((SUOI_DA,), (BAN_MOI,), TODAY, 1, lambda: next(ids)))

    found = await ask(village, HANH)

    assert {level: count for level, count in found.counts if count} == {"good": 1, "done": 1}
