"""After all that somebody can try, no byte of another unit was said, served or logged."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.acceptance.browsing import unhurried, visiting
from tests.acceptance.canaries import CANARY, WORDS, fetched, own_files, presses, sow
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.test_isolation import OnTelegram, Stranger
from tests.fakes.telegram import FakeTelegram

OFFICER, MEMBER = "7K3M2P", "K2V7NZ"  # of the branch at Suối Đá
EACH = ("officer-web", "officer-telegram", "member-web", "asked-web", "ended-telegram")
# A press takes longer on Telegram, where its answer comes by a call of its own.
FEW, MANY = ("entry", "place"), ("entry", "unit", "place", "asked", "file")
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
    return ids


@pytest.fixture
async def stranger(
    bot: Inside, telegram: FakeTelegram, request: pytest.FixtureRequest
) -> AsyncIterator[Stranger]:
    """Give somebody of another unit, on a channel."""
    role, _, channel = request.param.partition("-")
    async with AsyncExitStack() as closing:
        who: Stranger = OnTelegram(telegram.person("Ai đó"))
        if channel == "web":
            who = await closing.enter_async_context(visiting(bot))
        code = {"officer": OFFICER, "member": MEMBER, "ended": OFFICER}.get(role, "")
        await who.says(f"mã {code}" if code else "xin chào")
        await who.presses("Đồng ý")
        if role == "asked":
            await who.says("Lò Văn Chiến, Hội Nông dân phường Thường Thạnh")
        if role == "ended":
            async with bot.db.writing() as tx:
                await tx.run(
                    """UPDATE memberships SET to_day = '2021-01-01', from_day = '2020-01-01'
                       WHERE person IN (SELECT person FROM addresses WHERE channel = 'telegram')"""
                )
        yield who


def found_in(text: str) -> list[str]:
    """Return the canaries in a text."""
    return [canary for canary in CANARIES if canary in text]


def said_back(words: str, answer: str) -> str:
    """Return an answer without what it repeats of the question."""
    looked_for = words.split(maxsplit=1)[-1]
    return answer.replace(looked_for, "").replace(words, "")


@pytest.mark.parametrize("stranger", EACH, indirect=True)
async def test_nothing_somebody_can_say_or_press_brings_them_a_byte_of_another_unit(
    bot: Inside, sown: dict[str, str], stranger: Stranger, capfd: pytest.CaptureFixture[str]
) -> None:
    before = await bot.rows("SELECT id, state, version FROM entries ORDER BY id")
    for words in (f"số {sown['number']}", sown["code"], *WORDS):
        assert found_in(said_back(words, await stranger.says(words))) == [], words
    things = FEW if isinstance(stranger, OnTelegram) else MANY
    for data in presses(sown, *things):
        assert found_in(await stranger.forges(data)) == [], data

    logged = capfd.readouterr()
    assert found_in(logged.out + logged.err) == []
    assert await bot.rows("SELECT id, state, version FROM entries ORDER BY id") == before
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
