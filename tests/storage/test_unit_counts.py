"""What a year of a unit counts apart: models and exemplars, and what is recognised of them."""

from dataclasses import replace

from storage import entries
from storage.database import Database
from tests.registered import registered_in
from tests.storage.province import AN_LAC, HANH, LUC_YEN, YEN_BAI, history, settle_in


async def test_row_0_19_122_models_and_9_exemplars_are_counted_apart_and_together(
    db: Database,
) -> None:
    rows = registered_in(AN_LAC, 2024, count=131)
    rows[122:] = [replace(row, entry_kind="exemplar") for row in rows[122:]]
    async with db.writing() as tx:
        await settle_in(tx)
        await entries.add(tx, rows)

        year = (await history(tx, HANH, YEN_BAI))[2024]
    assert (year.models, year.exemplars, year.count) == (122, 9, 131)


async def test_row_0_19_what_counts_to_no_quota_is_not_among_them(db: Database) -> None:
    own, launched = registered_in(AN_LAC, 2024, count=2)
    async with db.writing() as tx:
        await settle_in(tx)
        await entries.add(tx, [own, replace(launched, counts=False, origin="adopt")])

        year = (await history(tx, HANH, YEN_BAI))[2024]
    assert (year.models, year.recognised, year.count) == (1, 1, 1)


async def test_row_3_17_of_twelve_models_of_a_district_nine_are_recognised(db: Database) -> None:
    rows = registered_in(AN_LAC, 2021, count=13)
    rows[9:12] = [replace(row, state="accepted") for row in rows[9:12]]
    rows[12] = replace(rows[12], entry_kind="exemplar")
    async with db.writing() as tx:
        await settle_in(tx)
        await entries.add(tx, rows)

        year = (await history(tx, HANH, LUC_YEN))[2021]
    assert (year.models, year.recognised) == (12, 9)
