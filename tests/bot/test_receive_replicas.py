"""Two processes on one PostgreSQL, as two receivers, each with its own connections."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

import pytest

from bot.channels import Incoming
from bot.ids import Ids
from bot.receive import Receiving
from conversations.said import Press
from rules.codes import make_code
from storage.chats import Chat
from storage.database import open_database
from tests.bot.scene import agree, bubbles, count, failures, reach, receiving, said, taken, web
from tests.hamlet import Hamlet, hamlet, settle_in
from tests.talk import Talk

PAO = web("pao-1")


@dataclass(frozen=True, slots=True)
class Replicas:
    """Receivers on one database, and the world as the first of them sees it."""

    world: Hamlet
    receivers: tuple[Receiving, ...]

    async def take(self, *messages: Incoming) -> set[BaseException | None]:
        """Hand messages over, in turn to each receiver, all at one moment."""
        count = len(self.receivers)
        shares = [messages[start::count] for start in range(count)]
        outcomes = await asyncio.gather(
            *(taken(one, *share) for one, share in zip(self.receivers, shares, strict=True))
        )
        return {outcome for share in outcomes for outcome in share}


async def process(closing: AsyncExitStack, url: str, name: str) -> Hamlet:
    """Return the hamlet as one more process sees it."""
    db = await open_database(url)
    closing.push_async_callback(db.close)
    world = hamlet(db)
    world.shell = replace(
        world.shell,
        ids=Ids(world.clock.now_ms, secrets.randbits),
        make_code=lambda: make_code(secrets.choice),
        lease=name,
    )
    return world


@pytest.fixture
async def replicas(postgres_tables_url: str) -> AsyncIterator[Replicas]:
    async with AsyncExitStack() as closing:
        worlds = [await process(closing, postgres_tables_url, name) for name in ("a", "b")]
        async with worlds[0].db.writing() as tx:
            await settle_in(tx)
        receivers = [await closing.enter_async_context(receiving(world)) for world in worlds]
        yield Replicas(worlds[0], tuple(receivers))


async def test_a_message_given_to_both_has_one_effect(replicas: Replicas) -> None:
    chats = [web(f"c{n}") for n in range(10)]
    messages = [said("xin chào", chat) for chat in chats for _ in range(2)]

    assert await replicas.take(*messages) == {None}
    assert [len(await bubbles(replicas.world.db, chat)) for chat in chats] == [1] * 10
    assert await failures(replicas.world.db) == []


async def test_a_newcomer_who_writes_twice_at_once_is_one_person_answered_twice(
    replicas: Replicas,
) -> None:
    before = await count(replicas.world.db, "people")

    assert await replicas.take(said("alo", PAO, id="1"), said("alo", PAO, id="2")) == {None}
    assert await count(replicas.world.db, "people") == before + 1
    assert len(await bubbles(replicas.world.db, PAO)) == 2
    assert await failures(replicas.world.db) == []


async def to_the_review(world: Hamlet, chat: Chat) -> Incoming:
    """Let somebody write a registration up to its last question; return the press that sends it."""
    talk = Talk(world, channel=chat.channel, chat=chat.chat)
    await talk.says("dk")
    await talk.presses("Mô hình mới của tập thể")
    await talk.says("Tên: Nuôi lươn không bùn\nĐịa chỉ: ấp 3\nLĩnh vực: kinh tế")
    await talk.says("Vận động mười hộ nuôi lươn không bùn, cùng mua giống, cùng bán.")
    return said(Press(talk.option("Gửi").data), chat, id="send")


async def test_sending_on_both_makes_one_entry_and_tells_its_code_twice(
    replicas: Replicas,
) -> None:
    await reach(replicas.world, "pao", PAO, web("pao-2"))
    send = await to_the_review(replicas.world, PAO)
    again = replace(send, chat="pao-2", external="again")

    assert await replicas.take(send, again) == {None}
    assert await count(replicas.world.db, "entries") == 1
    answers = [(await bubbles(replicas.world.db, web(f"pao-{n}")))[-1] for n in (1, 2)]
    assert ["DVK-2027-0001" in answer for answer in answers] == [True, True]


async def test_people_who_write_to_both_at_once_are_all_answered(replicas: Replicas) -> None:
    chats = [web(f"c{n}") for n in range(30)]
    await agree(replicas.world, *chats)
    for word in ("dk", "Giàng A Sình", "Chi bộ bản Suối Đá", "0", "đơn vị"):
        assert await replicas.take(*(said(word, chat) for chat in chats)) == {None}

    assert await count(replicas.world.db, "inbox") == 150
    assert await failures(replicas.world.db) == []


async def test_linking_on_one_while_the_person_writes_on_the_other_loses_nothing(
    replicas: Replicas,
) -> None:
    world = replicas.world
    await reach(world, "pao", PAO)
    await to_the_review(world, PAO)
    talk = Talk(world, chat=PAO.chat)
    talk.bubbles = await talk.says("mã vào lại")
    code = talk.bubbles[-1].text.split(": ")[1].split(",")[0]
    await agree(world, web("c1"))

    name = said("Sửa tên", PAO)
    assert await replicas.take(said(code, web("c1")), name) == {None}
    async with world.db.reading() as tx:
        found = await tx.rows("SELECT person FROM addresses WHERE chat IN ('c1', 'pao-1')")
    assert set(found) == {("pao",)}
    assert await failures(world.db) == []
