"""The same words sent twice, where coverage is weak."""

import pytest

from storage.database import Database
from tests.hamlet import hamlet, settle_in
from tests.talk import Talk


@pytest.fixture
async def talk(db: Database) -> Talk:
    world = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    talk = Talk(world, "zalo", "a0c01dfe")
    for words in ("DANG KY 7K3M2P", "1", "1", "Bản Suối Đá sạch"):
        await talk.says(words)
    return talk


async def test_the_name_sent_twice_is_not_where_it_is(talk: Talk) -> None:
    (say,) = await talk.says("ban suoi da sach")

    assert say.text.startswith("Câu này trợ lý đã ghi rồi.")
    assert "Câu 2/4" in say.text


async def test_whoever_means_it_says_it_once_more(talk: Talk) -> None:
    await talk.says("Bản Suối Đá sạch")

    (say,) = await talk.says("Bản Suối Đá sạch")

    assert say.text.startswith("Câu 3/4")


async def test_the_same_name_again_is_no_mistake_where_it_is_asked_again(talk: Talk) -> None:
    await talk.says("quay lại")

    (say,) = await talk.says("Bản Suối Đá sạch")

    assert say.text.startswith("Câu 2/4")
