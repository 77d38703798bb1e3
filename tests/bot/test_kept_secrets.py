"""Secrets the database keeps are made once and are the same for every process."""

from bot.kept_secrets import kept_secret
from storage.database import open_database
from storage.migrate import migrate


async def test_a_secret_is_the_same_after_a_restart(database_url: str) -> None:
    found = []
    for _ in ("first start", "second start"):
        database = await open_database(database_url)
        await migrate(database)
        async with database.writing() as tx:
            found.append(await kept_secret(tx, "code-pepper"))
        await database.close()

    first, second = found
    assert first == second
    assert len(first) >= 43


async def test_each_secret_is_its_own_and_fit_for_a_webhook(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await migrate(database)
    async with database.writing() as tx:
        pepper = await kept_secret(tx, "code-pepper")
        webhook = await kept_secret(tx, "telegram-webhook-secret")
    await database.close()

    assert pepper != webhook
    assert webhook.replace("-", "").replace("_", "").isalnum()
