"""People at their chats, and the receiver they write to."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import orjson

from bot.bell import Bell
from bot.channels import Incoming
from bot.deliver import Deliverer
from bot.receive import Receiving
from conversations.said import Said, Text
from conversations.say import Say
from storage import inbox, people
from storage.chats import Chat
from storage.database import Database
from storage.inbox import Failure
from storage.people import ConsentAnswer, Newcomer
from tests.hamlet import Hamlet


def web(chat: str) -> Chat:
    """Return a chat of the web page."""
    return Chat("web", "", chat)


def telegram(chat: str) -> Chat:
    """Return a chat of Telegram."""
    return Chat("telegram", "kheo", chat)


def said(what: str | Said, chat: Chat, *, id: str = "", **more: Any) -> Incoming:  # noqa: A002 # the channel's word
    """Return what somebody said at a chat; words are a text, which has its words for an id."""
    thing = Text(what) if isinstance(what, str) else what
    return Incoming(*chat, id or str(what), thing, at=more.pop("at", 0), **more)


async def agree(world: Hamlet, *chats: Chat) -> None:
    """Let newcomers be at these chats, one each, who have agreed; their ids are the chats'."""
    async with world.db.writing() as tx:
        new = [Newcomer(chat, f"a-{chat.chat}", chat.chat) for chat in chats]
        await people.greet(tx, new, at=1, language="vi")
        await people.consent(tx, [_agreement(chat.chat, chat) for chat in chats])


async def reach(world: Hamlet, person: str, *chats: Chat) -> None:
    """Let somebody of the hamlet be at these chats, having agreed."""
    rows = [(f"a-{chat.chat}", *chat, person, "open", 1, 1) for chat in chats]
    async with world.db.writing() as tx:
        await tx.run(
            """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
               VALUES :rows""",
            {"rows": rows},
        )
        await people.consent(tx, [_agreement(person, chat) for chat in chats])


def _agreement(person: str, chat: Chat) -> ConsentAnswer:
    return ConsentAnswer(f"c-{chat.chat}", person, "given", "1", "wording", chat.channel, 1)


@asynccontextmanager
async def receiving(
    world: Hamlet,
    db: Database | None = None,
    *,
    committed: Callable[[Incoming], None] = lambda _: None,
) -> AsyncIterator[Receiving]:
    """Run a receiver, with a deliverer that has no channel but the web."""
    over = db or world.db
    deliver = Deliverer(over, {}, world.clock, lease=world.shell.lease)
    receive = Receiving(over, world.shell, deliver, Bell(), committed=committed)
    receive.start()
    try:
        yield receive
    finally:
        await receive.stop()
        await deliver.stop()


async def taken(receive: Receiving, *messages: Incoming) -> Sequence[BaseException | None]:
    """Hand messages over at one moment; return what became of each."""
    return await asyncio.gather(*map(receive.take, messages), return_exceptions=True)


async def bubbles(db: Database, chat: Chat, *, side: str = "ours") -> list[str]:
    """Return the words of the bubbles of a chat, oldest first."""
    async with db.reading() as tx:
        found = await tx.rows(
            """SELECT say FROM outbox WHERE channel = :channel AND bot = :bot AND chat = :chat
               AND side = :side ORDER BY id""",
            {**chat._asdict(), "side": side},
        )
    return [str(say) for (say,) in found]


async def found_says(db: Database, chat: Chat) -> list[Say]:
    """Return the bubbles of ours in a chat, oldest first."""
    async with db.reading() as tx:
        found = await tx.rows(
            """SELECT say FROM outbox WHERE channel = :channel AND bot = :bot AND chat = :chat
               AND side = 'ours' ORDER BY id""",
            chat._asdict(),
        )
    return [Say.from_json(orjson.loads(say)) for (say,) in found]


async def failures(db: Database) -> list[Failure]:
    """Return the messages kept as failed."""
    async with db.reading() as tx:
        return await inbox.failures(tx)


async def count(db: Database, table: str) -> int:
    """Return how many rows a table has."""
    async with db.reading() as tx:
        return int((await tx.rows(f"SELECT count(*) FROM {table}"))[0][0])  # noqa: S608 # a test's own table
