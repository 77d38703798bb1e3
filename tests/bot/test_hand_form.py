"""Photos of a form written by hand, whatever else is open."""

import pytest

from storage import memberships
from storage.memberships import Joining
from tests.bot.ordering import found
from tests.bot.scene import reach, web
from tests.hamlet import LONG_AGO, Hamlet
from tests.talk import Talk

PAPERS = """SELECT p.unit, count(a.id) FROM papers p JOIN attachments a ON a.paper = p.id
            GROUP BY p.id, p.unit"""


@pytest.fixture
async def pao(world: Hamlet) -> Talk:
    """Give Páo at his chat."""
    await reach(world, "pao", web("w-pao"))
    return Talk(world, chat="w-pao")


async def test_a_draft_that_has_a_name_is_kept_when_its_photo_is_of_a_form(pao: Talk) -> None:
    for words in ("dk", "1", "Nuôi ong lấy mật dưới tán rừng", "bản Suối Đá"):
        await pao.says(words)
    await pao.sends_photo()

    await pao.says("phiếu viết tay")
    await pao.presses("1 ảnh · Gửi phiếu")

    assert await found(pao.world.db, PAPERS) == [("suoi-da", 1)]
    (resumed,) = await pao.says("dk")
    assert "Nuôi ong lấy mật dưới tán rừng" in resumed.text


async def test_an_album_with_nothing_open_becomes_one_form(pao: Talk) -> None:
    for _ in range(3):
        await pao.sends_photo()

    await pao.presses("Gửi phiếu viết tay (3 ảnh)")

    assert await found(pao.world.db, PAPERS) == [("suoi-da", 3)]
    assert await found(pao.world.db, "SELECT id FROM dialogs") == []


async def test_a_form_put_aside_goes_on_with_its_photos(pao: Talk) -> None:
    await pao.says("phiếu viết tay")
    await pao.sends_photo()
    await pao.says("0")
    await pao.says("phiếu viết tay")
    await pao.sends_photo()

    await pao.presses("2 ảnh · Gửi phiếu")

    assert await found(pao.world.db, PAPERS) == [("suoi-da", 2)]


async def test_a_photo_that_comes_while_the_unit_is_asked_for_is_of_the_form(pao: Talk) -> None:
    async with pao.world.db.writing() as tx:
        other = Joining("m-other", "pao", "nong-dan", LONG_AGO, confirmed=True)
        await memberships.join(tx, [other])
    await pao.says("phiếu viết tay")
    await pao.sends_photo()
    await pao.presses("1 ảnh · Gửi phiếu")
    await pao.sends_photo()

    await pao.presses("Hội Nông dân phường Thường Thạnh")

    assert await found(pao.world.db, PAPERS) == [("nong-dan", 2)]


async def test_without_a_photo_nothing_is_sent(pao: Talk) -> None:
    await pao.says("phiếu viết tay")

    (answer,) = await pao.presses("Không gửi ảnh")

    assert "chưa gửi gì" in answer.text
    assert await found(pao.world.db, PAPERS) == []
    assert await found(pao.world.db, "SELECT id FROM dialogs") == []


async def test_photos_put_aside_come_along_with_those_that_follow(pao: Talk) -> None:
    await pao.says("phiếu viết tay")
    await pao.sends_photo()
    await pao.says("0")
    await pao.sends_photo()

    await pao.presses("Gửi phiếu viết tay (2 ảnh)")

    assert await found(pao.world.db, PAPERS) == [("suoi-da", 2)]


async def test_a_form_counts_as_sent_when_its_photo_came(pao: Talk) -> None:
    came = pao.world.clock.now_ms()
    await pao.sends_photo()
    pao.world.clock.ms += 3 * 24 * 3_600_000

    await pao.presses("Gửi phiếu viết tay (1 ảnh)")

    assert await found(pao.world.db, "SELECT at FROM papers") == [(came,)]


async def test_photos_that_lie_there_are_the_next_thing_to_do(pao: Talk) -> None:
    await pao.says("phiếu viết tay")
    await pao.sends_photo()
    await pao.says("0")

    (status,) = await pao.says("đơn vị tôi")

    assert "Ảnh phiếu chưa gửi: 1" in status.text
    assert status.rows[0][0].label == "Gửi phiếu viết tay (1 ảnh)"
    await pao.presses("Gửi phiếu viết tay (1 ảnh)")
    assert await found(pao.world.db, PAPERS) == [("suoi-da", 1)]


async def test_a_photo_in_a_draft_can_be_said_to_be_a_form(pao: Talk) -> None:
    for words in ("dk", "1", "Nuôi ong lấy mật dưới tán rừng"):
        await pao.says(words)
    await pao.sends_photo()

    await pao.presses("Đây là ảnh phiếu viết tay")
    await pao.presses("1 ảnh · Gửi phiếu")

    assert await found(pao.world.db, PAPERS) == [("suoi-da", 1)]
