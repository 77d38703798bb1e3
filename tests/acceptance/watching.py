"""Looking into the bot's database beside it, as an operator may."""

from storage.database import Row, open_database
from tests.acceptance.running import Service


async def rows(service: Service, sql: str) -> list[Row]:
    """Return the rows of a query."""
    url = service.env["KHEO_DATABASE_URL"] or f"sqlite:///{service.env['KHEO_DATA']}/kheo.db"
    database = await open_database(url, beside=True)
    try:
        async with database.reading() as tx:
            return await tx.rows(sql)
    finally:
        await database.close()


async def has(service: Service, sql: str) -> bool:
    """Return whether the one number a query finds is not 0."""
    return bool((await rows(service, sql))[0][0])
