"""What bots said is counted for two years before this one, then the counts go."""

from pathlib import Path

from bot.pictures import PictureKeeper
from bot.retention import Retention
from storage import meters
from storage.database import Database
from storage.meters import Bot, Use
from tests.hamlet import HandClock, OneProgramme, programme

MONTHS = ("2024-12", "2025-01", "2027-03")


async def test_meters_are_kept_for_two_years_before_this_one(db: Database, tmp_path: Path) -> None:
    async with db.writing() as tx:
        await meters.count(tx, [Use(Bot("zalo", "1"), month, sent=1) for month in MONTHS])
    kept = Retention(db, HandClock(), OneProgramme((programme(),)), PictureKeeper(tmp_path))

    await kept.run()

    async with db.reading() as tx:
        left = [await meters.of_month(tx, month, ["zalo"]) for month in MONTHS]
    assert [bool(one) for one in left] == [False, True, True]
