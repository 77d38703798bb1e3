"""Somebody who writes without end slows down nobody else, and nothing they said is lost."""

import asyncio
from pathlib import Path

import pytest

from tests.acceptance.browsing import unhurried, visiting
from tests.acceptance.inside import inside
from tests.acceptance.running import on, settings
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Person

MANY = 300


async def all_answered(flooder: Person) -> bool:
    return len(flooder.chat.bubbles_after(MANY - 1)) == 1


async def floods(flooder: Person, count: int) -> None:
    for n in range(count):
        await flooder.says(f"tin thứ {n}")


@pytest.mark.parametrize(
    ("database_url", "mode", "first"),
    [("postgres", "webhook", MANY), ("sqlite", "polling", MANY - 100)],
    ids=["webhook", "polling"],
    indirect=["database_url"],
)
async def test_on_telegram_others_are_answered_while_the_flood_goes_on(
    telegram: FakeTelegram, database_url: str, mode: str, first: int, tmp_path: Path
) -> None:
    flooder, others = telegram.person("Ồn"), [telegram.person(f"P{n}") for n in range(5)]
    async with inside(settings(tmp_path / "data", database_url, **on(telegram, mode))) as bot:
        await floods(flooder, first)
        for other in others:
            await other.says("xin chào")
        await floods(flooder, MANY - first)
        await eventually(lambda: all_answered(flooder))

        sent = [call.chat for call in telegram.calls if call.method == "sendMessage"]
        last = max(n for n, chat in enumerate(sent) if chat == flooder.id)
        assert [other for other in others if other.id not in sent[:last]] == []
        assert await bot.rows("SELECT count(*) FROM inbox WHERE state = 'done'") == [(MANY + 5,)]


async def test_on_the_web_what_came_too_fast_is_taken_when_it_comes_again(
    database_url: str, tmp_path: Path
) -> None:
    async with (
        inside(settings(tmp_path / "data", database_url)) as bot,
        visiting(bot) as flooder,
        visiting(bot) as other,
    ):
        said = [{"id": f"message-{n:04}", "text": f"tin thứ {n}"} for n in range(MANY)]
        finished: list[str] = []

        async def posts(message: dict[str, str]) -> int:
            status, _, _ = await flooder.phone.post("/chat/say", json=message)
            finished.append(message["id"])
            return status

        flood = [asyncio.create_task(posts(message)) for message in said]
        assert await other.says("xin chào")
        before = len(finished)
        statuses = await asyncio.gather(*flood)
        unhurried(bot)
        refused = [m for m, status in zip(said, statuses, strict=True) if status != 200]
        again = [await posts(message) for message in refused]

        assert before < MANY
        assert (set(statuses), set(again)) == ({200, 429}, {200})
        assert await bot.rows("SELECT count(*) FROM inbox") == [(MANY + 1,)]
