import pytest

from bot.channels import Incoming, PictureSent
from conversations.said import Contact, Photo, Place, Press, Start, Text
from tests.bot.contents import contents
from tests.bot.faulty import FaultyDatabase, failing_first, refusing
from tests.bot.scene import (
    agree,
    bubbles,
    count,
    failures,
    reach,
    receiving,
    said,
    taken,
    telegram,
    web,
)
from tests.hamlet import Hamlet

PAO = web("pao-1")
STAMPED = "TUYỆT MẬT\nKế hoạch canary-7731"
PICTURE = PictureSent(hash="f" * 64, kind="image/jpeg", size=1000)


def secret(chat_id: str = "1") -> Incoming:
    return said(STAMPED, PAO, id=chat_id)


async def test_what_is_refused_as_secret_is_stored_nowhere(world: Hamlet, tables_url: str) -> None:
    await agree(world, PAO)
    async with receiving(world) as receive:
        await taken(receive, secret(), said("dk", PAO), said(STAMPED, PAO, id="2"))

        assert len(await bubbles(world.db, PAO)) == 3
        assert "canary" not in await contents(tables_url)


@pytest.mark.parametrize("spoken", [False, True], ids=["unspoken", "with-an-apology"])
async def test_nor_is_it_kept_when_it_fails(
    world: Hamlet, tables_url: str, *, spoken: bool
) -> None:
    strike = failing_first(2, LookupError()) if spoken else refusing("pao-1")
    db = FaultyDatabase(world.db, strike)
    await agree(world, PAO)
    async with receiving(world, db) as receive:
        await receive.take(secret())

        assert len(await failures(world.db)) == 1
        assert "canary" not in await contents(tables_url)


async def test_nor_when_another_message_of_the_batch_fails(world: Hamlet, tables_url: str) -> None:
    db = FaultyDatabase(world.db, refusing("lua-1"))
    await agree(world, PAO, web("lua-1"))
    async with receiving(world, db) as receive:
        await taken(receive, secret(), said("xin chào", web("lua-1")))

        assert "canary" not in await contents(tables_url)


@pytest.mark.parametrize(
    "thing",
    [
        Text("Tôi là canary-7731, Chi bộ canary-7731"),
        Text("Tên: canary-7731\nĐịa chỉ: canary-7731"),
        Press("d:canary-7731:name:x"),
        Contact("0917731773"),
        Place(10.7731, 105.7731, "canary-7731"),
    ],
    ids=lambda thing: type(thing).__name__,
)
async def test_before_consent_nothing_is_kept_but_the_address_and_the_question(
    world: Hamlet, tables_url: str, thing: Text
) -> None:
    async with receiving(world) as receive:
        await receive.take(said(thing, PAO, id="1", label="canary-7731"))

    found = await contents(tables_url)
    assert [word for word in ("canary", "0917731773", "10.7731") if word in found] == []
    assert await count(world.db, "dialogs") == 1
    assert len(await bubbles(world.db, PAO)) == 1


@pytest.mark.parametrize("chat", [web("pao-1"), telegram("7")], ids=["web", "telegram"])
async def test_a_photo_sent_before_consent_is_not_wanted(world: Hamlet, chat: object) -> None:
    async with receiving(world) as receive:
        await receive.take(said(Photo(""), chat, id="1", picture=PICTURE))  # type: ignore[arg-type] # one of the two

    assert await count(world.db, "attachments") == 0


async def test_a_message_that_fails_before_consent_is_not_kept(
    world: Hamlet, tables_url: str
) -> None:
    db = FaultyDatabase(world.db, refusing("d:", table="dialogs"))
    async with receiving(world, db) as receive:
        await receive.take(said("tôi là canary-7731", PAO, id="1"))

    assert "canary" not in await contents(tables_url)


async def test_the_page_shows_ones_own_words_only_after_consent(world: Hamlet) -> None:
    async with receiving(world) as receive:
        await receive.take(said("trước", PAO))
        await receive.take(said("đồng ý", PAO))
        await receive.take(said("sau", PAO))

    echoes = await bubbles(world.db, PAO, side="theirs")
    assert [word for word in ("trước", "sau") for echo in echoes if word in echo] == ["sau"]


async def test_opening_the_page_shows_no_words_of_ones_own(world: Hamlet) -> None:
    await reach(world, "pao", PAO)
    async with receiving(world) as receive:
        await receive.take(said(Start(""), PAO, id="1"))

    assert await bubbles(world.db, PAO, side="theirs") == []


async def test_telegram_shows_ones_own_words_by_itself(world: Hamlet) -> None:
    await reach(world, "pao", telegram("7"))
    async with receiving(world) as receive:
        await receive.take(said("xin chào", telegram("7")))

    assert await bubbles(world.db, telegram("7"), side="theirs") == []
