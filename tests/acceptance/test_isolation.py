"""Nobody reads another unit's data, whatever they name, forge or say, on either channel."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from conversations.acts import ACTS
from tests.acceptance.browsing import Visitor, unhurried, visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.telling import CODE
from tests.acceptance.touching import forges, forges_all, presses, reads_all, says
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Person

pytestmark = pytest.mark.usefixtures("papers_once")
CANARY = "kanari"
LAST = ("data-withdraw-yes", "data-erase-yes")  # of themselves: what was said is deleted
NOBODYS = {"id": "0000000000000001", "code": "DVK-2099-0099", "number": "987"}
AT_ONCE = 20  # presses of one chat, which are answered one after the other
STRANGERS = ("officer-on-the-web", "officer-on-telegram", "member", "newcomer", "asked-for")


async def quiet(bot: Inside) -> bool:
    """Tell whether everything that was to be said has been."""
    return not await bot.rows("SELECT id FROM outbox WHERE state IN ('pending', 'sending')")


class Stranger(Protocol):
    """Somebody of another unit, on some channel."""

    async def says(self, words: str) -> str: ...

    async def presses(self, label: str) -> str: ...

    async def forges(self, data: str) -> str: ...

    async def forges_all(self, presses: Sequence[str]) -> None: ...

    async def reads(self) -> list[str]: ...

    def shown(self) -> str: ...


@dataclass(frozen=True, slots=True)
class OnTelegram:
    """Somebody on Telegram."""

    person: Person

    async def says(self, words: str) -> str:
        return await says(self.person, words)

    async def presses(self, label: str) -> str:
        return await presses(self.person, label)

    async def forges(self, data: str) -> str:
        return await forges(self.person, data)

    async def forges_all(self, presses: Sequence[str]) -> None:
        await forges_all(self.person, presses)

    async def reads(self) -> list[str]:
        return await reads_all(self.person)

    def shown(self) -> str:
        return str(self.person.chat.bubbles)


@dataclass(frozen=True, slots=True)
class Theirs:
    """What Lan's unit has: an entry by id, code and number, the dialog it came of, and a draft."""

    entry: dict[str, str]
    dialog: str
    draft: str


