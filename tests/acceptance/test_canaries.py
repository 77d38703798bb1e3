"""After all that somebody can try, no byte of another unit was said, served or logged."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.acceptance.browsing import unhurried, visiting
from tests.acceptance.canaries import (
    CANARY,
    NOTHING,
    WORDS,
    fetched,
    last_presses,
    own_files,
    presses,
    sow,
)
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.test_isolation import AT_ONCE, OnTelegram, Stranger, quiet
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram

pytestmark = pytest.mark.usefixtures("papers_once")
OFFICER, MEMBER = "7K3M2P", "K2V7NZ"  # of the branch at Suối Đá
# Somebody else each: whoever comes second by a code of one person is a member only.
EACH = {
    "officer-web": OFFICER,
    "officer-telegram": "B6A3NK",
    "member-web": MEMBER,
    "asked-web": "",
    "ended-telegram": "G7V5TS",
}
# Who may most tries everything on each thing; where a role makes a difference, the matrix looks.
FEW = ("entry", "place")
MANY = ("entry", "unit", "place", "asked", "file", "paper", "table", "meeting", "series")
CANARIES = (CANARY, "977000777", "0977 000 777")


@pytest.fixture
async def bot(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot on both channels."""
    async with inside(settings(tmp_path / "data", **on(telegram))) as bot:
        unhurried(bot)
        yield bot


@pytest.fixture
async def sown(bot: Inside) -> dict[str, str]:
    """Let Lan's unit have canaries everywhere; return the ids of what it has."""
    async with visiting(bot) as lan:
        ids = await sow(bot, lan)
        assert CANARY in await lan.forges(f"a:show:{ids['entry']}:1")
        assert CANARY in await lan.says("thành viên")
        async with lan.phone.session.get(f"/tep/{ids['file']}") as response:
            assert await response.text() == CANARY
    return ids


async def comes(
    bot: Inside, telegram: FakeTelegram, name: str, closing: AsyncExitStack
) -> Stranger:
    """Let somebody of another unit come, on a channel."""
    role, _, channel = name.partition("-")
    who: Stranger = OnTelegram(telegram.person(name))
    if channel == "web":
        who = await closing.enter_async_context(visiting(bot))
    await who.says(f"mã {EACH[name]}" if EACH[name] else "xin chào")
    await who.presses("Đồng ý")
    if role == "asked":
        await who.says("Lò Văn Chiến, Hội Nông dân phường Thường Thạnh")
    if role == "ended":
        async with bot.db.writing() as tx:
            ended = await tx.rows(
                """UPDATE memberships SET to_day = '2021-01-01', from_day = '2020-01-01'
                   WHERE person IN (SELECT id FROM people WHERE name = 'Nguyễn Văn Bình')
                   RETURNING person"""
            )
        assert ended
    return who


def found_in(text: str) -> list[str]:
    """Return the canaries in a text."""
    return [canary for canary in CANARIES if canary in text]


def said_back(words: str, answer: str) -> str:
    """Return an answer without what it repeats of the question."""
    looked_for = words.split(maxsplit=1)[-1]
    return answer.replace(looked_for, "").replace(words, "")


async def tries_everything(
    bot: Inside, sown: dict[str, str], stranger: Stranger, name: str
) -> None:
    """Let somebody say and press all there is, and check each answer."""
    for words in (f"số {sown['number']}", sown["code"], *WORDS):
        assert found_in(said_back(words, await stranger.says(words))) == [], (name, words)
    if name.endswith("web"):  # where an answer is all that was said
        found, none = [await stranger.says(f"tìm {words}") for words in (CANARY, NOTHING)]
        assert found.replace(CANARY, NOTHING) == none, name  # not even that there is something
    things = MANY if name == "officer-web" else FEW
    every = list(presses(sown, *things))
    some = [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]
    for pressed in (*some, *([data] for data in last_presses(sown, *things))):
        await stranger.forges_all(pressed)
        await eventually(lambda: quiet(bot))
        answers = await stranger.reads()
        assert len(answers) >= len(pressed), (name, pressed)  # or something was not seen
        assert found_in("\n".join(answers)) == [], (name, pressed)


@pytest.mark.timeout(300)  # thousands of presses, on a machine that may be busy
async def test_nothing_somebody_can_say_or_press_brings_them_a_byte_of_another_unit(
    bot: Inside, telegram: FakeTelegram, sown: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    kept = "SELECT id, state, version FROM entries UNION SELECT id, state, version FROM papers"
    before = await bot.rows(f"{kept} ORDER BY 1")
    async with AsyncExitStack() as closing:
        strangers = {name: await comes(bot, telegram, name, closing) for name in EACH}
        async with asyncio.TaskGroup() as group:
            for name, stranger in strangers.items():
                group.create_task(tries_everything(bot, sown, stranger, name))

    logged = capfd.readouterr()
    assert found_in(logged.out + logged.err) == []
    assert await bot.rows(f"{kept} ORDER BY 1") == before
    assert (sown["draft"],) in await bot.rows("SELECT id FROM dialogs")


@pytest.mark.parametrize("role", ["officer", "member"])
async def test_no_address_of_the_server_serves_a_byte_of_another_unit(
    bot: Inside, sown: dict[str, str], role: str
) -> None:
    async with visiting(bot) as visitor:
        await visitor.opens({"officer": OFFICER, "member": MEMBER}[role])
        await visitor.presses("Đồng ý")
        await visitor.forges("a:data-copy::1")

        assert found_in(await fetched(visitor, sown)) == []
        assert found_in(await own_files(visitor)) == []
