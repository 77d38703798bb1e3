from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.bot.posting import Post, posting
from tests.fakes.telegram import Person
from tests.hamlet import Hamlet, hamlet, settle_in


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give the hamlet with its people, on a database of each kind in turn."""
    made = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    return made


@pytest.fixture
async def post(db: Database) -> AsyncIterator[Post]:
    """Give a post that delivers to a Telegram of our own."""
    async with posting(db) as made:
        yield made


@pytest.fixture
async def lan(post: Post) -> Person:
    """Give somebody who has written to the bot."""
    person = post.fake.person("Lan")
    await person.says("xin chào")
    return person


@pytest.fixture
async def binh(post: Post) -> Person:
    """Give somebody else who has."""
    person = post.fake.person("Bình")
    await person.says("xin chào")
    return person