@pytest.fixture
async def bot(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot on both channels."""
    async with inside(settings(tmp_path / "data", **on(telegram))) as bot:
        unhurried(bot)
        yield bot


@pytest.fixture
async def theirs(bot: Inside) -> Theirs:
    """Let Lan send an entry and leave a draft, with a word in all of it that nobody else uses."""
    async with visiting(bot) as lan:
        await lan.opens(CODE)
        await lan.presses("Đồng ý")
        await writes(lan, "lươn")
        await lan.presses("Gửi")
        await lan.says("dk")
        await writes(lan, "ếch")
    ((key, code, number, dialog),) = await bot.rows(
        f"SELECT id, code, number, dialog FROM entries WHERE name LIKE '%{CANARY}%'"  # noqa: S608 # our own word
    )
    ((draft,),) = await bot.rows("SELECT id FROM dialogs WHERE script = 'register'")
    return Theirs({"id": key, "code": code, "number": str(number)}, dialog, draft)


async def writes(lan: Visitor, what: str) -> None:
    """Write a registration up to its review."""
    await lan.says("Mô hình mới của tập thể")
    await lan.says(f"Nuôi {what} {CANARY}")
    await lan.says(f"ấp {CANARY}")
    await lan.presses("Phát triển kinh tế")
    await lan.says(f"Vận động mười hộ {CANARY} nuôi {what}, cùng mua giống, cùng bán.")


@pytest.fixture
async def stranger(
    bot: Inside, telegram: FakeTelegram, request: pytest.FixtureRequest
) -> AsyncIterator[Stranger]:
    """Give somebody of another unit, or of none."""
    async with AsyncExitStack() as closing:
        who: Stranger = OnTelegram(telegram.person("Ai đó"))
        if request.param == "officer-on-the-web":
            who = await closing.enter_async_context(visiting(bot))
        codes = {
            "officer-on-the-web": "7K3M2P",
            "officer-on-telegram": "7K3M2P",
            "member": "K2V7NZ",
        }
        code = codes.get(request.param, "")
        await who.says(f"mã {code}" if code else "xin chào")
        if request.param != "newcomer":
            await who.presses("Đồng ý")
        if request.param == "asked-for":
            await who.says("Lò Văn Chiến, Hội Nông dân phường Thường Thạnh")
        yield who


async def test_somebody_of_their_own_unit_sees_it(bot: Inside, theirs: Theirs) -> None:
    async with visiting(bot) as own:
        await own.opens(CODE)
        await own.presses("Đồng ý")

        assert CANARY in await own.forges(f"a:show:{theirs.entry['id']}:1")


@pytest.mark.parametrize("stranger", STRANGERS, indirect=True)
async def test_no_forged_press_shows_or_changes_anything_of_theirs(
    bot: Inside, theirs: Theirs, stranger: Stranger
) -> None:
    before = await bot.rows("SELECT * FROM entries ORDER BY id")
    subjects = (theirs.entry["id"], theirs.draft)  # by code and number: the test below
    every = [f"a:{act}:{it}:1" for act in ACTS if act not in LAST for it in subjects]
    some_at_once = [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]
    for some in (*some_at_once, *([f"a:{act}:{it}:1"] for act in LAST for it in subjects)):
        await stranger.forges_all(some)
        await eventually(lambda: quiet(bot))
        assert len(await stranger.reads()) >= len(some)  # or some of it was not taken in

    assert CANARY not in stranger.shown()
    assert await bot.rows("SELECT * FROM entries ORDER BY id") == before
    assert (theirs.draft,) in await bot.rows("SELECT id FROM dialogs")


@pytest.mark.parametrize("stranger", STRANGERS, indirect=True)
async def test_what_is_theirs_is_as_if_it_did_not_exist(theirs: Theirs, stranger: Stranger) -> None:
    for kind, nothing in NOBODYS.items():
        for act in ("show", "correct", "withdraw", "confirm", "photos", "again"):
            real = theirs.entry[kind]
            about_real = await stranger.forges(f"a:{act}:{real}:1")
            about_nothing = await stranger.forges(f"a:{act}:{nothing}:1")

            assert re.sub(rf"\b{real}\b", nothing, about_real) == about_nothing, act


@pytest.mark.parametrize("stranger", STRANGERS, indirect=True)
async def test_no_forged_answer_gets_into_a_dialog_of_theirs(
    bot: Inside, theirs: Theirs, stranger: Stranger
) -> None:
    before = await bot.rows("SELECT id, state FROM dialogs WHERE script = 'register'")
    for dialog in (theirs.dialog, theirs.draft):
        for key in ("name", "address", "field", "content", "review"):
            for code in ("send", "economy", "<"):
                await stranger.forges(f"d:{dialog}:{key}:{code}")

    assert CANARY not in stranger.shown()
    after = await bot.rows("SELECT id, state FROM dialogs WHERE script = 'register'")
    assert set(before) <= set(after)


@pytest.mark.parametrize("stranger", STRANGERS, indirect=True)
async def test_no_words_show_anything_of_theirs(theirs: Theirs, stranger: Stranger) -> None:
    entry = theirs.entry
    names = ["Nuôi lươn", "Nuôi ếch", "Hội Nông dân phường Thường Thạnh"]
    things = ["xem lại", "đơn vị", "chỉ tiêu", "trợ giúp", "dữ liệu", "bảng", "ai chưa nộp"]
    begun = ["dk", "Mô hình mới của tập thể", *names]
    for words in (f"số {entry['number']}", entry["code"], *things, *begun):
        await stranger.says(words)

    assert CANARY not in stranger.shown()
