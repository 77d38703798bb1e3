"""The fixtures keep what they promise: every test finds databases of its own, empty."""

import sqlite3

import asyncpg
import pytest

from tests.postgres import Postgres

MAKE = "CREATE TABLE unit (name TEXT)"


@pytest.mark.parametrize("time", ["first", "second"])
async def test_a_postgresql_database_is_new_each_time(postgres_url: str, time: str) -> None:
    connection = await asyncpg.connect(postgres_url)
    made = await connection.execute(MAKE)
    await connection.close()

    assert made == "CREATE TABLE", time


def test_a_url_of_each_kind_is_given(database_url: str) -> None:
    assert database_url.startswith(("sqlite:///", "postgresql://"))


def test_an_sqlite_database_can_be_made_at_its_url(sqlite_url: str) -> None:
    sqlite3.connect(sqlite_url.removeprefix("sqlite:///")).execute(MAKE).connection.close()


async def test_a_database_can_be_made_like_another(postgres_server: Postgres) -> None:
    with postgres_server.database() as url:
        connection = await asyncpg.connect(url)
        await connection.execute(MAKE)
        await connection.close()
        with postgres_server.database(like=url) as copy:
            connection = await asyncpg.connect(copy)
            units = await connection.fetch("SELECT name FROM unit")
            await connection.close()

    assert units == []
