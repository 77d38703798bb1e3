"""Whatever fails whenever, and whatever comes twice: each message has one effect, in its order."""

import asyncio
import itertools
from collections.abc import Mapping, Sequence

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.receive import Receiving
from storage.chats import Chat
from storage.database import Unavailable
from tests.bot.faulty import FaultyDatabase
from tests.bot.scene import agree, bubbles, failures, receiving, said, web
from tests.hamlet import Hamlet

ROUNDS = itertools.count()
PEOPLE = 3
SAID = st.lists(st.tuples(st.integers(0, PEOPLE - 1), st.integers(1, 3)), max_size=12)
FAULTS = st.dictionaries(st.integers(1, 12), st.sampled_from(["away", "bug"]), max_size=6)


class Sometimes(FaultyDatabase):
    """Fails in the transactions planned, at their first statement that inserts."""

    def plan(self, faults: Mapping[int, str]) -> None:
        self.written = 0

        def strike(sql: str, _params: object) -> None:
            fault = faults.get(self.written, "") if "INSERT" in sql else ""
            if fault:
                raise Unavailable("away") if fault == "away" else LookupError("bug")

        self.strike = strike


async def speaks(receive: Receiving, chat: Chat, words: Sequence[tuple[str, int]]) -> None:
    """Say things one after the other, each so many times at once, each until it is taken."""
    for word, times in words:
        waiting = [said(word, chat)] * times
        while waiting:
            outcomes = await asyncio.gather(*map(receive.take, waiting), return_exceptions=True)
            waiting = [said(word, chat) for outcome in outcomes if outcome is not None]


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(plan=SAID, faults=FAULTS)
async def test_each_message_has_one_effect_and_keeps_its_place(
    world: Hamlet, plan: list[tuple[int, int]], faults: dict[int, str]
) -> None:
    chats = [web(f"{next(ROUNDS)}-{n}") for n in range(PEOPLE)]
    await agree(world, *chats)
    db = Sometimes(world.db)
    db.plan(faults)
    spoken = {
        chat: [(f"tin {n}", times) for n, (who, times) in enumerate(plan) if chats[who] == chat]
        for chat in chats
    }
    async with receiving(world, db) as receive:
        await asyncio.gather(*(speaks(receive, chat, words) for chat, words in spoken.items()))

    failed = [(one.key.chat, one.key.external) for one in await failures(world.db)]
    for chat, words in spoken.items():
        echoes = [orjson.loads(b)["text"] for b in await bubbles(world.db, chat, side="theirs")]
        assert echoes == [word for word, _ in words if (chat.chat, word) not in failed]
