from storage import bots
from storage.bots import KnownBot
from storage.database import Database


async def test_a_bot_that_is_there_again_under_a_token_that_is_known_is_refused_no_more(
    db: Database,
) -> None:
    async with db.writing() as tx:
        await bots.refuse(tx, "zalo", "1", at=5)
        await bots.seen(tx, "zalo", "1", name="Bot Khéo", at=7)

        assert await bots.of_channel(tx, "zalo") == [KnownBot("zalo", "1", "Bot Khéo", 0, 7)]


async def test_since_when_a_token_is_refused_is_kept_with_what_was_known_of_the_bot(
    db: Database,
) -> None:
    async with db.writing() as tx:
        await bots.seen(tx, "zalo", "1", name="Bot Khéo", at=7)
        await bots.refuse(tx, "zalo", "1", at=8)
        await bots.refuse(tx, "zalo", "1", at=9)
        await bots.seen(tx, "telegram", "1", name="kheo_bot", at=9)

        assert await bots.of_channel(tx, "zalo") == [KnownBot("zalo", "1", "Bot Khéo", 8, 7)]
